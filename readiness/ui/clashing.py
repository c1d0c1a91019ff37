"""Two people at one answer: what was looked at, and both values side by side with a choice."""

from typing import Any, cast

import streamlit as st
from pydantic import JsonValue

from readiness.domain.assessment import Response
from readiness.domain.errors import ReadinessError
from readiness.store import EntryClash
from readiness.ui import html, state
from readiness.ui.cached import workbench
from readiness.workspace.answers import Given, Looked, answer

SAID = {"unknown": "does not know", "not_applicable": "does not apply"}
BASES = {"statement": "only told", "document": "document", "record": "record"}


def look(assessment: str, capability: str, respondent: str, given: Response | None) -> None:
    """Remember what is on the card: the next change was made looking at it."""
    st.session_state[state.LOOKED] = ((assessment, capability, respondent), Looked(given))


def looked_at(assessment: str, capability: str, respondent: str) -> Looked | None:
    """What was on the card, once; until it is drawn again a second change goes on from the first.

    None for a card that was never drawn: a key came before it.
    """
    key, looked = st.session_state.pop(state.LOOKED, (None, None))
    return cast("Looked | None", looked) if key == (assessment, capability, respondent) else None


def keep_clash(capability: str, respondent: str, part: str, value: Any, clash: EntryClash) -> None:
    """Keep what was not saved until the person has chosen."""
    st.session_state[state.CLASH] = ((capability, respondent), part, value, clash)


def clash_box(assessment: str, capability: str, respondent: str, *, numbered: bool) -> None:
    """Draw both values with the choice between them; ``numbered``: levels may be told."""
    key, part, value, clash = st.session_state.get(state.CLASH, (None, "", None, None))
    if key != (capability, respondent) or not isinstance(clash, EntryClash):
        return
    with st.container(border=True, key="clash"):
        st.warning(
            f"This answer was changed at {clash.when.astimezone():%H:%M:%S} in another window, "
            "while you had it open. Yours is not saved yet: choose which one holds."
        )
        rows = [
            [html.text("Theirs, saved"), _said(clash.theirs, numbered)],
            [html.text("Yours, not saved"), _said(clash.mine, numbered)],
        ]
        st.html(html.table(["Whose", "Answer"], rows, "rd-compact"))
        theirs, mine = st.columns(2)
        theirs.button("Keep theirs", width="stretch", key="clash_theirs", on_click=_settle)
        mine.button(
            "Put mine in its place",
            width="stretch",
            key="clash_mine",
            on_click=_insist,
            args=(assessment, capability, respondent, part, value),
        )


def _said(payload: JsonValue, numbered: bool) -> html.Html:
    if not isinstance(payload, dict):
        return html.text("no answer")
    level = payload.get("level")
    said = SAID.get(str(level))
    if said is None:
        said = f"level {level}" if numbered else "a description chosen"
    basis = BASES.get(str(payload.get("basis")), "")
    words = [str(payload.get(name) or "") for name in ("reason", "note", "proof")]
    return html.text(" · ".join(one for one in (said, basis, *words) if one))


def _settle() -> None:
    st.session_state.pop(state.CLASH, None)


def _insist(assessment: str, capability: str, respondent: str, part: str, value: Any) -> None:
    _settle()
    try:
        answer(workbench(), assessment, capability, respondent, **cast("Given", {part: value}))
    except ReadinessError as error:
        st.session_state[state.ASKS] = (capability, respondent, part, str(error), value)
