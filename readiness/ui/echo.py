"""What comes back on an answer, once it is given: its effect, and what the records say to it."""

import streamlit as st

from readiness.domain.measurement import Measurement
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.result import CapabilityResult, Result
from readiness.report.answered import effect, log_says, log_shows, named
from readiness.ui import html
from readiness.ui.cached import workbench
from readiness.ui.measured import rows_table
from readiness.workspace.results import State, standing, without_answer


def echo(assessment: str, here: State, capability: str, respondent: str, *, levels: bool) -> None:
    """Draw it below an answer that was given.

    ``levels`` False: somebody who is interviewed looks on; figures and rows, but no level.
    """
    session, content = workbench(), here.questionnaire
    result = standing(session, assessment, here)
    shown = next(c for c in result.capabilities if c.id == capability)
    if not shown.applicable:
        return
    if levels:
        without = without_answer(session, assessment, here, capability, respondent)
        said = html.sentence(effect(shown, result, without, content))
        st.html(html.tag("p", said, "rd-small rd-echo"))
    says = (log_says if levels else log_shows)(shown, result, content)
    if says:
        st.html(html.tag("p", html.sentence(says), "rd-box rd-small"))
        _rows(shown, result, content, levels=levels)


def _rows(shown: CapabilityResult, result: Result, content: Questionnaire, *, levels: bool) -> None:
    mine = [m for m in result.measurements if m.metric in shown.metrics_usable and m.rows]
    count = len({row for m in mine for row in m.rows})
    if not mine:
        return
    opened = st.expander(
        f"The {count} rows behind it", type="compact", key=f"echo_{shown.id}", on_change="rerun"
    )
    if opened.open:
        with opened:
            for measured in mine:
                rows_table(measured.rows, _caption(measured, content, levels=levels))


def _caption(measured: Measurement, content: Questionnaire, *, levels: bool) -> str:
    said = named(measured, content, levels=levels)
    return f"{measured.metric} · {said}: {len(measured.rows)} rows"
