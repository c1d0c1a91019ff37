"""What a simulation showed, in one sentence and one table with intervals."""

from collections.abc import Sequence

import streamlit as st

from readiness.domain.simulated import Interval, KeptRun, Simulated, Waiting
from readiness.report.numerals import one, percent
from readiness.report.stress_words import fullest_in_words, pairs_in_words, slack_in_words
from readiness.ui import html, state
from readiness.ui.stress_charts import Outcome, queue, stock, waits


def outcome(seen: Outcome) -> None:
    """Everything of one run."""
    _figures(seen.shocked, seen.usual)
    queue(seen)
    waits(seen)
    if seen.shocked.doses:
        stock(seen)


def last_kept(kept: KeptRun) -> None:
    """The run that the report tells, for who comes back: its figures and what was asked of it."""
    shocks = "; ".join(kept.shocks) or "none"
    st.caption(
        state.plain(
            f"The last run, of {kept.on:%d %b %Y}, as the gap report tells it. Shocks: {shocks}. "
            "Simulate again for its charts."
        )
    )
    _figures(kept.shocked, kept.usual)
    told = [slack_in_words(name, found) for name, found in kept.slack.items()]
    if kept.cascade:
        told += pairs_in_words(kept.cascade, kept.shocks)
    for sentence in told:
        st.write(state.plain(sentence))


def _figures(shocked: Simulated, usual: Simulated | None) -> None:
    st.write(state.plain(_sentence(shocked)))
    for warning in shocked.warnings:
        st.warning(state.plain(f"{warning[0].upper()}{warning[1:]}."))
    _table(shocked, usual)


def _sentence(found: Simulated) -> str:
    return (
        f"Of 100 patients who ask, {_of_100(found.treated)} are treated within the two years, "
        f"{_of_100(found.dropped_before)} are lost before collection, "
        f"{_of_100(found.dropped_after)} after it, {_of_100(found.failed)} because both batches "
        f"failed; {_of_100(found.still_waiting)} are still under way. {fullest_in_words(found)}"
    )


def _of_100(share: Interval) -> str:
    return one(100 * share.value)


def _table(shocked: Simulated, usual: Simulated | None) -> None:
    worlds = [shocked] + ([usual] if usual else [])
    head = ["", "as simulated", *(["without shocks"] if usual else [])]
    rows = [
        [html.bold(name), *(html.text(cell) for cell in cells)] for name, *cells in _rows(worlds)
    ]
    st.html(html.table(head, rows, "rd-compact", "Figures of the simulation with 90 % intervals"))
    st.caption(
        f"In brackets the 90 % interval over {shocked.replications} replications: how far the "
        "figure would move by chance. A model is no promise: it says what these figures imply."
    )


def _rows(worlds: Sequence[Simulated]) -> list[list[str]]:
    rows = [
        ["Treated", *(_share(w.treated) for w in worlds)],
        ["Lost before collection", *(_share(w.dropped_before) for w in worlds)],
        ["Lost after collection", *(_share(w.dropped_after) for w in worlds)],
        ["Failed twice", *(_share(w.failed) for w in worlds)],
        ["Still under way", *(_share(w.still_waiting) for w in worlds)],
        ["Request to collection, days", *(days(w.access_wait) for w in worlds)],
        ["Vein to vein, days", *(days(w.vein_to_vein) for w in worlds)],
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
    if len(worlds) > 1:
        rows.append(["Weeks to recover", _recovery(worlds[0]), "—"])
    if worlds[0].doses:
        doses = [w.doses for w in worlds if w.doses]
        rows.append(["Weeks without a dose", *(_figure(d.stock_out_weeks) for d in doses)])
        rows.append(["Campaigns", *(_figure(d.campaigns) for d in doses)])
    return rows


def _recovery(found: Simulated) -> str:
    back = found.recovery_weeks
    if back is None:
        return "a shock stays: no usual to come back to"
    if back.weeks is None:
        return "not within the two years"
    part = "" if back.share == 1 else f", in {percent(back.share)} of the runs"
    return f"{_figure(back.weeks)}{part}"


def _share(found: Interval) -> str:
    low, high = max(0.0, found.low), min(1.0, found.high)
    return f"{percent(found.value)} ({percent(low)} to {percent(high)})"


def _figure(found: Interval) -> str:
    return f"{one(found.value)} ({one(found.low)} to {one(found.high)})"


def days(found: Waiting) -> str:
    """*half within 14.0 (13.8 to 14.2), 9 in 10 within 28.0*."""
    if found.p50 is None:
        return "nobody got there"
    return (
        f"half within {one(found.p50)} ({one(found.p50_low)} to {one(found.p50_high)}), "
        f"9 in 10 within {one(found.p90)}"
    )
