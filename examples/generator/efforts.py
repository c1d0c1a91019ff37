"""Interventions, the qualification matrix and the open workarounds."""

import csv
import io
import random
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from examples.generator.book import Cell, Styles, Workbook, table, workbook
from examples.generator.story import (
    BATCHES,
    LEAD_SCIENTIST,
    MFG_SUPERVISOR,
    MSAT_ENGINEER,
    OPERATOR_A,
    OPERATOR_B,
    OPERATOR_C,
    QA_HEAD,
    QA_SPECIALIST,
    QC_ANALYST,
    QC_DEPUTY,
    SUPPLY_PLANNER,
    Batch,
    stream,
)

CALL_OUT, AFTER_HOURS, EXCEPTION = "Call-out", "After hours", "Exception"
EXPEDITE, WORKAROUND = "Expedite", "Workaround"

ROLES = {
    LEAD_SCIENTIST: "Lead scientist", MFG_SUPERVISOR: "Manufacturing supervisor",
    MSAT_ENGINEER: "MSAT engineer", QA_SPECIALIST: "QA specialist", QA_HEAD: "Head of QA",
    SUPPLY_PLANNER: "Supply planner", QC_ANALYST: "QC analyst", OPERATOR_A: "Operator",
    OPERATOR_B: "Operator",
}  # fmt: skip
UNPLANNED = (
    (LEAD_SCIENTIST, CALL_OUT, 11), (LEAD_SCIENTIST, AFTER_HOURS, 4),
    (LEAD_SCIENTIST, WORKAROUND, 2), (MFG_SUPERVISOR, AFTER_HOURS, 5),
    (MFG_SUPERVISOR, CALL_OUT, 1), (MFG_SUPERVISOR, EXPEDITE, 4), (MSAT_ENGINEER, CALL_OUT, 2),
    (MSAT_ENGINEER, AFTER_HOURS, 1), (SUPPLY_PLANNER, EXPEDITE, 4), (QC_ANALYST, EXPEDITE, 2),
    (QC_ANALYST, AFTER_HOURS, 1), (OPERATOR_A, AFTER_HOURS, 1),
)  # fmt: skip
"""Who stepped in, how, how often; the exceptions of a release follow below."""
PLANNED = ((OPERATOR_A, AFTER_HOURS, 3), (OPERATOR_B, AFTER_HOURS, 1))
"""Night feeds on the roster: in the log, but no heroics."""
STORIES = {
    CALL_OUT: (
        ("Cells below the alert limit on day 4", "Decided on a longer expansion by phone"),
        ("Wash programme stopped, restart not described", "Came in and restarted by hand"),
        ("Vector volume in doubt after a low count", "Recalculated the dose with the operator"),
        ("Bead removal left a residue", "Ordered a second pass"),
    ),
    AFTER_HOURS: (
        ("Incubator alarm at night", "Moved the bag to the second incubator"),
        ("Harvest ran past the shift", "Stayed until the bags were frozen"),
        ("Sample had to be taken on Sunday", "Came in to take it"),
    ),
    EXPEDITE: (
        ("Reagent below need for next start", "Express delivery ordered"),
        ("Courier slot lost", "Premium courier booked"),
        ("Sterility sample waiting", "Asked the laboratory to take it first"),
    ),
    WORKAROUND: (("Scale printer broken", "Weights copied by hand and counter-signed"),),
}
CONDITIONAL, LATE, MISSING, OOS = (
    "Conditional release", "Late entry", "Missing document", "OOS use",
)  # fmt: skip
EXCEPTIONS = (
    ("P011", CONDITIONAL, QA_SPECIALIST), ("P012", LATE, QA_SPECIALIST),
    ("P012", CONDITIONAL, LEAD_SCIENTIST), ("P013", MISSING, QA_SPECIALIST),
    ("P014", LATE, QA_SPECIALIST), ("P015", OOS, LEAD_SCIENTIST), ("P015", LATE, QA_HEAD),
    ("P016", CONDITIONAL, QA_SPECIALIST), ("P020", CONDITIONAL, LEAD_SCIENTIST),
    ("P022", MISSING, QA_HEAD),
)  # fmt: skip
EXCEPTION_STORIES = {
    CONDITIONAL: ("Result not in hand for release", "Memo written, released on condition"),
    LATE: ("Entry found missing in the review", "Late entry accepted with a note"),
    MISSING: ("Courier form missing", "Copy asked from the courier, gap explained in a memo"),
    OOS: ("Viability below limit, no second dose", "Use agreed between QA and the physician"),
}
BUSY = {"P012": 3, "P015": 4, "P018": 4, "P020": 2, "P021": 3, "P016": 2}
"""How many times likelier than elsewhere a batch needed help."""

