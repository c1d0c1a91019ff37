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


def chips(questions: Round, capability: str) -> None:
    """The questions of the dimension, each with the glyph of its state."""
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
