"""Stream B: batch-record churn (domain 4.2.2).

Each function takes the inputs of its metric and returns its observation. Revisions count by the
date on which they became effective, records by the batch that they belong to.
"""

from collections import Counter
from fractions import Fraction

import pandas as pd

from readiness.domain.evidence import Observation, RowRef
from readiness.metrics.logs import Log
from readiness.metrics.monthly import by_month
from readiness.metrics.observations import (
    Shown,
    at_quantile,
    days_between,
    rate,
    rate_over_batches,
    resampled,
    share_of_rows,
)
from readiness.metrics.registry import Inputs, measures
from readiness.metrics.statistics import bootstrap_mean
from readiness.metrics.tables import codes, counts_by_batch, is_blank, is_true
from readiness.metrics.trends import rate_trend
from readiness.metrics.window import covered_spans, is_newer, within

# Canonical reasons that stand for a revision nobody had planned.
UNPLANNED = frozenset({"unplanned", "corrective", "error", "deviation", "urgent"})
DAYS_A_YEAR = Fraction(1461, 4)
EFFECTIVE = Log("revisions", "effective")


@measures("B1", "batches.started", "revisions.effective", log=EFFECTIVE)
def revisions_per_batches(inputs: Inputs) -> Observation:
    """Revisions of master documents made effective in the window over batches started there."""
    counted = inputs.in_window("revisions", "effective")
    days = sum((after - first).days for first, after in covered_spans(inputs.window))
    rest = inputs.rest("revisions", counted)
    left_out = inputs.left_out("revisions", rest, date="effective")
    beside = {"revisions per year": float(len(counted) * DAYS_A_YEAR / days)}
    shown = Shown(left_out=left_out, beside=beside)
    return rate_over_batches(inputs, "revisions", counted, "effective", shown)


@measures("B2", "revisions.effective", "revisions.planned|reason", log=EFFECTIVE)
def unplanned_revisions(inputs: Inputs) -> Observation:
    """Revisions that were corrective, urgent or driven by an error, over those with a reason.

    A blank reason says neither; counting it as planned would reward silence (domain 4.0, rule 5).
    """
    seen = inputs.in_window("revisions", "effective")
    unplanned, stated = _unplanned(seen)
    trials = seen[stated]
    counted = seen[stated & unplanned]
    rest = inputs.rest("revisions", trials)
    left_out = inputs.left_out("revisions", rest, "no reason given", date="effective")
    shown = Shown(left_out=left_out, beside={"without a reason": float((~stated).sum())})
    return share_of_rows(inputs, "revisions", counted, trials, "effective", shown)


def _unplanned(seen: pd.DataFrame) -> "tuple[pd.Series[bool], pd.Series[bool]]":
    """Which revisions were not planned, and which say anything; the yes or no goes first."""
    unplanned = pd.Series(data=False, index=seen.index, dtype=bool)
    stated = unplanned.copy()
    if "reason" in seen:
        stated |= ~seen["reason"].map(is_blank).astype(bool)
        unplanned |= seen["reason"].isin(UNPLANNED)
    if "planned" in seen:
        said = ~seen["planned"].map(is_blank).astype(bool)
        unplanned = (said & ~is_true(seen["planned"])) | (~said & unplanned)
        stated |= said
    return unplanned, stated


