"""A slot plan is two things: a workbook to be scanned, and a table of bookings. One upload does."""

import streamlit as st

from readiness.domain.evidence import TableKind
from readiness.files.opened import OpenedFile
from readiness.store import StoredFile
from readiness.ui import state
from readiness.ui.cached import workbench
from readiness.ui.drafts import COLUMNS, Draft, drafts
from readiness.workspace import evidence

WORDS: dict[TableKind, tuple[str, str]] = {
    "bookings": (
        "The same file holds bookings: read as a table as well, they tell of double bookings.",
        "Read its bookings as well",
    ),
    "workbook": (
        "A schedule is judged from inside too: formulas, hidden sheets, copies, patients named.",
        "Scan it as a workbook as well",
    ),
}


def remember(assessment: str, kept: StoredFile, opened: OpenedFile) -> None:
    """Hold an upload that can be read in the other way too, until the next one comes."""
    other = evidence.other_kind(workbench(), assessment, opened, kept.kind)
    held = Draft(opened.name, opened, kind=other, step=COLUMNS) if other else None
    st.session_state[state.TWIN] = (kept.id, held)


def is_held(file: StoredFile) -> bool:
    """Whether the upload of a file can still be read in the other way."""
    id, draft = st.session_state.get(state.TWIN, (None, None))
    return draft is not None and id == file.id


def offer(assessment: str, file: StoredFile) -> None:
    """Offer the other way, while the upload is still held."""
    if not is_held(file):
        return
    id, draft = st.session_state[state.TWIN]
    said, label = WORDS[draft.kind]
    text, act = st.columns([3, 1.4], vertical_alignment="center")
    text.write(said)
    act.button(label, key=f"twin_{id}", width="stretch", on_click=_take, args=(assessment, draft))


def _take(assessment: str, draft: Draft) -> None:
    del st.session_state[state.TWIN]
    draft.at_once = True
    id = f"twin {draft.opened.sha256 if draft.opened else ''}"
    drafts(assessment)[id] = draft
    st.session_state[state.EVIDENCE] = id