EXPIRED = date(2026, 8, 31)
TASKS: dict[str, tuple[str, ...]] = {
    "Apheresis receipt and identity check": (OPERATOR_A, OPERATOR_B, SUPPLY_PLANNER),
    "Cell selection": (OPERATOR_A, MFG_SUPERVISOR, OPERATOR_B),
    "Activation": (OPERATOR_A, MFG_SUPERVISOR),
    "Vector thaw and dose calculation": (LEAD_SCIENTIST,),
    "Transduction": (LEAD_SCIENTIST, MFG_SUPERVISOR),
    "Media exchange and wash": (OPERATOR_A, OPERATOR_B, MFG_SUPERVISOR),
    "Harvest": (OPERATOR_B, MFG_SUPERVISOR),
    "Formulation and fill": (MFG_SUPERVISOR, OPERATOR_A),
    "Controlled-rate freezing": (OPERATOR_B, OPERATOR_C),
    "Label printing and reconciliation": (QA_SPECIALIST, OPERATOR_A),
    "Flow cytometry for release": (QC_ANALYST, QC_DEPUTY),
    "Potency assay": (QC_ANALYST,),
    "Executed record review": (QA_SPECIALIST, QA_HEAD),
    "Batch disposition": (QA_HEAD, QA_SPECIALIST),
}
"""Who is qualified; one qualification, that of the third operator, has run out."""
WORKAROUNDS = (
    ("WA-03", "2026-01-14", "", "Weights copied by hand, scale printer broken"),
    ("WA-04", "2026-03-31", "", "Incubator log read twice a day, no remote alarm"),
    ("WA-05", "2026-02-02", "2026-06-19", "Reagent log kept on paper"),
    ("WA-06", "2026-06-04", "", "Labels proof-read by a third person"),
    ("WA-07", "2026-06-28", "", "Cell counts typed from photographs of the counter"),
    ("WA-08", "2026-05-11", "2026-09-30", "Second freezer curve printed for each run"),
    ("WA-09", "2026-07-24", "", "Slots confirmed to the clinic by telephone"),
    ("WA-10", "2026-08-18", "", "Vector doses counted weekly by walking to the freezer"),
    ("WA-11", "2026-09-21", "", "Temporary cover sheet on the wash record"),
)


@dataclass(frozen=True)
class Intervention:
    """One line of the log."""

    at: datetime
    person: str
    kind: str
    lot: str
    trigger: str
    action: str
    minutes: int
    planned: bool
    exception_type: str | None = None
    hours: float | None = None
    approver: str | None = None


def intervention_log() -> bytes:
    """The log that the shop floor keeps."""
    head = (
        "When", "Who", "Role", "Kind", "Batch", "What would have failed", "What was done",
        "Minutes", "Planned", "Type of Exception", "Hours to Decision", "Approved By",
    )  # fmt: skip

    def draw(book: Workbook, styles: Styles) -> None:
        sheet = book.add_worksheet("Log")
        sheet.write_string("A1", "Northgate Therapeutics (invented): who stepped in", styles.title)
        table(sheet, styles, 3, head, [_row(line) for line in _lines()])
        sheet.set_column(0, 0, 17, styles.moment)

    return workbook(draw, datetime(2026, 11, 19, 17, 55), "Intervention log")


