"""Stream S: scheduling spreadsheets (domain 4.2.3).

Each function takes the inputs of its metric and returns its observation. S1 to S4, S6 and S7 come
from the scan of the workbooks, S5 and S8 from the bookings in them. S2 to S4 look at the newest
version of each workbook, for older copies say nothing of its present state.
"""

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

import pandas as pd

from readiness.domain.evidence import Observation, RowRef
from readiness.domain.scan import WorkbookScan
from readiness.metrics.bookings import active, conflicts, keys
from readiness.metrics.logs import Log
from readiness.metrics.monthly import by_month
from readiness.metrics.observations import Shown, by_half, census, rate
from readiness.metrics.registry import Inputs, measures
from readiness.metrics.tables import is_blank
from readiness.metrics.trends import rate_trend
from readiness.metrics.window import within
from readiness.metrics.workbooks import (
    cells,
    distinct,
    families,
    is_live,
    newest,
    trace,
    whole_files,
)
from readiness.scoring.judge import LEVELS

# Canonical fields of a change that moves a booking, and the reason that no maker can help.
MOVES = frozenset({"date", "slot", "resource"})
CLINICAL = frozenset({"clinical"})


@measures("S1", "workbook", parameters=("live_days", "family_share"))
def live_copies(inputs: Inputs) -> Observation:
    """Files saved in the last days over the families of workbooks that they belong to."""
    days = int(inputs.parameter("live_days"))
    scans = distinct(inputs.scans)
    live = [scan for scan in scans if is_live(scan, inputs.as_of, days)]
    if not live:
        return inputs.missing(f"no workbook was saved in the last {days} days")
    groups = _groups(inputs, live)
    old = [scan for scan in scans if scan not in live]
    shown = Shown(
        rows=whole_files(live),
        left_out=whole_files(old, f"not saved in the last {days} days"),
        beside={"largest family, files": float(max(len(group) for group in groups))},
    )
    return census(inputs, len(live), len(groups), shown)


def _groups(inputs: Inputs, scans: Sequence[WorkbookScan]) -> list[list[WorkbookScan]]:
    """Families of these files; without a likeness in the content by their names alone."""
    return families(scans, inputs.shared.get("family_share"))


def _current(inputs: Inputs) -> list[WorkbookScan]:
    newest_ones = map(newest, _groups(inputs, inputs.scans))
    return [scan for scan in newest_ones if scan.formulas_readable]


def _without(inputs: Inputs, what: str) -> Observation:
    """Nothing to count in the newest versions: there is none, or their format hides it."""
    hidden = [s.file for s in map(newest, _groups(inputs, inputs.scans)) if not s.formulas_readable]
    if hidden:
        return inputs.missing(f"save {', '.join(hidden)} as .xlsx to see formulas")
    return inputs.missing(what)


@measures("S2", "workbook")
def protected_formulas(inputs: Inputs) -> Observation:
    """Locked formula cells on a protected sheet over all formula cells."""
    scans = _current(inputs)
    formulas = sum(scan.formula_cells for scan in scans)
    if not formulas:
        return _without(inputs, "no formulas")
    locked = sum(scan.protected_formula_cells for scan in scans)
    return census(inputs, locked, formulas, Shown(rows=cells(scans, "unlocked_formula")))


@measures("S3", "workbook")
def overwritten_formulas(inputs: Inputs) -> Observation:
    """Constants among formulas of one pattern over the cells of such blocks."""
    scans = _current(inputs)
    block = sum(scan.block_cells for scan in scans)
    if not block:
        return _without(inputs, "no block of formulas")
    overwritten = sum(scan.overwritten_cells for scan in scans)
    return census(inputs, overwritten, block, Shown(rows=cells(scans, "overwritten")))


@measures("S4", "workbook")
def formula_errors(inputs: Inputs) -> Observation:
    """Formula cells that show an error over all formula cells."""
    scans = _current(inputs)
    formulas = sum(scan.formula_cells for scan in scans)
    if not formulas:
        return _without(inputs, "no formulas")
    errors = sum(scan.error_cells for scan in scans)
    unknown = sum(scan.valueless_formula_cells for scan in scans)
    beside = {"formulas without a saved result": float(unknown)}
    return census(inputs, errors, formulas, Shown(rows=cells(scans, "error_cell"), beside=beside))


@measures("S5", "bookings.resource", "bookings.start")
def conflicting_bookings(inputs: Inputs) -> Observation:
    """Pairs in conflict over active bookings, of all versions, that start in the window or later.

    A booking is counted once, in however many versions it stands.
    """
    bookings = inputs.frame("bookings")
    recent = active(bookings[bookings["start"] >= pd.Timestamp(inputs.window.from_)])
    found = conflicts(recent)
    distinct_bookings = keys(recent).nunique()
    if not distinct_bookings:
        return inputs.missing("no active booking in the window")
    reasons = Counter(reason for reason, _ in found.values())
    rows = sorted({row for _, rows in found.values() for row in rows})
    shown = Shown(
        rows=inputs.refs("bookings", bookings.loc[rows]),
        over=inputs.refs("bookings", recent[~recent.index.isin(rows)]),
        left_out=inputs.left_out(
            "bookings",
            inputs.rest("bookings", recent),
            "cancelled",
            why={
                "no start": bookings["start"].isna(),
                "before the window": bookings["start"] < pd.Timestamp(inputs.window.from_),
            },
        ),
        beside={
            "on one resource": float(reasons["resource"]),
            "one subject twice": float(reasons["subject"]),
        },
    )
    return census(inputs, len(found), int(distinct_bookings), shown)


