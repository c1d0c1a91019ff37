"""Roadmap: when, by whom, and what are we then? (screens 3.6)"""

import streamlit as st

from readiness.ui import fields, state
from readiness.ui.action_list import nothing_to_plan
from readiness.ui.band import band, chosen
from readiness.ui.cached import workbench
from readiness.ui.plan_actions import change_an_action
from readiness.ui.plan_lists import cheap_and_early, reopened
from readiness.ui.plan_people import people
from readiness.ui.plan_pictures import stakes
from readiness.ui.plan_scenarios import scenarios
from readiness.ui.plan_search import current_plan, plan_again
from readiness.ui.plan_shown import bars, below, cards, falls_outside, files
from readiness.ui.two_orders import two_orders
from readiness.workspace.plan_jobs import case_of
from readiness.workspace.planning import waves_only


def draw() -> None:
    """The page."""
    now = chosen()
    if now is None:
        return
    assessment, here = now
    band(here)
    state.use("roadmap", assessment)
    case = case_of(workbench(), assessment, here)
    content, said = here.questionnaire, here.assessment
    horizon = said.settings.horizon
    following = content.next_stage(said.profile.stage) if horizon == "next_stage" else "launch"
    stage = content.stage_name(following)
    st.title(f"Roadmap to {stage}", anchor=False)
    fields.trouble()
    left, right = st.columns([1, 3.4], gap="large")
    with left:
        people(assessment, case)
    with right:
        if not any(task.is_to_do for task in case.tasks.tasks):
            st.info(nothing_to_plan(case.result, stage))
            if case.tasks.tasks:
                change_an_action(assessment, case)
            return
        plan_again(assessment, case)
        plan, is_current = current_plan(assessment, case, waves_only(case))
        if not is_current:
            st.warning("Changed since this plan was made: plan again.")
        falls_outside(plan)
        reopened(plan)
        cards(plan, content)
        bars(plan, content)
        files(case, plan, assessment)
        below(plan)
        scenarios(assessment, case)
        stakes(plan)
        cheap_and_early(plan)
        two_orders(case.result, content, horizon)
        change_an_action(assessment, case)


draw()
