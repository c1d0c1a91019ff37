"""*Compare two…* on the list of assessments: only those of one client (screens 3.1)."""

from collections.abc import Sequence

import streamlit as st

from readiness.store import AssessmentRow
from readiness.ui import state
from readiness.ui.cached import workbench
from readiness.ui.navigation import page
from readiness.workspace.earlier_rounds import comparable, in_pairs

LATER = "later_round"


def compare_two(there: Sequence[AssessmentRow]) -> None:
    """The button, where there are two to compare at all; ``there``: the whole list."""
    pairs = in_pairs(workbench(), there)
    if pairs and st.button("Compare two…", icon=":material/compare_arrows:", type="tertiary"):
        ask_which_two(pairs)


@st.dialog("Compare two assessments of one client")
def ask_which_two(pairs: Sequence[AssessmentRow]) -> None:
    """Choose one, then the other; the rounds of the same organisation are offered first."""
    rows = {row.id: row for row in pairs}
    later = st.selectbox(
        "The later one", list(rows), format_func=lambda id: named(rows[id]), key=LATER
    )
    others = {row.id: row for row in comparable(workbench(), later)}
    earlier = st.selectbox(
        "What it is compared with", list(others), format_func=lambda id: named(others[id])
    )
    st.caption(
        "Only those of the same client and questionnaire are offered, rounds of the same "
        "organisation first."
    )
    if st.button("Compare them", width="stretch", type="primary"):
        state.open_assessment(later)
        st.session_state[state.earlier_of(later)] = earlier
        st.switch_page(page("rounds"))


def named(row: AssessmentRow) -> str:
    """The title with the day it was changed last."""
    return f"{row.title} · changed {row.changed_at.astimezone():%d %b %Y}"
