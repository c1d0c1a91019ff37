"""*Plan again*: the search runs beside the page, shows how far it is, and can be stopped."""

import streamlit as st

from readiness.domain.planned import RoadmapPlan
from readiness.ui import fields, state
from readiness.ui.cached import workbench
from readiness.workspace.plan_jobs import begin, last_search, stamp_of
from readiness.workspace.plan_words import outside, quality
from readiness.workspace.planning import Case

EVERY = 1.0
"""Seconds between two looks at a running search."""


def plan_again(assessment: str, case: Case) -> None:
    """The button, and while it searches the progress with its stop."""
    search = last_search(workbench(), assessment)
    if search is not None and not search.is_over:
        _watch(assessment)
        return
    if not case.plan.capacity:
        st.info("No people entered: the waves stand back to back. Enter days a week, then plan.")
    st.button(
        "Plan again",
        type="primary",
        icon=":material/event_repeat:",
        disabled=not case.plan.capacity,
        help="Searches for the best order with the people entered: up to half a minute.",
        on_click=fields.doing(begin, workbench(), assessment, case),
    )
    if search is not None and search.trouble:
        st.error(state.plain(f"No plan: {search.trouble}."))


@st.fragment(run_every=EVERY)
def _watch(assessment: str) -> None:
    search = last_search(workbench(), assessment)
    if search is None or search.is_over:
        st.rerun()
    seconds = search.running_for.total_seconds()
    found = search.plan
    good = f": {quality(found)[0].lower()}{quality(found)[1:]} so far" if found else ""
    with st.status(f"Planning for {seconds:.0f} s{good}", state="running"):
        if found is not None and (left := outside(found)):
            st.write(state.plain(left))
        st.write("The best plan so far stands below as soon as you stop.")
    st.button("Stop and keep the best so far", on_click=search.stop, icon=":material/stop:")


def current_plan(assessment: str, case: Case, waves: RoadmapPlan) -> tuple[RoadmapPlan, bool]:
    """The last plan and whether it still fits what is entered; the waves where there is none."""
    search = last_search(workbench(), assessment)
    if not case.plan.capacity or search is None or search.plan is None:
        return waves, True
    return search.plan, search.stamp == stamp_of(case)