@measures("B3", "batches.started", "batches.mbr_version")
def version_discontinuity(inputs: Inputs) -> Observation:
    """Batches on another version than the one before of their product and site.

    Over the batches that have one before them in the window. Without a column of products or
    sites there is one; a batch without a version leaves its series.
    """
    started = inputs.batches
    known = started[~started["mbr_version"].map(is_blank).astype(bool)]
    series = [name for name in ("product", "site") if name in known]
    ordered = known.sort_values(["started", "batch"])
    keys: list[object] = [ordered[name].fillna("") for name in series] or [[0] * len(ordered)]
    before = ordered["mbr_version"].groupby(keys, sort=False).shift()
    follows = ~before.map(is_blank).astype(bool)
    changed = follows & (before != ordered["mbr_version"])
    unknown = started["mbr_version"].map(is_blank).astype(bool)
    left_out = inputs.left_out(
        "batches",
        inputs.rest("batches", ordered[follows]),
        "the first of its product and site",
        date="started",
        why={"no version of the record": unknown},
    )
    beside = {"batches without a version": float(len(started) - len(known))}
    shown = Shown(left_out=left_out, beside=beside)
    return share_of_rows(inputs, "batches", ordered[changed], ordered[follows], "started", shown)


@measures(
    "B4",
    "batches.started",
    "batches.pages",
    "record_errors.batch",
    log=Log("record_errors", "batch"),
)
def corrections_per_page(inputs: Inputs) -> Observation:
    """Documentation errors over pages executed, of batches started in the window with a count."""
    started = inputs.batches
    paged = started[pd.to_numeric(started["pages"]) > 0]
    pages = [Fraction(str(number)) for number in paged["pages"]]
    if not pages:
        return inputs.missing("no batch with a number of pages in the window")
    errors = inputs.frame("record_errors")
    counted = errors[errors["batch"].isin(set(paged["batch"]))]
    newer = dict(zip(paged["batch"], is_newer(paged["started"], inputs.window), strict=True))
    late = sum(newer[batch] for batch in counted["batch"])
    late_pages = sum(
        (page for page, batch in zip(pages, paged["batch"], strict=True) if newer[batch]),
        start=Fraction(0),
    )
    exposure = sum(pages, start=Fraction(0))
    rest = inputs.rest("record_errors", counted)
    of_batch = pd.to_datetime(counted["batch"].map(paged.set_index("batch")["started"]))
    shown = Shown(
        rows=inputs.refs("record_errors", counted),
        over=inputs.refs("batches", paged),
        left_out=(
            *inputs.left_out("record_errors", rest, "no such batch in the window with pages"),
            *inputs.left_out(
                "batches", inputs.rest("batches", paged), "no number of pages", date="started"
            ),
        ),
        beside={"batches without a number of pages": float(len(started) - len(paged))},
        trend=rate_trend(
            (len(counted) - late, late), (exposure - late_pages, late_pages), inputs.rules
        ),
        months=by_month(inputs.window, of_batch, paged["started"], pages),
    )
    return rate(inputs, len(counted), exposure, shown, counts_by_batch(counted, paged))


@measures("B5", "revisions.effective", "revisions.change_approved", log=EFFECTIVE)
def approved_before_use(inputs: Inputs) -> Observation:
    """Revisions whose change was approved before the effective date, over all.

    A blank approval is none. Approved on the effective day itself is not before; those stand
    beside the figure.
    """
    seen = inputs.in_window("revisions", "effective")
    approved, effective = seen["change_approved"].dt.normalize(), seen["effective"].dt.normalize()
    counted = seen[approved < effective]
    beside = {
        "approved on the effective day": float((approved == effective).sum()),
        "without an approval": float(approved.isna().sum()),
    }
    rest = inputs.rest("revisions", seen)
    left_out = inputs.left_out("revisions", rest, date="effective")
    shown = Shown(left_out=left_out, beside=beside)
    return share_of_rows(inputs, "revisions", counted, seen, "effective", shown)


