"""Causes: whose they are, whether they come back, and what is tolerated (method 3; domain 4.0)."""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache

import pandas as pd

from readiness.domain.evidence import EvidenceFinding
from readiness.domain.rules import RecordRules
from readiness.domain.tables import ALIKE, ALONE
from readiness.metrics.tables import Table, codes, is_blank
from readiness.metrics.window import months_before

BY_PATIENT = "caused by patient or donor"
# Canonical words of the column map.
PATIENT = frozenset({"patient", "donor"})
HUMAN_ERROR = frozenset({"human_error"})
NO_CAUSE = frozenset({"none_found"})


def is_patient(deviations: pd.DataFrame) -> "pd.Series[bool]":
    """True where the cause is the patient or donor: it leaves D1, D2, D3 and D6."""
    if "cause" not in deviations:
        return pd.Series(data=False, index=deviations.index, dtype=bool)
    return deviations["cause"].isin(PATIENT)


def has_cause(deviations: pd.DataFrame) -> "pd.Series[bool]":
    """True where a cause was found."""
    if "cause" not in deviations:
        return pd.Series(data=False, index=deviations.index, dtype=bool)
    said = deviations["cause"]
    return ~said.map(is_blank).astype(bool) & ~said.isin(NO_CAUSE)


def is_compared(deviations: pd.DataFrame) -> "pd.Series[bool]":
    """True where a confirmed comparison of descriptions stands in for a missing cause."""
    if ALIKE not in deviations:
        return pd.Series(data=False, index=deviations.index, dtype=bool)
    return ~deviations[ALIKE].map(is_blank).astype(bool)


def recurring(
    deviations: pd.DataFrame, batches: pd.DataFrame | None, rules: RecordRules
) -> "pd.Series[bool]":
    """True for a deviation with an earlier one of the same cause and step.

    Earlier: discovered on an earlier day, and not before the later of the two reaches back, which
    are 12 months and the start of the last 20 batches (of those on record). Rows without a date,
    cause or step recur with nothing. Where the cause is missing, one of the same group counts that
    a person confirmed by the descriptions. Source: domain 4.2, D3; 4.0, rule 9.
    """
    found = pd.Series(data=False, index=deviations.index, dtype=bool)
    reach = _reach(batches, rules)
    for group in _the_same(deviations[deviations["discovered"].notna()]):
        days = sorted({stamp.date() for stamp in group["discovered"]})
        before = dict(zip(days[1:], days, strict=False))
        again = {later for later, earlier in before.items() if earlier >= reach(later)}
        found[group.index] = group["discovered"].map(pd.Timestamp.date).isin(again)
    return found


def _the_same(dated: pd.DataFrame) -> Iterator[pd.DataFrame]:
    """The records of each cause at each step, then those of each confirmed group."""
    if {"cause", "step"} <= set(dated):
        known = dated[has_cause(dated) & ~dated["step"].map(is_blank).astype(bool)]
        yield from (group for _, group in known.groupby(["cause", "step"], sort=False))
    alike = dated[is_compared(dated) & ~has_cause(dated)]
    if len(alike):
        yield from (g for code, g in alike.groupby(ALIKE, sort=False) if code != ALONE)


def _reach(batches: pd.DataFrame | None, rules: RecordRules) -> Callable[[date], date]:
    """From which day on an earlier deviation counts, for one discovered on a given day."""
    started: list[date] = []
    if batches is not None:
        started = sorted(stamp.date() for stamp in batches["started"].dropna())

    @cache
    def reach(day: date) -> date:
        months = months_before(day, rules.window_months)
        last = started[: bisect_right(started, day)][-rules.window_batches :]
        return min(months, last[0]) if last else months

    return reach


def tolerated(deviations: Table, least_batches: int, over_months: int) -> list[EvidenceFinding]:
    """Instability treated as normal: the same cause and step, again and again, and no CAPA.

    One finding for each pair of cause and step that occurs in at least ``least_batches`` batches,
    from first to last over more than ``over_months`` months, where no record names a CAPA, or the
    event came back after the months were over although one was named at first. Nothing without
    the columns cause, step, batch and capa. Source: domain 1.9.
    """
    frame = deviations.frame
    if not {"cause", "step", "batch", "capa", "discovered"} <= set(frame):
        return []
    known = has_cause(frame) & ~is_patient(frame) & frame["discovered"].notna()
    seen = frame[known & ~frame["step"].map(is_blank).astype(bool)]
    found = []
    for (cause, step), group in seen.groupby(["cause", "step"]):
        batches = {code for cell in group["batch"] for code in codes(cell)}
        if len(batches) < least_batches or not _lasts(group, over_months):
            continue
        words = str(cause).replace("_", " ")
        text = f"{len(group)} deviations of cause {words} at {step} in {len(batches)} batches, "
        first, last = (end.date() for end in (group["discovered"].min(), group["discovered"].max()))
        text += f"{first} to {last}, without an effective CAPA"
        rows = deviations.rows(group)
        found.append(EvidenceFinding(kind="tolerated", text=text, metric="D3", evidence=rows))
    return found


def _lasts(group: pd.DataFrame, over_months: int) -> bool:
    """Whether it goes on for longer than the months after its beginning, or after its CAPA's."""
    last = group["discovered"].max().date()
    with_capa = group[~group["capa"].map(is_blank).astype(bool)]
    since = (group if with_capa.empty else with_capa)["discovered"].min().date()
    return bool(months_before(last, over_months) > since)