@measures("S6", "workbook")
def identifiable_data(inputs: Inputs) -> Observation:
    """The level of the file that shows most of its patients, as far as files can tell."""
    scans = distinct(inputs.scans)
    levels = [scan.patient_level for scan in scans if scan.patient_level is not None]
    if not levels:
        return inputs.missing("no workbook could be searched for patient data")
    level, found = min(levels), Counter[str]()
    for scan in scans:
        found.update({kind: count for kind, count in scan.identifiable.items() if count})
    beside = {f"places with {kind.replace('_', ' ')}": float(found[kind]) for kind in sorted(found)}
    return Observation(
        metric=inputs.metric.id,
        value=Fraction(level),
        level=level,
        n=len(scans),
        beside=beside,
        rows=cells(scans, "identifiable")
        or whole_files([scan for scan in scans if scan.patient_level == level]),
    )


@measures("S7", "workbook")
def change_trace(inputs: Inputs) -> Observation:
    """The trace that the least traced workbook keeps."""
    groups = _groups(inputs, inputs.scans)
    traces = [trace(group) for group in groups]
    level = LEVELS[min(traces) - 1]
    weakest = [
        scan for group, kept in zip(groups, traces, strict=True) if kept == level for scan in group
    ]
    return Observation(
        metric=inputs.metric.id,
        value=Fraction(level),
        level=level,
        n=len(distinct(inputs.scans)),
        beside={
            "workbooks": float(len(groups)),
            "names with a version and no date": float(
                sum(scan.name_has_version and not scan.name_has_date for scan in weakest)
            ),
        },
        rows=whole_files(weakest),
    )


@measures(
    "S8",
    "bookings.start",
    "booking_changes.booking",
    log=Log("booking_changes", "changed|booking", over=(("bookings", "start"),)),
)
def rebookings(inputs: Inputs) -> Observation:
    """Changes of date, slot or resource of the bookings that start in the window, over these.

    A booking is counted once, in however many versions it stands, by its latest start. Clinical
    moves leave the count once reasons are recorded, and stand beside it.
    """
    if not inputs.has("bookings", "booking"):
        return inputs.lacking("bookings", "booking")
    dated = inputs.frame("bookings").dropna(subset=["booking", "start"]).sort_values("start")
    booked = dated.drop_duplicates("booking", keep="last")
    booked = booked[within(booked["start"], inputs.window)]
    if booked.empty:
        return inputs.missing("no booking starts in the window")
    changes = inputs.frame("booking_changes")
    elsewhere = ~changes["booking"].isin(set(booked["booking"]))
    counted, why = changes[~elsewhere], {"its booking does not start in the window": elsewhere}
    if "field" in counted:
        counted = counted[counted["field"].isin(MOVES)]
    if "field" in changes:
        why["no change of date or resource"] = ~changes["field"].isin(MOVES)
    beside = {}
    if "reason" in counted:
        clinical = counted["reason"].isin(CLINICAL)
        beside = {
            "clinical moves": float(clinical.sum()),
            "without a reason": float(counted["reason"].map(is_blank).sum()),
        }
        counted = counted[~clinical]
    starts = pd.to_datetime(counted["booking"].map(booked.set_index("booking")["start"]))
    halves = by_half(inputs, starts), by_half(inputs, booked["start"])
    shown = Shown(
        rows=inputs.refs("booking_changes", counted),
        over=inputs.refs("bookings", booked),
        left_out=_not_moved(inputs, counted, why) + _not_booked(inputs, booked),
        beside=beside,
        trend=rate_trend(*halves, inputs.rules),
        months=by_month(inputs.window, starts, booked["start"]),
    )
    return rate(inputs, len(counted), len(booked), shown, _moves_of(counted, booked))


def _not_moved(
    inputs: Inputs, counted: pd.DataFrame, why: "dict[str, pd.Series[bool]]"
) -> tuple[RowRef, ...]:
    """The changes that are not counted, each with the reason."""
    rest = inputs.rest("booking_changes", counted)
    return inputs.left_out("booking_changes", rest, "clinical", why=why)


def _not_booked(inputs: Inputs, booked: pd.DataFrame) -> tuple[RowRef, ...]:
    """The lines of the schedule that are not counted over, each with the reason."""
    rest = inputs.rest("bookings", booked)
    unnamed = {"no number of the booking": rest["booking"].isna()}
    later = "the booking stands again with a later start"
    return inputs.left_out("bookings", rest, later, date="start", why=unnamed)


def _moves_of(counted: pd.DataFrame, booked: pd.DataFrame) -> list[int]:
    """How often each booking was moved."""
    moved = Counter(counted["booking"])
    return [moved[booking] for booking in booked["booking"]]
