"""Stream D: deviations (domain 4.2.1).

Each function takes the inputs of its metric and returns its observation. Deviations count by the
date of their discovery; voided ones have left already; those caused by the patient or the donor
leave D1, D2, D3 and D6 and are counted beside them (method 3, *Cause split*).
"""

from collections.abc import Mapping
from fractions import Fraction

import pandas as pd

from readiness.domain.evidence import Observation, RowRef
from readiness.metrics.causes import BY_PATIENT, HUMAN_ERROR, NO_CAUSE, has_cause, is_patient
from readiness.metrics.logs import Log
from readiness.metrics.observations import (
    Shown,
    at_quantile,
    days_between,
    rate_over_batches,
    share_of_rows,
)
from readiness.metrics.registry import Inputs, measures
from readiness.metrics.tables import codes, is_blank, is_linked

SERIOUS = frozenset({"major", "critical"})
# A batch with such an end did not go right the first time.
NOT_RIGHT = frozenset({"failed", "terminated", "oos_used"})
IN_PROCESS = "in_process"
DISCOVERED = Log("deviations", "discovered")


def _discovered(inputs: Inputs) -> pd.DataFrame:
    return inputs.in_window("deviations", "discovered")


def _unlinked(
    inputs: Inputs, counted: pd.DataFrame, also: "Mapping[str, pd.Series[bool]] | None" = None
) -> tuple[RowRef, ...]:
    """The deviations that are not counted by batch, each with the reason."""
    log = inputs.frame("deviations")
    rest = inputs.rest("deviations", counted)
    why = {BY_PATIENT: is_patient(log), "names no batch": ~is_linked(log), **(also or {})}
    return inputs.left_out("deviations", rest, date="discovered", why=why)


@measures("D1", "batches.started", "deviations.discovered", "deviations.batch", log=DISCOVERED)
def deviations_per_batch(inputs: Inputs) -> Observation:
    """Deviations linked to a batch over batches started; facility events stand beside it."""
    seen = _discovered(inputs)
    linked, patient = is_linked(seen), is_patient(seen)
    counted = seen[linked & ~patient]
    beside = {
        "facility events without a batch": float((~linked & ~patient).sum()),
        BY_PATIENT: float(patient.sum()),
    }
    left_out = _unlinked(inputs, counted)
    shown = Shown(left_out=left_out, beside=beside)
    return rate_over_batches(inputs, "deviations", counted, "discovered", shown)


@measures(
    "D2",
    "batches.started",
    "deviations.discovered",
    "deviations.batch",
    "deviations.severity",
    log=DISCOVERED,
)
def serious_per_batch(inputs: Inputs) -> Observation:
    """Major and critical deviations linked to a batch over batches started."""
    seen = _discovered(inputs)
    patient, serious = is_patient(seen), seen["severity"].isin(SERIOUS)
    linked = seen[is_linked(seen) & ~patient]
    counted = linked[linked["severity"].isin(SERIOUS)]
    beside = {
        BY_PATIENT: float((serious & patient).sum()),
        "without a class": float(linked["severity"].map(is_blank).sum()),
    }
    if len(linked):
        beside["share of all deviations, %"] = 100 * len(counted) / len(linked)
    lesser = {"minor, or without a class": ~inputs.frame("deviations")["severity"].isin(SERIOUS)}
    left_out = _unlinked(inputs, counted, lesser)
    shown = Shown(left_out=left_out, beside=beside)
    return rate_over_batches(inputs, "deviations", counted, "discovered", shown)


