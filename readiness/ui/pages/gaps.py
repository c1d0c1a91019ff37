"""Gaps: what to close first, under which weights, and in which order (screens 3.5)."""

import streamlit as st

from readiness.domain.gaps import Gap
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.result import Result
from readiness.ui import html
from readiness.ui.action_list import action_list
from readiness.ui.band import band, chosen
from readiness.ui.cached import workbench
from readiness.ui.drill_actions import drill_actions
from readiness.ui.ranking import FIRST, not_assessed, ranking, with_stability
from readiness.ui.weighing import weighing
from readiness.ui.weights import (
    View,
    controls,
    current_view,
    is_same,
    shipped,
    stored,
    summary,
)
from readiness.ui.why_here import why_here
from readiness.workspace.results import State, what_if
from readiness.workspace.results import result as load_result
from readiness.workspace.results import state as load_state


def draw() -> None:
    """The page."""
    now = chosen()
    if now is None:
        return
    assessment, here = now
    band(here)
    _gaps(assessment)


@st.fragment
def _gaps(assessment: str) -> None:
    """All that a slider moves; loaded here, because a change of rating reruns this alone."""
    here = load_state(workbench(), assessment)
    content = here.questionnaire
    view = current_view(assessment, here.assessment, content)
    result, gaps, before = _ranked(assessment, here, view)
    following = content.next_stage(here.assessment.profile.stage)
    stage = content.stage_name(following if view.horizon == "next_stage" else "launch")
    title = f"{len(gaps)} gap{'s' if len(gaps) > 1 else ''} to {stage}, most urgent first"
    st.title(title if gaps else f"No known gap to {stage}", anchor=False)
    left, right = st.columns([1, 3.6], gap="large")
    with left:
        controls(assessment, here.assessment, content, view)
        summary(result, gaps, content)
    with right:
        if gaps:
            _list(assessment, content, gaps, before)
            weighing(assessment, gaps, content, view)
            why_here(assessment, here, result, gaps, view)
        else:
            st.info(f"No known capability stands below its target for {stage}.")
        _second_list(assessment, result, content)
    action_list(assessment, result, content, stage, here.assessment.tracking_of)
    drill_actions(assessment, here)


def _ranked(
    assessment: str, here: State, view: View
) -> tuple[Result, tuple[Gap, ...], dict[str, int]]:
    """The ranking of this view, and the ranks under the shipped weights where they differ."""
    kept, said = load_result(workbench(), assessment), here.assessment
    begin, in_report = shipped(here.questionnaire), stored(said, here.questionnaire)
    known: tuple[Gap, ...] = getattr(kept.gaps, view.horizon)
    result, gaps = kept, known
    if view.horizon != said.settings.horizon or not is_same(view.weights, in_report):
        result = what_if(workbench(), assessment, view.settings(said), now=here, robustness=False)
        gaps = with_stability(getattr(result.gaps, view.horizon), known)
    if is_same(view.weights, begin):
        return result, gaps, {}
    if not is_same(in_report, begin):
        usual = view._replace(weights=begin).settings(said)
        kept = what_if(workbench(), assessment, usual, now=here, robustness=False)
    usual_gaps: tuple[Gap, ...] = getattr(kept.gaps, view.horizon)
    return result, gaps, {gap.capability: gap.rank for gap in usual_gaps}


def _list(
    assessment: str, content: Questionnaire, gaps: tuple[Gap, ...], before: dict[str, int]
) -> None:
    key = f"all_gaps_{assessment}"
    shown = len(gaps) if st.session_state.get(key) else FIRST
    st.html(ranking(assessment, gaps, content, before, shown))
    if len(gaps) > FIRST:
        st.toggle(f"Show all {len(gaps)}", key=key)
    st.html(
        html.paragraph(
            "P patient impact, R regulatory risk, L reversibility (5 = hardest to undo). Above the "
            "dotted line a rule decides, below it the number. * changed by an assessor."
        )
    )


def _second_list(assessment: str, result: Result, content: Questionnaire) -> None:
    count = len(result.not_assessed)
    if count:
        st.header(f"Not yet assessed ({count})", anchor=False)
        st.html(not_assessed(assessment, result.not_assessed, content))


draw()
