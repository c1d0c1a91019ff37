"""Evidence: from a file as it lies there to figures that one can trust (screens 3.3)."""

import streamlit as st

from readiness.store import StoredFile
from readiness.ui import state
from readiness.ui.band import band, chosen
from readiness.ui.cached import workbench
from readiness.ui.drafts import drafts
from readiness.ui.evidence_draft import draft_steps
from readiness.ui.evidence_file import file_view
from readiness.ui.evidence_list import TALLY, summary
from readiness.ui.evidence_people import people
from readiness.ui.evidence_side import side
from readiness.ui.evidence_tally import tally
from readiness.workspace import evidence
from readiness.workspace.lacking import lacks
from readiness.workspace.measuring import evidence_of
from readiness.workspace.results import State, result


def draw() -> None:
    """The page."""
    now = chosen()
    if now is None:
        return
    assessment, here = now
    there = evidence.kept(workbench(), assessment)
    band(here, summary(assessment, len(there)))
    judged = result(workbench(), assessment)
    usable = [m.metric for m in judged.measurements if m.value is not None or m.level is not None]
    missing = lacks(here.questionnaire, {file.kind for file in there}, usable)
    left, right = st.columns([1, 3.1], gap="large")
    with left:
        side(assessment, there, missing)
        people(assessment, here)
    with right:
        _chosen(assessment, here, there)


def _chosen(assessment: str, here: State, there: list[StoredFile]) -> None:
    looked_at = st.session_state.get(state.EVIDENCE)
    judged = result(workbench(), assessment)
    if looked_at == TALLY:
        found = evidence_of(workbench(), assessment, here.loaded, here.questionnaire)
        tally(assessment, here, judged, found)
        return
    draft = drafts(assessment).get(str(looked_at))
    if draft is not None:
        draft_steps(assessment, str(looked_at), draft)
        return
    file = next((f for f in there if f.id == looked_at), None)
    if file is not None:
        file_view(assessment, here, judged, file)
        return
    _overview(waits=bool(there or drafts(assessment)))


def _overview(*, waits: bool) -> None:
    """Where no file is looked at."""
    st.header("What do our own records show?", anchor=False)
    done = st.session_state.pop(state.DONE, None)
    if done:
        st.info(state.plain(done))
    if waits:
        st.write("Choose a file on the left, or drop another one.")
        return
    st.write(
        "No log yet. Drop one on the left, or type in a tally: 74 deviations in 12 batches is "
        "enough for a first figure."
    )
    st.write(
        "A file is looked at here, its columns are confirmed once, and only then is a coded table "
        "of it kept: no names, no patients, no free text."
    )


draw()
