"""The questions of a respondent: what is assigned to them, one card at a time, and nothing else."""

import streamlit as st

from readiness.ui.choosing import leave_lists, team_choosers
from readiness.ui.manner import TEAM
from readiness.ui.question import Asked, card
from readiness.ui.rail import chips, rail
from readiness.ui.turning import at_question, turning
from readiness.workspace.interview import round_of
from readiness.workspace.results import State


def own_answers(assessment: str, here: State) -> None:
    """Draw the card of the question that is being looked at, with the rail beside it."""
    left, right = st.columns([1, 3.6], gap="medium")
    with right.container(key="card", gap="xsmall"):
        who, filtered = team_choosers(here)
        questions = round_of(here.assessment, here.questionnaire, who, filtered, of=here.loaded)
        capability = at_question(questions)
        chips(questions, capability)
        given = here.assessment.responses_of.get(capability, ())
        question = here.questionnaire.capabilities[capability]
        card(Asked(assessment, question, who, next(iter(given), None), here, TEAM))
    with left:
        rail(here.questionnaire, questions, capability)
    leave_lists(who, filtered)
    turning(assessment, questions, capability, who, TEAM)
