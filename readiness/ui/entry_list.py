"""Named entries on a page: one is added by its name, one is looked at, and taken away."""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

import streamlit as st

from readiness.store import Kind
from readiness.ui import fields, state
from readiness.ui.cached import workbench
from readiness.workspace.operating_entries import set_entry


class Entry(Protocol):
    """What is told apart by its id and called by its name."""

    @property
    def id(self) -> str:
        """Which no other entry of its kind has."""

    @property
    def name(self) -> str:
        """As people call it."""


E = TypeVar("E", bound=Entry)


def add_form(kind: Kind, label: str, hint: str, add: Callable[[str], str]) -> None:
    """A name and a button; ``add`` takes the name and gives the id, which is looked at next."""
    if state.is_sealed():
        return
    key = f"add_{kind}"
    with st.form(f"{key}_form", clear_on_submit=True, border=False):
        left, right = st.columns([5, 1], vertical_alignment="bottom")
        left.text_input(label, key=key, max_chars=120, placeholder=hint)
        right.form_submit_button(
            "Add", key=f"{key}_button", on_click=fields.doing(_added, kind, add), width="stretch"
        )


def looked_at(kind: Kind, label: str, entries: Sequence[E]) -> E | None:
    """The entry that is looked at; None where there is none."""
    known = {one.id: one for one in entries}
    if not known:
        return None
    key = state.entry_of(kind)
    if st.session_state.get(key) not in known:
        look_at(kind, next(iter(known)))
    return known[st.selectbox(label, list(known), key=key, format_func=lambda id: known[id].name)]


def look_at(kind: Kind, id: str) -> None:
    """The entry that is drawn next."""
    st.session_state[state.entry_of(kind)] = id


def remove_button(
    kind: Kind, one: Entry, remove: Callable[[str], object], note: str = "Undo brings it back."
) -> None:
    """Take the entry away; ``remove`` takes its id."""
    st.button(
        f"Remove {state.plain(one.name)}",
        key=f"remove_{kind}_{one.id}",
        disabled=state.is_sealed(),
        on_click=fields.doing(remove, one.id),
        help=note,
    )


def save(assessment: str, kind: Kind, id: str, field: str) -> fields.Save:
    """What a field calls with its new value."""
    return lambda value: set_entry(workbench(), assessment, kind, id, field, value)


def _added(kind: Kind, add: Callable[[str], str]) -> None:
    look_at(kind, add(str(st.session_state.get(f"add_{kind}") or "")))