@measures(
    "D4",
    "deviations.discovered",
    "deviations.closed",
    "deviations.original_due|due",
    log=DISCOVERED,
)
def on_time_closure(inputs: Inputs) -> Observation:
    """Closed on or before the first due date over closed plus still open past it.

    A blank original due date means that the due date was never moved. A log with nothing but the
    present due date is shown and not scored: extensions would hide lateness.
    """
    seen = _discovered(inputs)
    due, moved = _first_due(seen)
    closed_day, today = seen["closed"].dt.normalize(), inputs.today
    closed = seen["closed"].notna() & (closed_day <= today) & due.notna()
    overdue = ~closed & (due.dt.normalize() < today)
    trials = seen[closed | overdue]
    counted = seen[closed & (closed_day <= due.dt.normalize())]
    left_out = inputs.left_out(
        "deviations",
        inputs.rest("deviations", trials),
        "open, and not yet due",
        date="discovered",
        why={"no due date": due.isna()},
    )
    shown = Shown(
        left_out=left_out,
        beside={
            "open past due": float(overdue.sum()),
            "without a due date": float(due.isna().sum()),
        },
        not_scored=None if moved else "only the present due date is known: extensions hide delay",
    )
    return share_of_rows(inputs, "deviations", counted, trials, "discovered", shown)


def _first_due(seen: pd.DataFrame) -> "tuple[pd.Series[pd.Timestamp], bool]":
    if "original_due" not in seen:
        return seen["due"], False
    first = seen["original_due"]
    return (first.fillna(seen["due"]) if "due" in seen else first), True


@measures("D5", "deviations.discovered", "deviations.cause", log=DISCOVERED)
def human_error(inputs: Inputs) -> Observation:
    """Deviations put down to human error over those with a cause; the rest stands beside.

    A blank cause was not given; *none found* is the end of an investigation. Both are no trials.
    """
    seen = _discovered(inputs)
    trials = seen[has_cause(seen)]
    counted = trials[trials["cause"].isin(HUMAN_ERROR)]
    beside = {}
    searched = seen["cause"].isin(NO_CAUSE)
    if len(seen):
        beside["no cause found, %"] = 100 * float(searched.sum()) / len(seen)
        beside["no cause given, %"] = (
            100 * float(len(seen) - len(trials) - searched.sum()) / len(seen)
        )
    left_out = inputs.left_out(
        "deviations",
        inputs.rest("deviations", trials),
        "no cause given",
        date="discovered",
        why={"no cause found": searched},
    )
    shown = Shown(left_out=left_out, beside=beside)
    return share_of_rows(inputs, "deviations", counted, trials, "discovered", shown)


@measures(
    *("D6", "batches.started", "batches.outcome"),
    *("deviations.discovered", "deviations.batch", "deviations.severity"),
    log=DISCOVERED,
)
def right_first_time(inputs: Inputs) -> Observation:
    """Batches without a serious deviation and without a failed, stopped or OOS end, over decided.

    Decided: of those started in the window the ones that ended, and the ones that a serious
    deviation has spoilt already. Nobody knows yet of a batch in process, or of one without an
    outcome, that it will be right (domain 4.0, rule 5): those leave both counts and stand beside.
    An end that the patient's material brought about is counted as not right, and shown beside it.
    """
    log, batches = inputs.frame("deviations"), inputs.batches
    known = log[log["discovered"].dt.normalize() <= inputs.today]
    serious = known[known["severity"].isin(SERIOUS)]
    patient = is_patient(serious)
    spoilt = _named(serious[~patient])
    by_patient = _named(known[is_patient(known)])
    ended = batches["outcome"].isin(NOT_RIGHT)
    code = batches["batch"].astype(str)
    running = batches["outcome"] == IN_PROCESS
    silent = batches["outcome"].map(is_blank).astype(bool)
    wrong = code.isin(spoilt)
    decided = ~running & ~silent | wrong
    trials, right = batches[decided], batches[decided & ~ended & ~wrong]
    beside = {
        "in process": float(running.sum()),
        "without an outcome": float(silent.sum()),
        "failed or OOS with a patient or donor cause": float(
            (ended & code.isin(by_patient) & ~wrong).sum()
        ),
    }
    left_out = inputs.left_out(
        "batches",
        inputs.rest("batches", trials),
        "no outcome given",
        date="started",
        why={"still in process": running},
    )
    shown = Shown(left_out=(*left_out, *inputs.looked_up("deviations")), beside=beside)
    return share_of_rows(inputs, "batches", right, trials, "started", shown)


