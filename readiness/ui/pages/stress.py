"""Stress test: what would happen to the patients (method 10)."""

import hashlib

import streamlit as st

from readiness.domain.simulated import KeptRun
from readiness.domain.simulation import Parameters
from readiness.stress.simulate import run
from readiness.ui import fields, state
from readiness.ui.band import band, chosen
from readiness.ui.cached import workbench
from readiness.ui.stress_charts import Outcome
from readiness.ui.stress_crossings import crossings
from readiness.ui.stress_figures import groups, shocks
from readiness.ui.stress_outcome import last_kept, outcome
from readiness.ui.stress_pairs import together
from readiness.ui.stress_slack import slack_today
from readiness.ui.stress_trials import helping, tipping, told
from readiness.workspace.kept_runs import keep_run
from readiness.workspace.measuring import evidence_of
from readiness.workspace.stress import (
    Figure,
    chosen_shocks,
    content_of,
    figures,
    parameters,
    with_lever,
)

REPLICATIONS = 200
KEPT = "stress_outcome"


def draw() -> None:
    """The page."""
    now = chosen()
    if now is None:
        return
    assessment, here = now
    band(here)
    st.title("What would happen to the patients?", anchor=False)
    fields.trouble()
    slots = evidence_of(workbench(), assessment, here.loaded, here.questionnaire).slots
    content = content_of(workbench(), here.assessment.questionnaire)
    known = figures(content, here.assessment, slots)
    ids = chosen_shocks(content, here.assessment)
    left, right = st.columns([1, 2.4], gap="large")
    with left:
        shocks(assessment, content, ids)
        st.header("What it starts from", anchor=False)
        st.caption("From your records where they tell, else typical. Change what you know better.")
        groups(assessment, known)
    given = parameters(content, here.assessment, known, slots, REPLICATIONS)
    with right:
        names = [shock.name for shock in content.shocks if shock.id in ids]
        _run(assessment, known, given, names)
        seen = st.session_state.get(KEPT)
        if seen is None or seen[0] != assessment:
            _before(known, given, here.assessment.simulation)
            return
        _stale(seen[1].parameters, given)
        outcome(seen[1])
        stamp = _stamp(assessment, given)
        slack_today(assessment, given, content, stamp)
        crossings(assessment, here, ids, together(assessment, given, names, stamp))
        tipping(given, stamp)
        worlds = [
            (lever, parameters(content, here.assessment, changed, slots, REPLICATIONS))
            for lever in content.levers
            if (changed := with_lever(known, lever)) is not None
        ]
        helping(given, worlds, here.questionnaire, stamp)


def _run(assessment: str, known: tuple[Figure, ...], given: Parameters, names: list[str]) -> None:
    if st.button(f"Simulate two years, {REPLICATIONS} times", type="primary"):
        found = told("Simulating", lambda progress: run(given, progress))
        seen = Outcome.of(found, names)
        st.session_state[KEPT] = (assessment, seen)
        if not state.is_sealed():
            fields.doing(
                keep_run, workbench(), assessment, known, given, seen.shocked, seen.usual
            )()


def _before(known: tuple[Figure, ...], given: Parameters, kept: KeptRun | None) -> None:
    """Until one simulates here: the run that was kept, or what one will start from."""
    if kept is not None:
        _stale(kept.parameters, given)
        last_kept(kept)
        return
    ours = sum(figure.known for figure in known)
    st.info(
        f"Nothing was simulated yet. {ours} of {len(known)} figures come from you or your records; "
        "the rest is typical for this stage. It takes seconds to a minute, and moves no score."
    )


def _stale(seen: Parameters, given: Parameters) -> None:
    if seen != given:
        st.warning("Figures were changed since: simulate again to see what they do.")


def _stamp(assessment: str, given: Parameters) -> str:
    return hashlib.sha256(f"{assessment} {given.model_dump_json()}".encode()).hexdigest()


draw()
