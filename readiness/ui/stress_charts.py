"""The charts of a simulation, each with its table below: queue, waits, stock of doses."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import streamlit as st
from numpy.typing import NDArray

from readiness.domain.simulated import Simulated, Waiting
from readiness.domain.simulation import Parameters
from readiness.report.numerals import one
from readiness.report.stress_figures import Span, queue_figure, stock_figure, waiting_figure
from readiness.report.stress_words import doses_in_words, queue_in_words
from readiness.stress.outcomes import Outcomes
from readiness.stress.phases import phases
from readiness.stress.simulate import Runs, summed_up
from readiness.ui import html, state
from readiness.ui.picture import picture

WEEK = 7
WAITS = (("Request to collection", "access_wait"), ("Vein to vein", "vein_to_vein"))
PERCENTILES = ("p50", "p80", "p90", "p95")


@dataclass(frozen=True)
class Outcome:
    """A run summed up, and the same luck without shocks where there were shocks."""

    parameters: Parameters
    shocked: Simulated
    usual: Simulated | None
    runs: Runs
    names: tuple[str, ...] = ()
    """Of the shocks, in their order."""

    @classmethod
    def of(cls, runs: Runs, names: Sequence[str] = ()) -> "Outcome":
        """From the replications."""
        calm = Runs(runs.parameters, runs.usual, runs.usual)
        usual = summed_up(calm) if runs.parameters.shocks else None
        return cls(runs.parameters, summed_up(runs), usual, runs, tuple(names))


def queue(seen: Outcome) -> None:
    """The queue over time, and around each shock."""
    st.header("The queue", anchor=False)
    said = queue_in_words(seen.shocked, seen.usual)
    st.write(state.plain(said))
    around = phases(seen.parameters, seen.shocked.queue.by_day)
    spans = [
        Span(name, phase.begins, phase.until)
        for name, phase in zip(seen.names, around, strict=False)
    ]
    warm = seen.parameters.warm_up_days
    picture(
        queue_figure(seen.shocked, seen.usual, warm, spans),
        alt=f"Patients waiting for collection, by week. {said}",
        key="stress_queue",
    )
    rows = [
        [
            html.bold(name),
            html.text(_weeks(phase.begins - warm, phase.until - warm, phase.stays)),
            *(html.text(_figure(v)) for v in (phase.before, phase.during, phase.most)),
            html.text("stays" if phase.stays else _figure(phase.after)),
        ]
        for name, phase in zip(seen.names, around, strict=False)
    ]
    if rows:
        head = ["Shock", "Weeks", "Before", "During", "At most", "After"]
        st.html(html.table(head, rows, "rd-compact", "Patients waiting, mean"))


def _weeks(begins: float, until: float, stays: bool) -> str:
    return f"from {begins / WEEK:.0f}" + (" on" if stays else f" to {until / WEEK:.0f}")


def _figure(value: float | None) -> str:
    return "—" if value is None else one(value)


def waits(seen: Outcome) -> None:
    """Both waits as distributions."""
    st.header("How long it takes", anchor=False)
    for column, (name, field) in zip(st.columns(2), WAITS, strict=True):
        usual = _together(seen.runs.usual, field) if seen.usual else None
        found: Waiting = getattr(seen.shocked, field)
        column.plotly_chart(
            waiting_figure(name, _together(seen.runs.shocked, field), usual),
            alt=f"{name}: share of the patients within so many days. Half within "
            f"{_figure(found.p50)} days, 9 in 10 within {_figure(found.p90)}.",
            key=f"stress_{field}",
        )
    worlds: list[tuple[str, Simulated]] = [("", seen.shocked)]
    if seen.usual:
        worlds.append((", without shocks", seen.usual))
    rows = [
        [
            html.bold(f"{name}{world}"),
            *(html.text(_figure(getattr(getattr(figures, field), p))) for p in PERCENTILES),
        ]
        for name, field in WAITS
        for world, figures in worlds
    ]
    head = ["Days", "Half within", "8 in 10", "9 in 10", "19 in 20"]
    st.html(html.table(head, rows, "rd-compact", "Within how many days"))


def _together(runs: Sequence[Outcomes], field: str) -> NDArray[np.float64]:
    return np.concatenate([getattr(o, field) for o in runs])


def stock(seen: Outcome) -> None:
    """Doses made ahead: campaigns, stock, weeks without."""
    doses, campaign = seen.shocked.doses, seen.parameters.campaign
    if doses is None or campaign is None:
        return
    st.header("Doses in stock", anchor=False)
    warm = int(seen.parameters.warm_up_days)
    said = doses_in_words(doses, campaign.batches_per_campaign, warm)
    st.write(state.plain(said))
    picture(
        stock_figure(seen.shocked, seen.usual, warm),
        alt=f"Doses in stock, by week. {said}",
        key="stress_stock",
    )
    whole = np.array(doses.stock_by_day[warm:])
    quarters = np.array_split(whole, 8)
    rows = [
        [
            html.bold(f"Quarter {n}"),
            html.text(one(float(part.mean()))),
            html.text(one(float(part.min()))),
        ]
        for n, part in enumerate(quarters, start=1)
        if len(part)
    ]
    head = ["From the start of counting", "Doses in stock, mean", "At the lowest"]
    st.html(html.table(head, rows, "rd-compact", "Doses in stock, mean of all runs"))
