"""What a simulation showed: figures with intervals, the queue, the waits, what was lost."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import streamlit as st
from numpy.typing import NDArray

from readiness.domain.simulated import Interval, Simulated, Waiting
from readiness.domain.simulation import Parameters
from readiness.report.figure_look import CONFIG
from readiness.report.numerals import one, percent
from readiness.report.stress_figures import queue_figure, queue_in_words, waiting_figure
from readiness.stress.outcomes import Outcomes
from readiness.stress.simulate import Runs, summed_up
from readiness.ui import html, state


@dataclass(frozen=True)
class Outcome:
    """A run summed up, and the same luck without shocks where there were shocks."""

    parameters: Parameters
    shocked: Simulated
    usual: Simulated | None
    runs: Runs

    @classmethod
    def of(cls, runs: Runs) -> "Outcome":
        """From the replications."""
        calm = Runs(runs.parameters, runs.usual, runs.usual)
        usual = summed_up(calm) if runs.parameters.shocks else None
        return cls(runs.parameters, summed_up(runs), usual, runs)


def outcome(seen: Outcome) -> None:
    """Everything of one run."""
    st.write(state.plain(_sentence(seen)))
    for warning in seen.shocked.warnings:
        st.warning(state.plain(f"{warning[0].upper()}{warning[1:]}."))
    _table(seen)
    st.header("The queue", anchor=False)
    said = queue_in_words(seen.shocked, seen.usual)
    st.write(state.plain(said))
    given = seen.parameters
    day = min((s.from_day for s in given.shocks), default=0.0)
    st.plotly_chart(
        queue_figure(seen.shocked, seen.usual, given.warm_up_days, day),
        theme=None,
        config=CONFIG,
        alt=f"Patients waiting for collection, by week. {said}",
        key="stress_queue",
    )
    _waits(seen)


def _sentence(seen: Outcome) -> str:
    found = seen.shocked
    text = (
        f"Of 100 patients who ask, {_of_100(found.treated)} are treated within the two years, "
        f"{_of_100(found.dropped_before)} are lost before collection, "
        f"{_of_100(found.dropped_after)} after it, {_of_100(found.failed)} because both batches "
        f"failed; {_of_100(found.still_waiting)} are still under way."
    )
    if found.bottleneck:
        text += f" What is full first: {found.bottleneck}."
    clinic = seen.parameters.clinic
    if clinic:
        text += (
            f" A delay of up to {clinic.slack_days:g} days keeps the date at the clinic; one day "
            f"more costs {clinic.next_opening_days:g} days."
        )
    return text


def _of_100(share: Interval) -> str:
    return one(100 * share.value)


def _table(seen: Outcome) -> None:
    worlds = [seen.shocked] + ([seen.usual] if seen.usual else [])
    head = ["", "as simulated", *(["without shocks"] if seen.usual else [])]
    rows = [
        [html.bold(name), *(html.text(cell) for cell in cells)] for name, *cells in _rows(worlds)
    ]
    st.html(html.table(head, rows, "rd-compact", "Figures of the simulation with 90 % intervals"))
    st.caption(
        f"In brackets the 90 % interval over {seen.shocked.replications} replications: how far the "
        "figure would move by chance. A model is no promise: it says what these figures imply."
    )


def _rows(worlds: Sequence[Simulated]) -> list[list[str]]:
    rows = [
        ["Treated", *(_share(w.treated) for w in worlds)],
        ["Lost before collection", *(_share(w.dropped_before) for w in worlds)],
        ["Lost after collection", *(_share(w.dropped_after) for w in worlds)],
        ["Failed twice", *(_share(w.failed) for w in worlds)],
        ["Request to collection, days", *(_days(w.access_wait) for w in worlds)],
        ["Vein to vein, days", *(_days(w.vein_to_vein) for w in worlds)],
    ]
    rows += [
        [f"Use of {name}", *(_share(w.utilisation[name]) for w in worlds)]
        for name in worlds[0].utilisation
    ]
    rows += [
        [f"Slots lost: {cause}", *(_figure(w.slots.lost[cause]) for w in worlds)]
        for cause in worlds[0].slots.lost
        if any(w.slots.lost[cause].value for w in worlds)
    ]
    if worlds[0].doses:
        doses = [w.doses for w in worlds if w.doses]
        rows.append(["Weeks without a dose", *(_figure(d.stock_out_weeks) for d in doses)])
        rows.append(["Campaigns", *(_figure(d.campaigns) for d in doses)])
    return rows


def _share(found: Interval) -> str:
    low, high = max(0.0, found.low), min(1.0, found.high)
    return f"{percent(found.value)} ({percent(low)} to {percent(high)})"


def _figure(found: Interval) -> str:
    return f"{one(found.value)} ({one(found.low)} to {one(found.high)})"


def _days(found: Waiting) -> str:
    if found.p50 is None:
        return "nobody got there"
    return (
        f"half within {one(found.p50)} ({one(found.p50_low)} to {one(found.p50_high)}), "
        f"9 in 10 within {one(found.p90)}"
    )


def _waits(seen: Outcome) -> None:
    st.header("How long it takes", anchor=False)
    left, right = st.columns(2)
    names = (("Request to collection", "access_wait"), ("Vein to vein", "vein_to_vein"))
    for column, (name, field) in zip((left, right), names, strict=True):
        usual = _together(seen.runs.usual, field) if seen.usual else None
        found: Waiting = getattr(seen.shocked, field)
        column.plotly_chart(
            waiting_figure(name, _together(seen.runs.shocked, field), usual),
            theme=None,
            config=CONFIG,
            alt=f"{name}: {_days(found)} days.",
            key=f"stress_{field}",
        )


def _together(runs: Sequence[Outcomes], field: str) -> NDArray[np.float64]:
    return np.concatenate([getattr(o, field) for o in runs])