def _lines() -> list[Intervention]:
    rng = stream("interventions")
    lines = [_line(rng, person, kind) for person, kind, n in UNPLANNED for _ in range(n)]
    lines += [_exception(rng, *entry) for entry in EXCEPTIONS]
    lines += [_night_feed(rng, person) for person, _, count in PLANNED for _ in range(count)]
    return sorted(lines, key=lambda line: line.at)


def _line(rng: random.Random, person: str, kind: str) -> Intervention:
    batch = rng.choice([batch for batch in BATCHES for _ in range(BUSY.get(batch.lot, 1))])
    trigger, action = rng.choice(STORIES[kind])
    return Intervention(
        at=_moment(rng, batch, kind), person=person, kind=kind, lot=batch.lot, trigger=trigger,
        action=action, minutes=15 * rng.randrange(1, 17), planned=False,
    )  # fmt: skip


def _exception(rng: random.Random, lot: str, exception_type: str, person: str) -> Intervention:
    """A decision outside the rules, a few days before the disposition of the lot."""
    trigger, action = EXCEPTION_STORIES[exception_type]
    disposed = next(batch.disposed_on for batch in BATCHES if batch.lot == lot)
    assert disposed is not None
    return Intervention(
        at=_at(disposed - timedelta(days=rng.randrange(1, 6)), rng.randrange(9, 17)),
        person=person, kind=EXCEPTION, lot=lot, trigger=trigger, action=action,
        minutes=15 * rng.randrange(2, 13), planned=False, exception_type=exception_type,
        hours=float(rng.choice((3, 5, 8, 18, 26, 44, 70))),
        approver=LEAD_SCIENTIST if person == QA_HEAD else QA_HEAD,
    )  # fmt: skip


def _moment(rng: random.Random, batch: Batch, kind: str) -> datetime:
    if kind == EXPEDITE:
        return _at(batch.started - timedelta(days=rng.randrange(-5, 1)), rng.randrange(8, 18))
    day = batch.started + timedelta(days=rng.randrange(1, min(batch.process, 10)))
    hour = rng.choice((2, 5, 20, 21, 22)) if kind == AFTER_HOURS else rng.randrange(8, 19)
    return _at(day, hour)


def _at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour, 30))


def _night_feed(rng: random.Random, person: str) -> Intervention:
    batch = rng.choice(BATCHES[:-1])
    return Intervention(
        at=_at(batch.started + timedelta(days=3), 22), person=person, kind=AFTER_HOURS,
        lot=batch.lot, trigger="Feed due at night", action="Fed as rostered", minutes=45,
        planned=True,
    )  # fmt: skip


def _row(line: Intervention) -> list[Cell]:
    return [
        line.at, line.person, ROLES[line.person], line.kind, line.lot, line.trigger, line.action,
        line.minutes, "Yes" if line.planned else "No", line.exception_type, line.hours,
        line.approver,
    ]  # fmt: skip


def qualification_matrix() -> bytes:
    """Who may do which critical task until when, one line a pair."""
    rng = stream("qualifications")

    def until(person: str) -> date:
        if person == OPERATOR_C:
            return EXPIRED
        return date(2027, rng.randrange(1, 10), rng.choice((15, 28)))

    rows = [(task, person, until(person)) for task, people in TASKS.items() for person in people]

    def draw(book: Workbook, styles: Styles) -> None:
        sheet = book.add_worksheet("Matrix")
        sheet.write_string("A1", "Northgate Therapeutics (invented): qualifications", styles.title)
        table(sheet, styles, 2, ("Critical Task", "Qualified Person", "Valid Until"), rows)

    return workbook(draw, datetime(2026, 10, 30, 11, 20), "Qualification matrix")


def workarounds() -> bytes:
    """The list of workarounds; one without an end is still needed."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=",", lineterminator="\r\n")
    writer.writerow(("No.", "Workaround", "In Use Since", "Removed On"))
    writer.writerows((number, what, began, ended) for number, began, ended, what in WORKAROUNDS)
    return text.getvalue().encode("utf-8")
