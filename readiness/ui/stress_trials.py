"""Further questions to a simulation: at which load it tips, and what helps most."""

from collections.abc import Callable, Sequence
from typing import TypeVar

import streamlit as st

from readiness.domain.base import remade
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.simulated import Interval, Load, Loads
from readiness.domain.simulation import Parameters
from readiness.domain.stress import Lever
from readiness.report.numerals import one, percent
from readiness.report.stress_figures import load_figure
from readiness.report.stress_words import loads_in_words
from readiness.stress.loads import loads
from readiness.ui import html, state
from readiness.ui.html import Html
from readiness.ui.picture import picture
from readiness.workspace.levers import Gain, gains

FEWER = 40
"""Replications of these sweeps, which run many worlds."""
STOP = "stress_stop"
Answer = TypeVar("Answer")


def asked(name: str, stamp: str, words: str, work: Callable[[], Answer]) -> Answer | None:
    """The answer of a sweep, once it was asked for; forgotten when the figures change."""
    kept = st.session_state.get(name)
    if kept is not None and kept[0] == stamp:
        answer: Answer = kept[1]
        return answer
    place = st.empty()
    if not place.button(words, key=f"{name}_ask"):
        return None
    place.empty()
    answer = work()
    st.session_state[name] = (stamp, answer)
    return answer


def told(words: str, work: Callable[[Callable[[int, int], bool]], Answer]) -> Answer:
    """Run with a bar and a button that stops it: a click ends the run that draws the bar."""
    place = st.empty()
    shown = place.container(horizontal=True, vertical_alignment="center")
    bar = shown.progress(0.0, words)
    shown.button("Stop", key=STOP, help="Nothing is kept of a run that was stopped.")

    def progress(done: int, of: int) -> bool:
        bar.progress(done / of, f"{words}: {done} of {of}")
        return True

    try:
        return work(progress)
    finally:
        place.empty()


def tipping(given: Parameters, stamp: str) -> None:
    """Demand from half to three times."""
    st.header("At which load does it tip?", anchor=False)
    few = remade(given, replications=min(FEWER, given.replications))
    found: Loads | None = asked(
        "stress_loads",
        stamp,
        "Try half to three times the demand",
        lambda: told("Sweeping demand", lambda progress: loads(few, progress)),
    )
    if found is None:
        return
    said = loads_in_words(found)
    st.write(state.plain(said))
    picture(
        load_figure(found),
        alt=f"Days from request to collection by demand. {said}",
        key="stress_load",
    )
    rows = [_load(load, n == found.knee) for n, load in enumerate(found.loads)]
    head = ["Demand", "Half wait, days", "One in ten waits, days", "Fullest resource", "Lost"]
    st.html(html.table(head, rows, "rd-compact", "Waiting for collection by demand, today = 1"))


def _load(load: Load, is_knee: bool) -> list[Html]:
    wait = load.access_wait
    return [
        html.bold(f"{load.factor:g} times{' ◇ tips here' if is_knee else ''}"),
        html.text("—" if wait.p50 is None else one(wait.p50)),
        html.text("—" if wait.p90 is None else one(wait.p90)),
        html.text(percent(load.utilisation.value)),
        html.text(percent(load.lost.value)),
    ]


def helping(
    given: Parameters,
    worlds: Sequence[tuple[Lever, Parameters]],
    content: Questionnaire,
    stamp: str,
) -> None:
    """Remedies by patients gained for a person-week."""
    st.header("What helps most?", anchor=False)
    if not worlds:
        st.caption("No remedy changes a figure that is known here.")
        return
    found: tuple[Gain, ...] | None = asked(
        "stress_gains",
        stamp,
        f"Try {len(worlds)} remedies",
        lambda: told(
            "Trying remedies", lambda progress: gains(given, worlds, content, FEWER, progress)
        ),
    )
    if found is None:
        return
    head = ["Remedy", "Patients more a year", "Person-weeks", "Patients more for 10 person-weeks"]
    rows = [
        [
            html.bold(gain.lever.name),
            html.text(spread(gain.patients)),
            html.text(f"{one(gain.person_weeks)} ({gain.lever.capability})"),
            html.text(one(10 * gain.patients.value / float(gain.person_weeks))),
        ]
        for gain in found
    ]
    st.html(html.table(head, rows, "rd-compact", "Remedies by what they gain"))
    st.caption(
        "Person-weeks are those of the action that the gap list proposes for the capability named; "
        "what has to be bought comes on top. Where the interval holds 0, chance could explain "
        "the difference."
    )


def spread(found: Interval) -> str:
    """*1.2 (0.8 to 1.6)*."""
    return f"{one(found.value)} ({one(found.low)} to {one(found.high)})"
