"""Several workbooks dropped at once are scanned with one click (screens 3.3)."""

import streamlit as st

from readiness.domain.errors import InputRefused, Stopped
from readiness.evidence.proposal import Proposal
from readiness.store import AlreadyStored, StoredFile
from readiness.ui import html, state
from readiness.ui.cached import workbench
from readiness.ui.drafts import MEASURED, PROBLEMS, Draft, drafts, is_workbook
from readiness.ui.evidence_twin import remember
from readiness.workspace import evidence, intake
from readiness.workspace.results import result

Waiting = dict[str, tuple[Draft, Proposal]]


def _waiting(assessment: str) -> Waiting:
    """Workbooks that were dropped and can be scanned, by the id of their upload."""
    found: Waiting = {}
    for id, draft in drafts(assessment).items():
        if draft.opened is None or draft.problems:
            continue
        try:
            proposal = draft.proposal(assessment)
        except InputRefused:
            continue
        if is_workbook(proposal):
            found[id] = draft, proposal
    return found


def wants_scan(assessment: str, id: str) -> bool:
    """Offer to scan one workbook, or at once all that wait; whether this one alone is wanted."""
    waiting = _waiting(assessment)
    if id not in waiting or len(waiting) < 2:
        return st.button("Scan it", type="primary", key=f"scan_{id}")
    names = ", ".join(draft.name for draft, _ in waiting.values())
    st.html(html.paragraph(f"{len(waiting)} workbooks are waiting: {names}.", "rd-small"))
    if st.button(f"Scan all {len(waiting)}", type="primary", key=f"together_{assessment[:8]}"):
        _scan_all(assessment, waiting)
    return st.button("Scan only this one", key=f"scan_{id}")


def _scan_all(assessment: str, waiting: Waiting) -> None:
    kept: list[tuple[StoredFile, Draft]] = []
    refused: list[str] = []
    with st.status(f"Scanning {len(waiting)} workbooks", expanded=True):
        bar, place = st.progress(0.0, "Begins"), st.empty()
        # A pressed button ends this run at the next call below; what is kept by then stays.
        place.button("Stop", key=f"stop_together_{assessment[:8]}")
        for done, (id, (draft, proposal)) in enumerate(waiting.items()):
            bar.progress(done / len(waiting), state.plain(draft.name))
            try:
                kept.append((_one(assessment, draft, proposal), draft))
            except AlreadyStored as error:
                kept.append((error.existing, draft))
            except (InputRefused, Stopped) as error:
                draft.problems = error.problems if isinstance(error, InputRefused) else ()
                draft.step = PROBLEMS
                refused.append(id)
                continue
            drafts(assessment).pop(id, None)
        place.empty()
        bar.progress(1.0, "Measuring")
        result(workbench(), assessment)
    st.session_state[state.EVIDENCE] = refused[0] if refused else _newest(assessment, kept)
    st.session_state[state.STEP] = MEASURED
    st.rerun()


def _one(assessment: str, draft: Draft, proposal: Proposal) -> StoredFile:
    assert draft.opened is not None
    return evidence.confirm(workbench(), assessment, draft.opened, draft.mapping(proposal))


def _newest(assessment: str, kept: list[tuple[StoredFile, Draft]]) -> str:
    """The version that was saved last, by name where the files do not say; its upload is held."""
    file, draft = max(kept, key=lambda pair: order(pair[0]))
    if draft.opened is not None:
        remember(assessment, file, draft.opened)
    return file.id


def order(file: StoredFile) -> tuple[str, str]:
    """What puts kept workbooks in the order of their saving."""
    last = intake.register_entry(file).last
    return (last.isoformat() if last else "", file.name)
