"""Drill: would we know what to do in the first hour? (screens 3.7)."""

import streamlit as st

from readiness.domain.drill_run import DrillRun
from readiness.ui import html, state
from readiness.ui.band import band, chosen
from readiness.ui.cached import workbench
from readiness.ui.drill_chooser import chooser
from readiness.ui.drill_clock import clock
from readiness.ui.drill_debrief import debrief
from readiness.ui.drill_rows import rows
from readiness.ui.drill_side import side
from readiness.workspace.drilling import running
from readiness.workspace.results import State


def draw() -> None:
    """The page: choose, run, or what came of it."""
    now = chosen()
    if now is None:
        return
    assessment, here = now
    run = running(here.assessment)
    if run is not None and here.loaded.frozen is None:
        _facilitate(assessment, here, run)
        return
    band(here)
    looked_at = st.session_state.get(state.DRILL_SHOWN)
    if any(r.id == looked_at for r in here.assessment.drill_runs):
        debrief(assessment, here, str(looked_at))
    else:
        chooser(assessment, here)


def _facilitate(assessment: str, here: State, run: DrillRun) -> None:
    """The screen of the hour: the clock takes the place of the band."""
    rules = here.questionnaire.drills
    scenario = rules.scenario(run.scenario)
    left, right = st.columns([1, 2.9], gap="large")
    with left:
        must = " · mandatory" if scenario.mandatory else ""
        led = " · led by the deputy" if run.led_by == "deputy" else ""
        words = html.text(f"{must} · facilitator{led}")
        title = html.join([html.bold(scenario.name), words])
        st.html(html.tag("h1", title, "rd-drill-title"))
        clock(run, rules.minutes, workbench().now())
        side(assessment, run.id)
    with right:
        st.html(html.paragraph(f"{scenario.summary} Decision owner: {scenario.decision_owner}."))
        rows(assessment, run.id)


draw()
