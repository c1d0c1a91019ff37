"""Questions: one card at a time, every answer saved as given; the voices compared (screens 3.2)."""

import streamlit as st

from readiness.ui import html, state
from readiness.ui.band import band, chosen
from readiness.ui.choosing import interview_choosers, leave_lists, prompt, team_choosers
from readiness.ui.clock import clock
from readiness.ui.comparing import comparing
from readiness.ui.jotting import jotting, unsaved
from readiness.ui.manner import COMPARE, INTERVIEW, MANNERS, Manner, current_mode, mode_switch
from readiness.ui.navigation import page
from readiness.ui.own_answers import own_answers
from readiness.ui.places import recall, remember
from readiness.ui.question import Asked, card, why
from readiness.ui.rail import chips, rail
from readiness.ui.to_ask import to_ask
from readiness.ui.turning import at_question, turning
from readiness.workspace.interview import own_pace, round_of
from readiness.workspace.results import State


def draw() -> None:
    """The page."""
    now = chosen()
    if now is None:
        return
    assessment, here = now
    if here.loaded.standing.role == "respondent":
        band(here)
        own_answers(assessment, here)
        return
    recall(assessment, here)
    band(here, is_witnessed=current_mode() == INTERVIEW.mode)
    if current_mode() == COMPARE:
        comparing(assessment, here)
    else:
        _ask(assessment, here, MANNERS[current_mode()])
    remember(assessment)


def _ask(assessment: str, here: State, manner: Manner) -> None:
    left, column = st.columns([1, 3.6], gap="medium")
    right = column.container(key="card", gap="xsmall")
    with left:
        mode_switch()
    with right:
        who, filtered = _choosers(assessment, here, manner)
    if who is None:
        return
    questions = round_of(
        here.assessment,
        here.questionnaire,
        who,
        filtered,
        talking=manner is INTERVIEW,
        pace=own_pace(here.loaded, here.questionnaire, who),
    )
    capability = at_question(questions)
    with left:
        if manner is INTERVIEW:
            clock(assessment, here, who)
        rail(here.questionnaire, questions, capability)
        if not state.is_sealed():
            to_ask(here, manner)
    with right:
        if questions.is_empty:
            st.html(html.paragraph(_nothing(filtered), "rd-box rd-small"))
        if manner is INTERVIEW:
            prompt(here, who, questions)
        chips(questions, capability)
        given = here.assessment.responses_of.get(capability, ())
        mine = next((r for r in given if r.respondent == who), None)
        question = here.questionnaire.capabilities[capability]
        put = Asked(assessment, question, who, mine, here, manner)
        unsaved(put)
        card(put)
        jotting(put)
        why(put)
    leave_lists(manner.mode, who, filtered)
    turning(assessment, questions, capability, who, manner)


def _choosers(assessment: str, here: State, manner: Manner) -> tuple[str | None, str]:
    if manner is INTERVIEW:
        return interview_choosers(assessment, here)
    if not here.assessment.respondents:
        st.info("Nobody answers yet. Say first who does: a function and a seniority.")
        st.page_link(page("profile"), label="Add the first respondent")
        return None, "all"
    return team_choosers(here)


def _nothing(filtered: str) -> str:
    words = {"open": "No question is left open", "unbacked": "No answer says more than was seen"}
    words["disputed"] = "No answers lie two levels apart"
    lead = words.get(filtered, "No question is under this filter")
    return f"{lead}: all questions are shown instead."


draw()
