"""What the logs show: observations with their rows, before anybody judges them."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import Literal

from readiness.domain.base import Exact, Model
from readiness.domain.scale import Level
from readiness.domain.slots import SlotFacts
from readiness.domain.versions import WorkbookFamily

TableKind = Literal[
    "batches",
    "deviations",
    "revisions",
    "record_errors",
    "reviews",
    "temporary_instructions",
    "bookings",
    "booking_changes",
    "interventions",
    "qualifications",
    "workarounds",
    "workbook",
]


class RowRef(Model):
    """A row of a file, as a person finds it again."""

    file: str
    sheet: str | None = None
    row: int
    """1-based, as the file counts."""
    key: str = ""
    """The record's own number, never a person or a patient in clear."""
    note: str = ""
    """Why the row does not count; empty for one that does."""


class Trend(Model):
    """Older half against newer half of the window (method 3; domain 4.0 rule 6)."""

    direction: Literal["rising", "falling", "level"]
    p: float
    significant: bool
    text: str


Span = tuple[date, date]
"""Two days and all between them."""


class ObservedWindow(Model):
    """The window that held (method 3), or the part of it that the log of a figure covers."""

    from_: date
    to: date
    batches: int | None = None
    """Batches started in it, outside the gaps; None without a batch list."""
    rule: str = ""
    gaps: tuple[Span, ...] = ()
    """What the log does not cover (domain 4.0, rule 5); of the records as a whole none."""


class MonthCount(Model):
    """Events in a month and what they are counted over (batches, trials, pages)."""

    month: str
    """``2026-03``; ``2026-03 to 2026-04`` where a month without exposure was joined to another."""
    events: int
    size: Exact
    covered: bool = True
    """False for a month in which the log was not kept: nothing is known of it, and nothing is 0."""


class Observation(Model):
    """A metric's raw figures: counts, interval and rows, no judgement (house, style 1).

    ``value`` in the metric's own unit, exact for counts; ``low``/``high`` the steering interval
    (80 %), ``low95``/``high95`` the appendix one, already widened for clustered counts; ``rows``
    the rows counted, ``over`` those that it is counted over and that are no events themselves,
    ``left_out`` the rows seen and not counted, each with the reason.
    """

    metric: str
    value: Exact | None = None
    events: int | None = None
    exposure: Exact | None = None
    trials: int | None = None
    n: int | None = None
    low: float | None = None
    high: float | None = None
    low95: float | None = None
    high95: float | None = None
    dispersion: float | None = None
    level: Level | None = None
    """From a rule other than the cut points (S6, S7, H3 at 0)."""
    not_scored: str | None = None
    """A reason why the figure is shown but must not count (immature, default dates)."""
    missing: str | None = None
    """A reason why there is no figure at all."""
    lacks: str = ""
    """The column that is missing, as ``kind.column``, where that is the reason."""
    window: ObservedWindow | None = None
    """The part of the window that it was measured on, where the log covers less than the whole."""
    trend: Trend | None = None
    rows: tuple[RowRef, ...] = ()
    over: tuple[RowRef, ...] = ()
    left_out: tuple[RowRef, ...] = ()
    beside: dict[str, float] = {}
    """Figures printed beside it: share of all deviations, team size, share without cause."""
    months: tuple[MonthCount, ...] = ()
    """The same events and exposure by month, where it is a rate or a share."""
    remark: str = ""
    """How the figure came about, where that is not as its definition says."""


class EvidenceFile(Model):
    """A file that was measured."""

    name: str
    sha256: str
    kind: TableKind
    sheet: str | None = None
    rows: int
    first: date | None = None
    last: date | None = None


class Exclusion(Model):
    """Rows left out, counted by file and reason."""

    file: str
    sheet: str | None = None
    reason: str
    rows: int


