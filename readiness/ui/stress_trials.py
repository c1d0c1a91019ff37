"""Further questions to a simulation: the load, pairs of shocks, what helps most."""

from collections.abc import Callable, Sequence
from typing import TypeVar

import streamlit as st

from readiness.domain.base import remade
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.simulated import Cascade, Interval, Loads, Story
from readiness.domain.simulation import Parameters
from readiness.domain.stress import Lever
from readiness.report.figure_look import CONFIG
from readiness.report.numerals import one
from readiness.report.stress_figures import load_figure, loads_in_words
from readiness.stress.cascade import cascade
from readiness.stress.loads import loads
from readiness.ui import html, state
from readiness.workspace.levers import Gain, gains

FEWER = 40
"""Replications of these sweeps, which run many worlds."""
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
    """Run with a bar; any other click on the page stops it."""
    bar = st.progress(0.0, words)

    def progress(done: int, of: int) -> bool:
        bar.progress(done / of, f"{words}: {done} of {of}. Any click elsewhere stops it.")
        return True

    try:
        return work(progress)
    finally:
        bar.empty()


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
    st.plotly_chart(
        load_figure(found),
        theme=None,
        config=CONFIG,
        alt=f"Days from request to collection by demand. {said}",
        key="stress_load",
    )


def together(given: Parameters, names: Sequence[str], stamp: str) -> None:
    """All pairs of the chosen shocks."""
    st.header("Two at once", anchor=False)
    if given.campaign:
        st.caption("Pairs are followed patient by patient, which doses from stock do not know.")
        return
    if len(given.shocks) < 2:
        st.caption("Choose two shocks or more to see what they do together.")
        return
    few = remade(given, replications=min(FEWER, given.replications))
    found: Cascade | None = asked(
        "stress_cascade",
        stamp,
        "Try every pair",
        lambda: told("Trying pairs", lambda progress: cascade(few, progress)),
    )
    if found is None:
        return
    head = ["Pair", "Days beyond the sum of each alone", "Patients lost beyond it"]
    rows = [
        [
            html.bold(f"{names[pair.first]} + {names[pair.second]}"),
            html.text(_interval(pair.extra.days)),
            html.text(_interval(pair.extra.lost)),
        ]
        for pair in sorted(found.pairs, key=lambda p: -p.extra.days.value)
    ]
    st.html(html.table(head, rows, "rd-compact", "Pairs of shocks"))
    st.caption(
        "Days that all patients together are treated later, over the two years. Above 0: together "
        "worse than one after the other, because what slack there was is used twice."
    )
    if found.story and found.worst is not None:
        worst = found.pairs[found.worst]
        _story(found.story, names[worst.first], names[worst.second])


def _story(story: Story, first: str, second: str) -> None:
    calm, one_alone, other, both = (step.treated for step in story.steps)
    st.write(
        state.plain(
            f"One patient: treated {one(calm)} days after the request when nothing happens; "
            f"{one(one_alone)} with the first ({first}), {one(other)} with the second ({second}), "
            f"but {one(both)} with both: {one(both - one_alone - other + calm)} days more than the "
            "two delays together."
        )
    )


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
            html.text(_interval(gain.patients)),
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


def _interval(found: Interval) -> str:
    return f"{one(found.value)} ({one(found.low)} to {one(found.high)})"