def _named(deviations: pd.DataFrame) -> set[str]:
    return {code for cell in deviations["batch"] for code in codes(cell)}


@measures(
    "D7",
    *("deviations.discovered", "deviations.occurred", "deviations.opened"),
    parameters=("zero_share",),
    log=DISCOVERED,
)
def recording_lag(inputs: Inputs) -> Observation:
    """Median days from occurrence to the record; opened before it occurred is left out.

    Where more of the lags than ``zero_share`` are 0 the system fills the date in by itself, and
    the figure is shown and not scored.
    """
    seen = _discovered(inputs)
    dated = seen[seen["opened"] >= seen["occurred"]]
    if dated.empty:
        return inputs.missing("no deviation with both dates in the window")
    days, trend = days_between(inputs, dated, "occurred", "opened", "discovered")
    zeros = Fraction(sum(day == 0 for day in days), len(days))
    doubt = "most lags are exactly 0: dates filled in by the system"
    shown = Shown(
        rows=inputs.refs("deviations", dated),
        left_out=inputs.left_out(
            "deviations",
            inputs.rest("deviations", dated),
            "opened before it occurred",
            date="discovered",
            why={"no date of one or the other": seen[["opened", "occurred"]].isna().any(axis=1)},
        ),
        beside={"lags of 0, %": float(100 * zeros)},
        trend=trend,
        not_scored=doubt if zeros > inputs.parameter("zero_share") else None,
    )
    return at_quantile(inputs, days, Fraction(1, 2), shown)


@measures(
    "D8",
    *("batches.disposition_date", "batches.last_result_date", "batches.review_complete_date"),
    *("deviations.batch", "deviations.closed"),
    log=Log("deviations", "discovered", over=(("batches", "disposition_date"),)),
)
def delayed_releases(inputs: Inputs) -> Observation:
    """Dispositions whose last deviation closed after the last result and the review, over all.

    Only deviations closed by the disposition can have delayed it. Dispositions in the window with
    both other dates count.
    """
    disposed = inputs.in_window("batches", "disposition_date")
    dated = disposed["last_result_date"].notna() & disposed["review_complete_date"].notna()
    trials = disposed[dated]
    log = inputs.frame("deviations")
    closed = [
        (code, stamp)
        for cell, stamp in zip(log["batch"], log["closed"], strict=True)
        for code in codes(cell)
        if not is_blank(stamp)
    ]
    last: dict[str, pd.Timestamp] = {}
    until = dict(zip(trials["batch"].astype(str), trials["disposition_date"], strict=True))
    for code, stamp in closed:
        if code in until and stamp.normalize() <= until[code].normalize():
            last[code] = max(stamp, last.get(code, stamp))
    ready = trials[["last_result_date", "review_complete_date"]].max(axis=1)
    held = pd.to_datetime(trials["batch"].astype(str).map(last)) > ready
    left_out = inputs.left_out(
        "batches",
        inputs.rest("batches", trials),
        "the last result or the review has no date",
        date="disposition_date",
    )
    beside = {"dispositions without the dates": float((~dated).sum())}
    shown = Shown(left_out=(*left_out, *inputs.looked_up("deviations")), beside=beside)
    return share_of_rows(inputs, "batches", trials[held], trials, "disposition_date", shown)


@measures("D9", "deviations.discovered", "deviations.detected_by", log=DISCOVERED)
def detected_in_process(inputs: Inputs) -> Observation:
    """Deviations found by an operator or an in-process check over all with a known source."""
    seen = _discovered(inputs)
    trials = seen[~seen["detected_by"].map(is_blank).astype(bool)]
    counted = trials[trials["detected_by"] == IN_PROCESS]
    beside = {"without a source of detection": float(len(seen) - len(trials))}
    rest = inputs.rest("deviations", trials)
    left_out = inputs.left_out("deviations", rest, "no source of detection", date="discovered")
    shown = Shown(left_out=left_out, beside=beside)
    return share_of_rows(inputs, "deviations", counted, trials, "discovered", shown)
