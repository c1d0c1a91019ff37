"""Named entries on a page: one is added by its name, one is looked at, and taken away."""

from collections.abc import Mapping

import streamlit as st

from readiness.store import Kind
from readiness.ui import fields, state
from readiness.ui.cached import workbench
from readiness.workspace.operating_entries import add_entry, remove_entry, set_entry


def add_form(assessment: str, kind: Kind, label: str, hint: str) -> None:
    """A name and a button; what was added is looked at next."""
    if state.is_sealed():
        return
    key = f"add_{kind}"
    with st.form(f"{key}_form", clear_on_submit=True, border=False):
        left, right = st.columns([5, 1], vertical_alignment="bottom")
        left.text_input(label, key=key, max_chars=120, placeholder=hint)
        right.form_submit_button(
            "Add", key=f"{key}_button", on_click=_added, args=(assessment, kind), width="stretch"
        )


def looked_at(kind: Kind, label: str, names: Mapping[str, str]) -> str | None:
    """The id of the entry that is looked at; None where there is none."""
    key = _key(kind)
    if not names:
        return None
    if st.session_state.get(key) not in names:
        st.session_state[key] = next(iter(names))
    return st.selectbox(label, list(names), key=key, format_func=lambda id: names[id])


def remove_button(assessment: str, kind: Kind, id: str, name: str) -> None:
    """Take the entry away; undo brings it back."""
    st.button(
        f"Remove {state.plain(name)}",
        key=f"remove_{kind}_{id}",
        disabled=state.is_sealed(),
        on_click=fields.doing(remove_entry, workbench(), assessment, kind, id),
        help="Undo brings it back.",
    )


def save(assessment: str, kind: Kind, id: str, field: str) -> fields.Save:
    """What a field calls with its new value."""
    return lambda value: set_entry(workbench(), assessment, kind, id, field, value)


def _key(kind: Kind) -> str:
    return f"looked_at_{kind}"


def _added(assessment: str, kind: Kind) -> None:
    def act() -> None:
        name = str(st.session_state.get(f"add_{kind}") or "")
        st.session_state[_key(kind)] = add_entry(workbench(), assessment, kind, name)

    fields.doing(act)()
