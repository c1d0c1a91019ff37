"""Fields that are saved as they are changed: the stored value in, the change out at once."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import streamlit as st

from readiness.domain.errors import ReadinessError
from readiness.ui import state
from readiness.ui.cached import workbench
from readiness.workspace.answers import undo, undoable

Save = Callable[[Any], object]


def keep(role: str, stored: object) -> str:
    """The key of a widget that shows what is stored: after an undo, or a refusal, it shows that."""
    return state.following(role, stored)


def saving(save: Save, role: str, key: str) -> Callable[[], None]:
    """The callback of a widget: hand its value to a use case, keep a refusal for the page.

    What it was given was got when the field was drawn: the sign-in is asked for again.
    """

    def run() -> None:
        if not state.is_shown(role, key):
            return
        st.session_state.pop(state.TROUBLE, None)
        try:
            workbench()
            save(st.session_state.get(key))
        except ReadinessError as error:
            st.session_state[state.TROUBLE] = str(error)

    return run


def doing(act: Callable[..., object], *args: object) -> Callable[[], None]:
    """The callback of a button: do it, keep a refusal for the page."""

    def run() -> None:
        st.session_state.pop(state.TROUBLE, None)
        try:
            workbench()
            act(*args)
        except ReadinessError as error:
            st.session_state[state.TROUBLE] = str(error)

    return run


def trouble() -> None:
    """What stood in the way of the last change, until the next one."""
    said = st.session_state.get(state.TROUBLE)
    if said:
        st.error(state.plain(said) + " It was not saved.")


def choice(
    label: str, options: dict[Any, str], stored: object, key: str, save: Save, note: str = ""
) -> None:
    """One of a few, side by side, with what it changes below."""
    shown = keep(key, stored)
    st.segmented_control(
        label,
        list(options),
        key=shown,
        format_func=lambda o: state.plain(options[o]),
        required=True,
        wrap=True,
        disabled=state.is_sealed(),
        on_change=saving(save, key, shown),
    )
    caption(note)


def pick(
    label: str,
    options: Sequence[str],
    names: dict[str, str],
    stored: object,
    key: str,
    save: Save,
    note: str = "",
) -> None:
    """One of many, from a list, with what it changes below."""
    shown = keep(key, stored)
    st.selectbox(
        label,
        options,
        key=shown,
        format_func=lambda o: names.get(o, o),
        disabled=state.is_sealed(),
        on_change=saving(save, key, shown),
    )
    caption(note)


def several(
    label: str,
    names: Mapping[str, str],
    stored: Sequence[str],
    key: str,
    save: Save,
    hint: str,
    note: str = "",
) -> None:
    """Any number of a list; ``hint``: what stands there while none is chosen."""
    shown = keep(key, list(stored))
    st.multiselect(
        label,
        list(names),
        key=shown,
        format_func=lambda id: names.get(id, id),
        disabled=state.is_sealed(),
        placeholder=hint,
        help=note or None,
        on_change=saving(save, key, shown),
    )


def line(label: str, stored: str, key: str, save: Save, note: str = "", hint: str = "") -> None:
    """A line of text; saved a moment after the last key."""
    shown = state.following_text(key, stored)
    st.text_input(
        label,
        key=shown,
        live=True,
        max_chars=200,
        placeholder=hint,
        disabled=state.is_sealed(),
        on_change=saving(save, key, shown),
    )
    caption(note)


def count(
    label: str,
    stored: int | None,
    key: str,
    save: Save,
    note: str = "",
    least: int = 0,
    most: int = 999,
    *,
    is_label_shown: bool = True,
) -> None:
    """A number that may be left open."""
    shown = keep(key, stored)
    st.number_input(
        label,
        min_value=least,
        max_value=most,
        step=1,
        value=None,
        key=shown,
        placeholder="not answered",
        disabled=state.is_sealed(),
        label_visibility="visible" if is_label_shown else "collapsed",
        on_change=saving(save, key, shown),
    )
    caption(note)


def amount(label: str, stored: float | None, key: str, save: Save, note: str = "") -> None:
    """A number with decimals that may be left open."""
    shown = keep(key, stored)
    st.number_input(
        label,
        min_value=0.0,
        max_value=1000.0,
        step=1.0,
        value=None,
        format="%g",
        key=shown,
        placeholder="not known",
        disabled=state.is_sealed(),
        help=note or None,
        on_change=saving(save, key, shown),
    )


def day(label: str, stored: object, key: str, save: Save, note: str = "") -> None:
    """A date that may be left open."""
    shown = keep(key, stored)
    st.date_input(
        label,
        value=None,
        key=shown,
        format="YYYY-MM-DD",
        disabled=state.is_sealed(),
        on_change=saving(save, key, shown),
    )
    caption(note)


def caption(note: str) -> None:
    """The small print below a field."""
    if note:
        st.caption(state.plain(note))


def title_with_undo(title: str, assessment: str) -> None:
    """The head of a page whose fields are kept as they are left."""
    left, right = st.columns([7, 1], vertical_alignment="bottom")
    left.title(title, anchor=False)
    with right:
        undo_button(assessment)


def undo_button(assessment: str) -> None:
    """Take back this person's last change, whatever it was."""
    left = undoable(workbench(), assessment)
    st.button(
        "Undo",
        width="stretch",
        disabled=not left or state.is_sealed(),
        on_click=doing(undo, workbench(), assessment),
        help="Takes back your last change; up to ten, each as a new entry of the history.",
    )