@measures("B6", "batches.started", "reviews.batch", "reviews.returned")
def return_cycles(inputs: Inputs) -> Observation:
    """How often a record was sent back, mean over the reviewed records of the window's batches.

    ``returned`` is a date or a yes; blank or no means that the round passed the record.
    """
    started = inputs.batches
    reviews = inputs.frame("reviews")
    seen = reviews[reviews["batch"].isin(set(started["batch"]))]
    returned = seen["returned"]
    back = returned.notna() if returned.dtype.kind == "M" else is_true(returned)
    if seen.empty:
        return inputs.missing("no record of a batch of the window was reviewed")
    named = Counter(str(batch) for batch in seen.loc[back, "batch"])
    records = sorted({str(batch) for batch in seen["batch"]})
    cycles = [named[record] for record in records]
    dates = started[started["batch"].astype(str).isin(records)]
    newer = dates[is_newer(dates["started"], inputs.window)]["batch"].astype(str)
    late = sum(named[batch] for batch in newer)
    shown = Shown(
        rows=inputs.refs("reviews", seen[back]),
        over=(*inputs.refs("reviews", seen[~back]), *inputs.refs("batches", dates)),
        left_out=_not_reviewed(inputs, seen, dates),
        trend=rate_trend(
            (sum(cycles) - late, late), (len(records) - len(newer), len(newer)), inputs.rules
        ),
    )
    mean = Fraction(sum(cycles), len(cycles))
    return resampled(
        inputs,
        mean,
        len(cycles),
        lambda draws, seed: bootstrap_mean(cycles, draws, seed),
        shown,
        events=sum(cycles),
    )


def _not_reviewed(inputs: Inputs, seen: pd.DataFrame, reviewed: pd.DataFrame) -> tuple[RowRef, ...]:
    elsewhere = inputs.rest("reviews", seen)
    unseen = inputs.rest("batches", reviewed)
    return (
        *inputs.left_out("reviews", elsewhere, "its batch did not start in the window"),
        *inputs.left_out("batches", unseen, "no review of it", date="started"),
    )


@measures(
    *("B7", "batches.started", "batches.last_step_date", "batches.review_complete_date"),
    parameters=("quantile",),
)
def review_time(inputs: Inputs) -> Observation:
    """The 90th percentile of days from the last process step to the end of the record review."""
    started = inputs.batches
    dated = started[started["review_complete_date"] >= started["last_step_date"]]
    blank = started[["review_complete_date", "last_step_date"]].isna().any(axis=1)
    if dated.empty:
        return inputs.missing("no batch of the window has both dates")
    days, trend = days_between(inputs, dated, "last_step_date", "review_complete_date", "started")
    shown = Shown(
        rows=inputs.refs("batches", dated),
        left_out=inputs.left_out(
            "batches",
            inputs.rest("batches", dated),
            "reviewed before the last step",
            date="started",
            why={"the last step or the review has no date": blank},
        ),
        beside={"longest, days": float(max(days))},
        trend=trend,
    )
    return at_quantile(inputs, days, inputs.parameter("quantile"), shown)


@measures(
    "B8",
    "batches.started",
    "temporary_instructions.approved|batch",
    log=Log("temporary_instructions", "approved|batch"),
)
def temporary_instructions(inputs: Inputs) -> Observation:
    """Addenda, memos and planned deviations over batches started.

    They count by their date of approval, or without one by their batch.
    """
    issued, started = inputs.frame("temporary_instructions"), inputs.batches
    own = set(started["batch"].astype(str))
    by_batch = pd.Series(data=False, index=issued.index, dtype=bool)
    if "batch" in issued:
        by_batch = issued["batch"].map(lambda cell: bool(own & set(codes(cell)))).astype(bool)
    if "approved" in issued:
        dated = issued["approved"].notna()
        counted = issued[(dated & within(issued["approved"], inputs.window)) | (~dated & by_batch)]
    else:
        nowhere = pd.Series(pd.NaT, index=issued.index, dtype="datetime64[ns]")
        counted = issued.assign(approved=nowhere)[by_batch]
    rest = inputs.rest("temporary_instructions", counted)
    left_out = inputs.left_out(
        "temporary_instructions", rest, "neither it nor its batch is in the window"
    )
    shown = Shown(left_out=left_out)
    return rate_over_batches(inputs, "temporary_instructions", counted, "approved", shown)
