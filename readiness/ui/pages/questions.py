"""Questions: one card at a time, every answer saved as given (screens 3.2, team mode)."""

import streamlit as st

from readiness.domain.questionnaire import Questionnaire
from readiness.ui import html, state
from readiness.ui.band import band, chosen
from readiness.ui.cached import workbench
from readiness.ui.question import OPTIONS, card, save_level
from readiness.ui.shell import page
from readiness.workspace.answers import undo, undoable
from readiness.workspace.interview import Round, round_of
from readiness.workspace.results import State

GLYPHS = {"answered": "✓ ", "unknown": "? ", "not applicable": "– ", "open": ""}
KEYS = dict(zip("12345ux", OPTIONS, strict=True))


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
    left, column = st.columns([1, 3.6], gap="medium")
    right = column.container(key="card", gap="xsmall")
    with right:
        who, filtered = _choosers(here)
    questions = round_of(here.assessment, here.questionnaire, who, filtered)
    capability = _capability(questions)
    with left:
        _rail(here.questionnaire, questions, capability)
    with right:
        _chips(questions, capability)
        given = here.assessment.responses_of.get(capability, ())
        mine = next((r for r in given if r.respondent == who), None)
        card(assessment, here.questionnaire.capabilities[capability], who, mine, here.questionnaire)
    _bottom(assessment, questions, capability, who)


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


def _rail(content: Questionnaire, questions: Round, capability: str) -> None:
    done, total = questions.done, len(questions.questions)
    st.html(
        html.join(
            [
                html.tag(
                    "p",
                    html.join(
                        [
                            html.bold(f"{done} of {total}"),
                            html.text(f" answered · {questions.minutes_left} min left"),
                        ]
                    ),
                    "rd-small",
                ),
                html.progress(done, total, "questions answered"),
            ]
        )
    )
    shown = {q.id for q in questions.questions}
    lines = {}
    for dimension in content.dimensions:
        mine = [c.id for c in dimension.capabilities if c.id in shown]
        if mine:
            ready = sum(questions.marks[c] != "open" for c in mine)
            count = "✓" if ready == len(mine) else f"{ready}/{len(mine)}"
            lines[dimension.id] = (f"{dimension.short} {count}", mine[0])
    here = capability.split("-", maxsplit=1)[0]
    st.session_state["rail_choice"] = here
    with st.container(key="rail"):
        st.radio(
            "Dimensions",
            list(lines),
            key="rail_choice",
            width="stretch",
            label_visibility="collapsed",
            format_func=lambda d: state.plain(lines[d][0]),
            on_change=lambda: state.look_at(lines[st.session_state["rail_choice"]][1]),
        )


def _chips(questions: Round, capability: str) -> None:
    dimension = capability.split("-", maxsplit=1)[0]
    here = [q.id for q in questions.questions if q.id.split("-", maxsplit=1)[0] == dimension]
    st.session_state["chip_choice"] = capability
    st.segmented_control(
        "Questions of this dimension",
        here,
        key="chip_choice",
        required=True,
        wrap=True,
        label_visibility="collapsed",
        format_func=lambda c: GLYPHS[questions.marks[c]] + c,
        on_change=lambda: state.look_at(st.session_state["chip_choice"]),
    )


def _bottom(assessment: str, questions: Round, capability: str, who: str) -> None:
    with st.container(key="keys"):
        for key, level in KEYS.items():
            st.button(
                f"Answer {level}",
                key=f"key_{key}",
                shortcut=key,
                on_click=save_level,
                args=(assessment, capability, who, level),
            )
    with st.bottom:
        back, on, following, undone, said = st.columns([1, 1, 1.1, 1, 3.4])
        back.button(
            "Previous",
            shortcut="k",
            width="stretch",
            on_click=state.look_at,
            args=(questions.beside(capability, -1),),
        )
        on.button(
            "Next",
            shortcut="j",
            type="primary",
            width="stretch",
            on_click=state.look_at,
            args=(questions.beside(capability, 1),),
        )
        goal = questions.next_open(capability)
        following.button(
            "Next open",
            shortcut="o",
            width="stretch",
            disabled=goal is None,
            on_click=state.look_at,
            args=(goal or capability,),
        )
        left = undoable(workbench(), assessment)
        undone.button(
            "Undo",
            width="stretch",
            disabled=not left,
            on_click=undo,
            help="Takes back your last change; up to ten, each as a new entry.",
            args=(workbench(), assessment),
        )
        said.html(html.tag("p", html.join(_hints(), " · "), "rd-keys"))


def _hints() -> list[html.Html]:
    keys = {"1 to 5": "answer", "U": "do not know", "X": "does not apply"}
    return [
        html.join([html.tag("kbd", html.text(key)), html.text(does)], " ")
        for key, does in keys.items()
    ]


draw()
