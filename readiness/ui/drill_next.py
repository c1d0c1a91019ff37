"""What to do next about a drill: an action into the roadmap, the deputy, the next date."""

from collections.abc import Sequence
from fractions import Fraction

import streamlit as st

from readiness.domain.drill_run import DrillAction
from readiness.domain.errors import ReadinessError
from readiness.domain.questionnaire import Questionnaire
from readiness.report.numerals import one
from readiness.ui import html, state
from readiness.ui.cached import workbench
from readiness.workspace.drill_plan import Replay, function_of, into_roadmap, planned
from readiness.workspace.drilling import Hour
from readiness.workspace.results import State

FIRST_EFFORT, FIRST_WEEKS = 0.5, 2


def to_roadmap(assessment: str, now: State, action: DrillAction) -> None:
    """The way of an action into the roadmap, or what stands there."""
    stands = planned(now.assessment, action)
    if stands is not None and isinstance(stands.effort, dict):
        weeks = ", ".join(f"{code} {one(float(w))}" for code, w in stands.effort.items())
        st.html(html.paragraph(f"✓ in the roadmap: {weeks} person-weeks"))
        return
    key = f"drill_plan_{action.run}_{action.n}"
    with st.popover(
        "Plan it", width="stretch", disabled=state.is_sealed(), help="Put it into the roadmap."
    ):
        names = {f.code: f.name for f in now.questionnaire.functions}
        codes = list(names)
        guess = function_of(action.owner, now.questionnaire)
        st.selectbox(
            "Whose people",
            codes,
            index=codes.index(guess) if guess else 0,
            format_func=names.__getitem__,
            key=f"{key}_who",
        )
        st.number_input("Person-weeks", 0.0, 520.0, FIRST_EFFORT, 0.5, key=f"{key}_effort")
        st.number_input("Least weeks", 1, 260, FIRST_WEEKS, key=f"{key}_weeks")
        st.button(
            "Into the roadmap",
            key=f"{key}_add",
            type="primary",
            on_click=_plan,
            args=(assessment, action),
        )


def _plan(assessment: str, action: DrillAction) -> None:
    key = f"drill_plan_{action.run}_{action.n}"
    said = st.session_state
    effort, weeks = Fraction(str(said[f"{key}_effort"])), int(said[f"{key}_weeks"])
    said.pop(state.TROUBLE, None)
    try:
        into_roadmap(
            workbench(), assessment, action.run, action.n, said[f"{key}_who"], effort, weeks
        )
    except ReadinessError as error:
        said[state.TROUBLE] = str(error)


def deputy(now: State, there: Hour) -> None:
    """Run the scenario once more with the deputy, as long as nobody did."""
    mine = [run for run in now.assessment.drill_runs if run.scenario == there.scenario.id]
    if any(run.led_by == "deputy" for run in mine):
        return
    st.button(
        "Run it again with the deputy",
        disabled=state.is_sealed(),
        help=f"The deputy of this scenario: {there.scenario.deputy}. Nobody has seen it led so.",
        on_click=_with_deputy,
        args=(there.scenario.id,),
    )


def _with_deputy(scenario: str) -> None:
    st.session_state[state.DRILL_SHOWN] = None
    st.session_state["drill_scenario"] = scenario
    st.session_state["drill_led_by"] = "deputy"


def replays_in_words(coming: Sequence[Replay], content: Questionnaire) -> str:
    """*Next: Site down on 20 May 2027; ...*"""
    said = [
        f"{content.drills.scenario(replay.scenario).name} on {replay.day:%d %b %Y}"
        + (" (▲ overdue)" if replay.is_overdue else "")
        for replay in coming
    ]
    return f"To be run again: {'; '.join(said)}."