class Overlap(Model):
    """Records that stand in two files of one kind.

    ``agree`` and ``differ``: rows of the older file, each with a note that names the row of the
    newer one; with record numbers (``numbered``) they are left out, and the newer file counts.
    """

    kind: TableKind
    file: str
    sheet: str | None = None
    newer: str
    newer_sheet: str | None = None
    numbered: bool = True
    two_logs: bool = False
    """So many differ, and none agrees, that these may be two logs that number alike."""
    agree: tuple[RowRef, ...] = ()
    differ: tuple[RowRef, ...] = ()

    @property
    def text(self) -> str:
        """In words."""
        old, new = _named(self.file, self.sheet), _named(self.newer, self.newer_sheet)
        if not self.numbered:
            return (
                f"{_are(len(self.agree), 'row', old)} also in {new}, alike in every column,"
                " and counted in both: without record numbers nobody can tell whether they are the "
                "same. If the exports overlap, leave them out of one"
            )
        both = len(self.agree) + len(self.differ)
        said = f"{_are(both, 'record', old)} also in {new}, counted once: "
        said += f"{len(self.agree)} agree, {len(self.differ)} differ"
        if self.differ:
            said += "; where they differ the newer file counts"
        if self.two_logs:
            said += ". None agrees: if these are two logs that number alike, give one a prefix"
        return said


def _named(file: str, sheet: str | None) -> str:
    return f"{file} (sheet {sheet})" if sheet else file


def _are(count: int, word: str, where: str) -> str:
    return f"{count} {word} of {where} is" if count == 1 else f"{count} {word}s of {where} are"


def counted_out(rows: Iterable[RowRef]) -> tuple[Exclusion, ...]:
    """Rows left out, counted by file, sheet and the reason in their note."""
    counts = Counter((row.file, row.sheet, row.note) for row in rows)
    return tuple(
        Exclusion(file=file, sheet=sheet, reason=reason, rows=count)
        for (file, sheet, reason), count in counts.items()
    )


class EvidenceFinding(Model):
    """Something that the records tell beyond the metrics."""

    kind: str
    text: str
    metric: str | None = None
    capability: str | None = None
    evidence: tuple[RowRef, ...] = ()


class LogLink(Model):
    """How one log links; counts are of batches, ``missing`` and ``strays`` are the rows."""

    id: str
    name: str
    every: bool
    reason: str = ""
    """Why it could not be tested, or why it links nothing; empty otherwise."""
    is_tested: bool = True
    rows: int = 0
    """Rows that count."""
    named: int = 0
    """Of these, rows that name a batch."""
    found: int = 0
    """Batches of the test that it names."""
    missing: tuple[RowRef, ...] = ()
    """Rows of the register whose batch it does not name, though it must."""
    strays: tuple[RowRef, ...] = ()
    """Rows that name a batch which the register does not know."""


class JoinTest(Model):
    """How many batches link across the logs by one key (domain 1.24).

    ``of`` counts the batches begun and the keys gone astray.
    """

    batches: int
    """Of the register, begun in the window and old enough to have all their records."""
    young: int
    """Begun in the window and too young; not counted."""
    strays: int
    """Keys that a log names and the register does not know, each once."""
    linked: int | None
    """Batches that every log which must name them does name, of the logs that were
    tested; None where no such log is on file."""
    of: int
    share: Exact | None
    """Linked over ``of``; None where a log is not on file, or no batch is old enough."""
    reason: str = ""
    """Why there is no share."""
    logs: tuple[LogLink, ...]


class Evidence(Model):
    """All that the records show of one assessment."""

    observations: tuple[Observation, ...] = ()
    window: ObservedWindow | None = None
    files: tuple[EvidenceFile, ...] = ()
    exclusions: tuple[Exclusion, ...] = ()
    overlaps: tuple[Overlap, ...] = ()
    findings: tuple[EvidenceFinding, ...] = ()
    versions: tuple[WorkbookFamily, ...] = ()
    slots: SlotFacts | None = None
    joins: JoinTest | None = None

    @cached_property
    def observation_by_metric(self) -> dict[str, Observation]:
        """Observations by metric id."""
        return {o.metric: o for o in self.observations}
