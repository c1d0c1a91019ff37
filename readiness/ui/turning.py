"""Keys and buttons that answer a question and turn to another one (screens 3.2)."""

import streamlit as st

from readiness.domain.assessment import Said
from readiness.ui import fields, html, state
from readiness.ui.in_order import PREFIX, TURN, ask
from readiness.ui.manner import Manner
from readiness.ui.question import key_of, save
from readiness.workspace.interview import Round


def turning(assessment: str, questions: Round, capability: str, who: str, manner: Manner) -> None:
    """The keys, which no one sees, and the bar at the foot, which is always in sight."""
    _keys(assessment, capability, who, manner)
    with st.bottom:
        back, on, following, undone, said = st.columns([1, 1, 1.1, 1, 3.4])
        back.button(
            "Previous",
            shortcut="k",
            key=f"{TURN}back",
            width="stretch",
            on_click=ask,
            args=(f"{TURN}back", _turn, questions, capability, -1),
        )
        on.button(
            "Next",
            shortcut="j",
            type="primary",
            key=f"{TURN}on",
            width="stretch",
            on_click=ask,
            args=(f"{TURN}on", _turn, questions, capability, 1),
        )
        goal = questions.next_open(capability)
        following.button(
            "Next open",
            shortcut="o",
            width="stretch",
            disabled=goal is None,
            key=f"{TURN}open",
            on_click=ask,
            args=(f"{TURN}open", state.look_at, goal or capability),
        )
        with undone:
            fields.undo_button(assessment)
        said.html(html.tag("p", html.join(_hints(manner), " · "), "rd-keys"))


def at_question(questions: Round) -> str:
    """The question that is being looked at; the first open one, where it is not among these."""
    looked_at = state.current_capability()
    if looked_at in {q.id for q in questions.questions}:
        return str(looked_at)
    first = questions.next_open("") or questions.questions[0].id
    state.look_at(first)
    return first


def _keys(assessment: str, capability: str, who: str, manner: Manner) -> None:
    with st.container(key="keys"):
        for key, level in manner.level_of.items():
            name = f"{PREFIX}{manner.sign}_{key}"
            st.button(
                f"Answer {level if manner.is_numbered else key}",
                key=name,
                shortcut=key,
                disabled=state.is_sealed(),
                on_click=ask,
                args=(name, _answer, assessment, capability, who, level, manner),
            )


# Keys come faster than pages are drawn: each counts from where the keys before it have led, not
# from what was on the page when it was pressed.
def _answer(assessment: str, drawn: str, who: str, level: Said, manner: Manner) -> None:
    capability = state.current_capability() or drawn
    state.outrun(key_of("level", capability, who, manner))
    save(assessment, capability, who, "level", level)


def _turn(questions: Round, drawn: str, step: int) -> None:
    state.look_at(questions.beside(state.current_capability() or drawn, step))


def _hints(manner: Manner) -> list[html.Html]:
    keys = {manner.hint: "answer", "U": "do not know", "X": "does not apply"}
    return [
        html.join([html.tag("kbd", html.text(key)), html.text(does)], " ")
        for key, does in keys.items()
    ]
