"""A confirmed file is read and kept, or refused, or found to be here already (screens 3.3)."""

import streamlit as st

from readiness.domain.errors import InputRefused, Stopped
from readiness.evidence.mapping import FileMapping
from readiness.evidence.proposal import Proposal
from readiness.store import AlreadyStored, StoredFile
from readiness.ui import state
from readiness.ui.cached import workbench
from readiness.ui.drafts import ALIKE, MEASURED, PROBLEMS, Draft, drafts
from readiness.ui.evidence_list import look_at_overview
from readiness.ui.evidence_twin import remember
from readiness.workspace import evidence, intake
from readiness.workspace.results import result


def keep(assessment: str, id: str, draft: Draft, proposal: Proposal) -> None:
    """Read the file and keep it; a button stops it, and nothing is kept before the end."""
    assert draft.opened is not None
    mapping = draft.mapping(proposal)
    before = evidence.same_file(workbench(), assessment, draft.opened, mapping)
    asked = before is not None and intake.mapping_of(before).similar is not None
    if draft.similar is None and not asked and draft.alike(assessment, mapping):
        draft.step = ALIKE
        st.rerun()
    unchanged = draft.columns == {} and draft.values == {} and not draft.similar
    if before is not None and unchanged:
        _already(assessment, id, before)
        return
    with st.status(f"Reading {state.plain(draft.name)}", expanded=True):
        try:
            kept = _read(assessment, id, draft, mapping, before.id if before else None)
        except (InputRefused, Stopped) as error:
            draft.problems = error.problems if isinstance(error, InputRefused) else ()
            draft.step = PROBLEMS
            st.rerun()
        except AlreadyStored as error:
            _already(assessment, id, error.existing)
            return
    drafts(assessment).pop(id, None)
    remember(assessment, kept, draft.opened)
    st.session_state[state.EVIDENCE] = kept.id
    # Rows that were left out are looked at before the figures, unless the layout is known.
    first_time = proposal.remembered is None and bool(intake.left_out(kept))
    st.session_state[state.STEP] = PROBLEMS if first_time else MEASURED
    st.rerun()


def _read(
    assessment: str, id: str, draft: Draft, mapping: FileMapping, replaces: str | None
) -> StoredFile:
    assert draft.opened is not None
    bar, place = st.progress(0.0, "Begins"), st.empty()
    # A pressed button ends this run at the next call below, before anything reaches the store.
    place.button("Stop", key=f"stop_{id}", on_click=_stopped, args=(draft.name,))

    def tell(done: int, total: int, what: str) -> None:
        bar.progress(min(1.0, done / max(total, 1)), state.plain(what))

    kept = evidence.confirm(workbench(), assessment, draft.opened, mapping, tell, replaces=replaces)
    place.empty()
    bar.progress(1.0, "Measuring")
    result(workbench(), assessment)
    return kept


def _stopped(name: str) -> None:
    st.session_state[state.DONE] = f"Stopped. Nothing of {name} was kept."


def _already(assessment: str, id: str, before: StoredFile) -> None:
    st.info(
        f"{state.plain(before.name)} is already here, added {before.added_at:%d %b %Y}. The same "
        "file is not counted twice."
    )
    st.button(
        "Put this copy away", key=f"away_{id}", on_click=_back_to, args=(assessment, id, before.id)
    )


def _back_to(assessment: str, id: str, before: str) -> None:
    drafts(assessment).pop(id, None)
    st.session_state[state.EVIDENCE] = before


def put_away(assessment: str, id: str) -> None:
    """Forget a file that was dropped and not stored."""
    draft = drafts(assessment).pop(id, None)
    look_at_overview(f"{draft.name} was put away. Nothing of it was stored." if draft else "")
