"""The stopwatch while it runs: the clock, and right or wrong for every field of every code."""

from functools import partial
from typing import Any

import streamlit as st

from readiness.domain.stopwatch import StopwatchRun
from readiness.ui import fields, html, state
from readiness.ui.cached import workbench
from readiness.ui.drill_clock import face
from readiness.workspace.results import State
from readiness.workspace.stopwatch import discard, stop, tell

TOLD = {"right": "✓ Right", "wrong": "✗ Wrong", None: "–"}


def facilitate(assessment: str, now: State, run: StopwatchRun) -> None:
    """The clock on top, a line a field and a column a code below; each press has its second."""
    bench, rules = workbench(), now.questionnaire.stopwatch
    answers = [a for a in now.assessment.operating.stopwatch_answers if a.run == run.id]
    told: dict[tuple[int, str], str] = {(a.n, a.field): a.answer for a in answers}
    left, right = st.columns([1, 2], vertical_alignment="center")
    with left:
        began = int(run.started.timestamp() * 1000)
        done = f" {len(told)} of {len(run.codes) * len(rules.fields)} answered"
        face(began, 0, bench.now(), done, "Time of this test")
    with right:
        st.write(
            "Ask, check against the place itself, press. Not known counts as wrong. "
            "What was said is not written down."
        )
        with st.container(horizontal=True):
            st.button(
                "Stop the clock",
                type="primary",
                on_click=fields.doing(stop, bench, assessment, run.id),
            )
            st.button(
                "Discard",
                on_click=fields.doing(discard, bench, assessment, run.id),
                help="Undo brings it back.",
            )
    for field in rules.fields:
        asked, *columns = st.columns([1.2, *[1] * len(run.codes)], vertical_alignment="top")
        asked.html(html.join([html.bold(field.name), html.paragraph(field.text)]))
        for n, (code, column) in enumerate(zip(run.codes, columns, strict=True), start=1):
            with column:
                save = partial(_tell, assessment, run.id, n, field.id)
                key = f"stopwatch_{run.id}_{n}_{field.id}"
                label = f"{field.name}, {state.plain(code)}"
                fields.choice(label, TOLD, told.get((n, field.id)), key, save)


def _tell(assessment: str, run: str, n: int, field: str, value: Any) -> object:
    return tell(workbench(), assessment, run, n, field, value)
