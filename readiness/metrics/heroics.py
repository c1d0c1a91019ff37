"""Stream H: manual heroics (domain 4.2.4).

Each function takes the inputs of its metric and returns its observation. An intervention marked
as planned is no heroics and leaves every count; a blank mark does not make it planned.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from fractions import Fraction

import pandas as pd

from readiness.domain.evidence import Observation, RowRef
from readiness.domain.metric import Metric
from readiness.metrics.logs import Log
from readiness.metrics.observations import (
    Shown,
    at_quantile,
    census,
    rate_over_batches,
    resampled,
)
from readiness.metrics.registry import Inputs, measures
from readiness.metrics.statistics import Floats, bootstrap_shares, concentration, top_two
from readiness.metrics.tables import is_blank, is_true
from readiness.metrics.trends import share_trend
from readiness.metrics.window import is_newer


def _unplanned(inputs: Inputs) -> pd.DataFrame:
    seen = inputs.in_window("interventions", "at")
    return seen[~is_true(seen["planned"])] if "planned" in seen else seen


def _of_kind(inputs: Inputs, kind: str) -> pd.DataFrame:
    seen = _unplanned(inputs)
    return seen[seen["kind"] == kind]


def _per_batch(
    inputs: Inputs,
    kind: str,
    counted: pd.DataFrame,
    shown: Shown | None = None,
    why: "Mapping[str, pd.Series[bool]] | None" = None,
    over: tuple[pd.DataFrame, str] | None = None,
) -> Observation:
    """Interventions of one kind over batches, each other row of the log with its reason."""
    rest = inputs.rest("interventions", counted)
    reasons = {"another kind of intervention": rest["kind"] != kind, **(why or {})}
    left_out = inputs.left_out("interventions", rest, "planned", date="at", why=reasons)
    shown = replace(shown or Shown(), left_out=left_out)
    return rate_over_batches(inputs, "interventions", counted, "at", shown, over)


@measures(
    "H1",
    "batches.started",
    "interventions.at",
    "interventions.kind",
    log=Log("interventions", "at", of="after_hours"),
)
def after_hours(inputs: Inputs) -> Observation:
    """Unplanned actions outside rostered hours over batches started."""
    return _per_batch(inputs, "after_hours", _of_kind(inputs, "after_hours"))


@measures(
    *("H5", "batches.started", "interventions.at", "interventions.kind"),
    parameters=("unknown_share",),
    log=Log("interventions", "at", of="call_out"),
)
def call_outs(inputs: Inputs) -> Observation:
    """Times that somebody above bench level was called to a running batch, over batches started.

    Who stands at the bench is told by the words of the role that the content lists. A call-out
    without a role is not counted. Where there is no role at all every call-out is, and then, as
    where more than ``unknown_share`` of them lack one, the figure is shown and not scored: it
    would say of operators that they are scientists, or leave scientists out (domain 4.2, 4.4).
    """
    calls = _of_kind(inputs, "call_out")
    if not inputs.has("interventions", "role"):
        doubt = "the log names no roles: nobody can tell who was called, an operator or a scientist"
        return _per_batch(inputs, "call_out", calls, Shown(not_scored=doubt))
    blank = calls["role"].map(is_blank).astype(bool)
    bench = calls["role"].map(lambda role: _is_bench(role, inputs.metric)).astype(bool)
    unknown = int(blank.sum())
    doubted = unknown > inputs.parameter("unknown_share") * len(calls)
    shown = Shown(
        beside={"call-outs at the bench": float(bench.sum()), "without a role": float(unknown)},
        not_scored=f"{unknown} of {len(calls)} call-outs name no role" if doubted else None,
    )
    why = {"no role given": blank, "a role at the bench": bench}
    return _per_batch(inputs, "call_out", calls[~blank & ~bench], shown, why)


def _is_bench(role: object, metric: Metric) -> bool:
    """Whether one of the words of a role is one of the bench."""
    words = "".join(c if c.isalpha() else " " for c in str(role).casefold()).split()
    return not set(metric.words["bench"]).isdisjoint(words)


@measures(
    "H7",
    "batches.started",
    "interventions.at",
    "interventions.kind",
    log=Log("interventions", "at", of="expedite"),
)
def expedites(inputs: Inputs) -> Observation:
    """Urgent orders, courier upgrades and jumped queues over batches started."""
    return _per_batch(inputs, "expedite", _of_kind(inputs, "expedite"))


@measures(
    "H6",
    "batches.disposition_date",
    "interventions.at",
    "interventions.kind",
    log=Log("interventions", "at", of="exception", over=(("batches", "disposition_date"),)),
)
def exceptions_per_release(inputs: Inputs) -> Observation:
    """Non-standard decisions needed to release over dispositions in the window."""
    counted = _of_kind(inputs, "exception")
    beside = {}
    if "exception_type" in counted:
        typed = counted["exception_type"].dropna()
        beside["types of exception"] = float(typed.nunique())
    if "hours_to_decision" in counted and counted["hours_to_decision"].notna().any():
        hours = pd.to_numeric(counted["hours_to_decision"])
        beside["hours to a decision, median"] = float(hours.median())
    disposed = inputs.in_window("batches", "disposition_date")
    over = (disposed, "disposition_date")
    return _per_batch(inputs, "exception", counted, Shown(beside=beside), over=over)


@measures("H2", "interventions.at", "interventions.person", log=Log("interventions", "at"))
def top_two_share(inputs: Inputs) -> Observation:
    """Interventions by the two most frequent persons over all that name one."""
    named, people = _people(inputs)
    if not people:
        return inputs.missing("no intervention that names a person in the window")
    first = [person for person, _ in _ranked(people)][:2]
    by_first = named["person"].astype(str).isin(first)
    events, n = int(by_first.sum()), len(named)
    newer = is_newer(named["at"], inputs.window)
    trend = share_trend(
        (int((by_first & ~newer).sum()), int((by_first & newer).sum())),
        (int((~newer).sum()), int(newer.sum())),
        inputs.rules,
    )
    shown = Shown(
        rows=inputs.refs("interventions", named[by_first]),
        over=inputs.refs("interventions", named[~by_first]),
        left_out=_unnamed(inputs, named),
        beside={
            "persons": float(len(people)),
            "least share reachable, %": 200 / max(2, len(people)),
        },
        trend=trend,
    )
    return resampled(
        inputs, Fraction(events, n), n, _drawing(people, top_two), shown, events=events, trials=n
    )


@measures("H4", "interventions.at", "interventions.person", log=Log("interventions", "at"))
def concentration_of_people(inputs: Inputs) -> Observation:
    """Sum of squared shares of interventions by person.

    Beside it the figure corrected for a small number, ``HHI - (1 - HHI)/(n - 1)``, the normalised
    one, ``(HHI - 1/N)/(1 - 1/N)``, and the Gini coefficient over those who intervened.
    """
    named, people = _people(inputs)
    if not people:
        return inputs.missing("no intervention that names a person in the window")
    n, persons = len(named), len(people)
    hhi = sum((Fraction(count, n) ** 2 for count in people.values()), start=Fraction(0))
    beside = {"persons": float(persons), "Gini coefficient": float(_gini(people))}
    if n > 1:
        beside["corrected for small n"] = float(hhi - (1 - hhi) / (n - 1))
    if persons > 1:
        beside["normalised"] = float((hhi - Fraction(1, persons)) / (1 - Fraction(1, persons)))
    shown = Shown(
        rows=inputs.refs("interventions", named),
        left_out=_unnamed(inputs, named),
        beside=beside,
    )
    return resampled(inputs, hhi, n, _drawing(people, concentration), shown)


def _people(inputs: Inputs) -> tuple[pd.DataFrame, Counter[str]]:
    seen = _unplanned(inputs)
    named = seen[~seen["person"].map(is_blank).astype(bool)]
    return named, Counter(str(person) for person in named["person"])


def _unnamed(inputs: Inputs, named: pd.DataFrame) -> tuple[RowRef, ...]:
    rest = inputs.rest("interventions", named)
    blank = rest["person"].map(is_blank).astype(bool)
    return inputs.left_out(
        "interventions", rest, "planned", date="at", why={"names no person": blank}
    )


def _ranked(people: Counter[str]) -> list[tuple[str, int]]:
    return sorted(people.items(), key=lambda item: (-item[1], item[0]))


def _drawing(
    people: Counter[str], statistic: Callable[[Floats], Floats]
) -> Callable[[int, int], Floats]:
    counts = [count for _, count in _ranked(people)]
    return lambda draws, seed: bootstrap_shares(counts, statistic, draws, seed)


def _gini(people: Counter[str]) -> Fraction:
    counts = sorted(people.values())
    weighted = sum((rank + 1) * count for rank, count in enumerate(counts))
    n = len(counts)
    return Fraction(2 * weighted, n * sum(counts)) - Fraction(n + 1, n)


@measures("H3", "qualifications.task", "qualifications.person", parameters=("full_cover",))
def single_cover(inputs: Inputs) -> Observation:
    """Critical tasks with at most one qualified person over critical tasks: a census.

    A qualification that ended before the as-of date does not count; its task does. Where none is
    single and each is covered by ``full_cover`` persons the level is 5; the content gives the
    level of a bare 0 %.
    """
    listed = inputs.frame("qualifications")
    rows = listed[~listed["task"].map(is_blank).astype(bool)]
    unnamed = listed[["task", "person"]].map(is_blank).any(axis=1)
    valid = ~rows["person"].map(is_blank).astype(bool)
    if "qualified_until" in rows:
        until = rows["qualified_until"]
        valid &= until.isna() | (until.dt.normalize() >= inputs.today)
    tasks = rows["task"].astype(str)
    pairs = set(zip(tasks[valid], rows.loc[valid, "person"].astype(str), strict=True))
    people = Counter(task for task, _ in pairs)
    cover = {task: people[task] for task in sorted(set(tasks))}
    if not cover:
        return inputs.missing("no critical task is listed")
    single = {task for task, persons in cover.items() if persons <= 1}
    full = not single and min(cover.values()) >= inputs.parameter("full_cover")
    told = valid | tasks.isin(single)
    shown = Shown(
        rows=inputs.refs("qualifications", rows[tasks.isin(single)]),
        over=inputs.refs("qualifications", rows[valid & ~tasks.isin(single)]),
        left_out=inputs.left_out(
            "qualifications",
            inputs.rest("qualifications", rows[told]),
            "qualification run out",
            why={"names no task or no person": unnamed},
        ),
        beside={
            "least cover of a task, persons": float(min(cover.values())),
            "tasks without anybody": float(sum(persons == 0 for persons in cover.values())),
        },
    )
    seen = census(inputs, len(single), len(cover), shown)
    return seen.model_copy(update={"level": 5}) if full else seen


@measures("H8", "workarounds.began")
def age_of_workarounds(inputs: Inputs) -> Observation:
    """Median days since manual workarounds began that are still needed on the as-of date."""
    listed = inputs.frame("workarounds")
    is_open = listed["began"].dt.normalize() <= inputs.today
    if "needed_until" in listed:
        until = listed["needed_until"]
        is_open &= until.isna() | (until.dt.normalize() > inputs.today)
    still = listed[is_open]
    if still.empty:
        return inputs.missing("no open workaround is listed")
    days = [Fraction((inputs.today - began.normalize()).days) for began in still["began"]]
    shown = Shown(
        rows=inputs.refs("workarounds", still),
        left_out=inputs.left_out(
            "workarounds",
            inputs.rest("workarounds", still),
            "no longer needed",
            why={
                "no date of its beginning": listed["began"].isna(),
                "began later": listed["began"].dt.normalize() > inputs.today,
            },
        ),
        beside={"oldest, days": float(max(days))},
    )
    return at_quantile(inputs, days, Fraction(1, 2), shown)
