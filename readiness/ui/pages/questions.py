"""Questions: one card at a time, every answer saved as given; the voices compared (screens 3.2)."""

import streamlit as st

from readiness.ui import state
from readiness.ui.band import band, chosen
from readiness.ui.comparing import comparing
from readiness.ui.question import card
from readiness.ui.rail import chips, rail
from readiness.ui.shell import page
from readiness.ui.turning import turning
from readiness.workspace.interview import Round, round_of
from readiness.workspace.results import State


def draw() -> None:
    """The page."""
    now = chosen()
    if now is None:
        return
    assessment, here = now
    band(here)
    if not here.assessment.respondents:
        st.info("Nobody answers yet. Say first whom you talk to: a function and a seniority.")
        st.page_link(page("profile"), label="Add the first respondent")
        return
    if _mode() == "compare":
        comparing(assessment, here)
        return
    left, column = st.columns([1, 3.6], gap="medium")
    right = column.container(key="card", gap="xsmall")
    with right:
        who, filtered = _choosers(here)
    questions = round_of(here.assessment, here.questionnaire, who, filtered)
    capability = _capability(questions)
    with left:
        rail(here.questionnaire, questions, capability)
    with right:
        chips(questions, capability)
        given = here.assessment.responses_of.get(capability, ())
        mine = next((r for r in given if r.respondent == who), None)
        card(assessment, here.questionnaire.capabilities[capability], who, mine, here)
    turning(assessment, questions, capability, who)


def _mode() -> str:
    names = {"team": "Team", "compare": "Compare"}
    chosen = st.segmented_control(
        "Mode",
        list(names),
        key=state.MODE,
        default="team" if state.MODE not in st.session_state else None,
        required=True,
        persist_state="session",
        label_visibility="collapsed",
        format_func=lambda mode: names[mode],
    )
    return str(chosen)


def _capability(questions: Round) -> str:
    looked_at = state.current_capability()
    if looked_at in {q.id for q in questions.questions}:
        return str(looked_at)
    first = questions.next_open("") or questions.questions[0].id
    state.look_at(first)
    return first


def _choosers(here: State) -> tuple[str, str]:
    people = here.assessment.respondent_by_id
    names = {f.code: f.name for f in here.questionnaire.functions} | {"TEAM": "The team"}
    first, second = st.columns(2, gap="small")
    if len(people) < 2:
        first, second = second, first
    if len(people) > 1:
        if state.current_respondent() not in people:
            st.session_state[state.RESPONDENT] = next(iter(people))
        first.selectbox(
            "Who answers",
            list(people),
            key=state.RESPONDENT,
            persist_state="session",
            label_visibility="collapsed",
            format_func=lambda r: f"{names[people[r].function]} ({r}, {people[r].seniority})",
        )
    who = state.current_respondent() if len(people) > 1 else next(iter(people), "team")
    total = len(round_of(here.assessment, here.questionnaire, str(who)).questions)
    options = ["all", "open", *(f.code for f in here.questionnaire.functions)]
    texts = {"all": f"All {total} questions", "open": "Open questions only"}
    filtered = second.selectbox(
        "Show",
        options,
        key=state.FILTER,
        persist_state="session",
        label_visibility="collapsed",
        format_func=lambda o: texts.get(o, f"For {names.get(o, o)} only"),
    )
    return str(who), str(filtered)


draw()
