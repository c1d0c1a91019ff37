"""What to choose from beside a question: dimensions, and the questions of one (screens 3.2)."""

import streamlit as st

from readiness.domain.questionnaire import Questionnaire
from readiness.ui import html, state
from readiness.workspace.interview import Round

GLYPHS = {"answered": "✓ ", "unknown": "? ", "not applicable": "– ", "open": ""}


def rail(content: Questionnaire, questions: Round, capability: str) -> None:
    """Progress and the dimensions with how many of their questions are done."""
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
    lines = _lines(content, questions)
    look = f"_{done}_{total}_{''.join(lines)}"
    dimension = capability.split("-", maxsplit=1)[0]
    key = state.following("rail", dimension, look)
    with st.container(key="rail"):
        st.radio(
            "Dimensions",
            list(lines),
            index=list(lines).index(dimension),
            key=key,
            width="stretch",
            label_visibility="collapsed",
            format_func=lambda d: state.plain(lines[d][0]),
            on_change=_look_at,
            args=("rail", key, {d: first for d, (_, first) in lines.items()}),
        )


def _lines(content: Questionnaire, questions: Round) -> dict[str, tuple[str, str]]:
    """By dimension, in the order in which they are asked: its line, and its first question."""
    ids: dict[str, list[str]] = {}
    for question in questions.questions:
        ids.setdefault(question.id.partition("-")[0], []).append(question.id)
    names = {dimension.id: dimension.short for dimension in content.dimensions}
    lines = {}
    for dimension, mine in ids.items():
        ready = sum(questions.marks[c] != "open" for c in mine)
        count = "✓" if ready == len(mine) else f"{ready}/{len(mine)}"
        lines[dimension] = (f"{names[dimension]} {count}", mine[0])
    return lines


def chips(questions: Round, capability: str) -> None:
    """The questions of the dimension, each with the glyph of its state."""
    dimension = capability.split("-", maxsplit=1)[0]
    here = [q.id for q in questions.questions if q.id.split("-", maxsplit=1)[0] == dimension]
    glyphs = "".join(GLYPHS[questions.marks[c]].strip() or "o" for c in here)
    key = state.following("chips", capability, f"_{dimension}_{glyphs}")
    st.segmented_control(
        "Questions of this dimension",
        here,
        key=key,
        required=True,
        wrap=True,
        label_visibility="collapsed",
        format_func=lambda c: GLYPHS[questions.marks[c]] + c,
        on_change=_look_at,
        args=("chips", key, {c: c for c in here}),
    )


def _look_at(role: str, key: str, goals: dict[str, str]) -> None:
    chosen = st.session_state.get(key)
    if state.is_shown(role, key) and chosen in goals:
        state.look_at(goals[chosen])
