"""`Deviation log 2026.xlsx`: an export of a quality system, with the dirt such exports carry."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from examples.generator.book import Cell, Row, Styles, Workbook, table, workbook
from examples.generator.deviation_story import (
    EVENTS,
    HUMAN,
    KINDS,
    REVIEW,
    SITE_EVENTS,
    TESTING,
    VOIDED,
    SiteEvent,
)
from examples.generator.story import (
    BATCHES,
    LEAD_SCIENTIST,
    MFG_SUPERVISOR,
    QA_SPECIALIST,
    QC_DEPUTY,
    Batch,
    stream,
)

HEAD = (
    "Record No.", "Record Type", "Short Description", "Classification", "Date of Event",
    "Date Discovered", "Date Opened", "Original Due Date", "Due Date", "Date Closed",
    "Lot Number", "Process Step", "Root Cause Category", "Root Cause Detail", "How Identified",
    "CAPA #", "Status", "Owner",
)  # fmt: skip
OWNERS = (QA_SPECIALIST, MFG_SUPERVISOR, LEAD_SCIENTIST, QC_DEPUTY)
DUE_DAYS = 30
EXPORTED = date(2026, 11, 19)
"""The last day that the export holds."""
BY_LOT = {batch.lot: batch for batch in BATCHES}
PUNCTUAL = frozenset({"P013", "P014", "P017", "P019", "P022"})
"""Batches whose disposition did not wait for a deviation."""
LATE_SHARE = 0.9
"""Of the records that could outlive their due date, how many did."""
TEXT_DATES = frozenset({18, 52})
"""Positions of the rows whose date of event was pasted in as text."""
NOT_SAID = frozenset({16, 47})
"""Positions of the rows that do not say how the event was found."""
REPEATED = 33
"""Position of the row that the export holds twice."""


@dataclass(frozen=True)
class Deviation:
    """One record of the quality system, before it has a number."""

    text: str
    severity: str
    occurred: date
    discovered: date
    opened: date
    closed: date | None
    due: date
    lots: tuple[str, ...]
    lots_in_one_cell: bool
    step: str
    cause: str
    detail: str
    found_by: str
    capa: str
    status: str
    owner: str


def deviation_log() -> bytes:
    """The file."""

    def draw(book: Workbook, styles: Styles) -> None:
        sheet = book.add_worksheet("Export")
        sheet.merge_range(
            "A1:F1", "Northgate Therapeutics (invented): Quality Event Export", styles.title
        )
        sheet.write_string("A2", "Filter: Record Type = Deviation; printed 2026-11-20 08:12")
        table(sheet, styles, 4, HEAD, _dirty(_rows(_all())))

    return workbook(draw, datetime(2026, 11, 20, 8, 12), "Quality Event Export")


def _all() -> list[Deviation]:
    """Every record in the order in which it was opened."""
    rng = stream("deviations")
    found = [_of_batch(rng, BY_LOT[lot], token) for lot in EVENTS for token in EVENTS[lot].split()]
    found += [_of_site(rng, event) for event in SITE_EVENTS]
    found += [_voided(rng, *entry) for entry in VOIDED]
    return sorted(_with_last_closures(found), key=lambda deviation: deviation.opened)


def _of_batch(rng: random.Random, batch: Batch, token: str) -> Deviation:
    """The record that a token of the story stands for."""
    name, _, other = token.replace("&", "+").partition("+")
    severity = ("Minor", "Major", "Critical")[name.count("!")]
    kind = KINDS[name.strip("?!")]
    occurred = batch.started + timedelta(days=kind.day)
    if kind.found_by == REVIEW:
        occurred = min(occurred, batch.last_step)
    discovered = _discovered(rng, batch, kind.found_by, occurred)
    opened = min(discovered + timedelta(days=rng.choice((0, 1, 1, 2, 3, 3, 4))), EXPORTED)
    lots = (other, batch.lot) if other else (batch.lot,)
    closed = _closed(rng, batch, opened)
    due = opened + timedelta(days=DUE_DAYS)
    causeless = "?" in name
    return Deviation(
        text=kind.text, severity=severity, occurred=occurred, discovered=discovered,
        opened=opened, closed=closed, due=_extended(rng, due, closed), lots=lots,
        lots_in_one_cell="+" in token, step=kind.step, cause="" if causeless else kind.cause,
        detail="" if causeless else kind.detail, found_by=kind.found_by,
        capa=_capa(kind.cause, kind.step, severity, causeless=causeless),
        status="Closed" if closed else "In Investigation", owner=rng.choice(OWNERS),
    )  # fmt: skip


def _discovered(rng: random.Random, batch: Batch, found_by: str, occurred: date) -> date:
    if found_by == REVIEW:
        within = min(batch.review or 5, 16)
        return batch.last_step + timedelta(days=rng.randrange(3, within))
    if found_by == TESTING:
        return min(occurred + timedelta(days=rng.randrange(1, 6)), EXPORTED - timedelta(days=2))
    return occurred + timedelta(days=rng.choice((0, 0, 1)))


def _closed(rng: random.Random, batch: Batch, opened: date) -> date | None:
    """The closure, never after the disposition that had to wait for it."""
    if batch.disposed_on is None:
        return None
    last_leg = _last_leg(batch)
    latest = last_leg - timedelta(days=1) if batch.lot in PUNCTUAL else batch.disposed_on
    due = opened + timedelta(days=DUE_DAYS)
    if due < latest and rng.random() < LATE_SHARE:
        return due + timedelta(days=rng.randrange(1, (latest - due).days + 1))
    wanted = opened + timedelta(days=rng.randrange(14, DUE_DAYS))
    return max(opened + timedelta(days=2), min(wanted, latest - timedelta(days=rng.randrange(5))))


def _last_leg(batch: Batch) -> date:
    """The later of the last result and the end of the record review."""
    assert batch.result_on is not None
    assert batch.reviewed_on is not None
    return max(batch.result_on, batch.reviewed_on)


def _extended(rng: random.Random, due: date, closed: date | None) -> date:
    """The due date as it stands now: most late closures were made punctual by an extension."""
    if closed is None or closed <= due or rng.random() < 0.2:
        return due
    return closed + timedelta(days=rng.randrange(0, 5))


def _capa(cause: str, step: str, severity: str, *, causeless: bool) -> str:
    """One number for each cell of step and cause, so that the same action comes back."""
    if causeless or (severity == "Minor" and cause != HUMAN):
        return ""
    cells = sorted({(kind.step, kind.cause) for kind in KINDS.values()})
    return f"CAPA-{cells.index((step, cause)) + 3:03d}"


def _of_site(rng: random.Random, event: SiteEvent) -> Deviation:
    occurred = date.fromisoformat(event.occurred)
    opened = occurred + timedelta(days=rng.randrange(1, 4))
    closed = opened + timedelta(days=event.closed_after) if event.closed_after else None
    due = opened + timedelta(days=DUE_DAYS)
    return Deviation(
        text=event.text, severity=event.severity, occurred=occurred, discovered=occurred,
        opened=opened, closed=closed, due=_extended(rng, due, closed), lots=(),
        lots_in_one_cell=False, step=event.step, cause=event.cause, detail=event.detail,
        found_by=event.found_by, capa="", status="Closed" if closed else "Open",
        owner=rng.choice(OWNERS),
    )  # fmt: skip


def _voided(rng: random.Random, lot: str, day: int, name: str) -> Deviation:
    kind = KINDS[name]
    occurred = BY_LOT[lot].started + timedelta(days=day)
    return Deviation(
        text=f"Raised in error ({kind.text})", severity="Minor", occurred=occurred,
        discovered=occurred, opened=occurred + timedelta(days=1), closed=None,
        due=occurred + timedelta(days=DUE_DAYS + 1), lots=(lot,), lots_in_one_cell=False,
        step=kind.step, cause="", detail="", found_by=kind.found_by, capa="", status="Voided",
        owner=rng.choice(OWNERS),
    )  # fmt: skip


def _with_last_closures(found: list[Deviation]) -> list[Deviation]:
    """In each batch that waited, the record closed last is closed just before the disposition."""
    result = list(found)
    for batch in BATCHES:
        if batch.disposed_on is None or batch.lot in PUNCTUAL:
            continue
        own = [n for n, deviation in enumerate(result) if deviation.lots[-1:] == (batch.lot,)
               and deviation.closed]  # fmt: skip
        last = max(own, key=lambda n: (result[n].closed, n))
        closed = result[last].closed
        if closed is not None and closed <= _last_leg(batch):
            waited = batch.disposed_on - timedelta(days=2)
            result[last] = replace(result[last], closed=waited, due=max(result[last].due, waited))
    return result


def _rows(deviations: list[Deviation]) -> list[list[Cell]]:
    """The records as rows, numbered by year; a record with child rows is repeated lot by lot."""
    counts: dict[int, int] = {}
    rows: list[list[Cell]] = []
    for deviation in deviations:
        year = deviation.opened.year
        counts[year] = counts.get(year, 0) + 1
        number = f"DEV-{year % 100}-{counts[year]:03d}"
        rows += [_row(number, deviation, lots) for lots in _lot_cells(deviation, len(rows))]
    return rows


def _lot_cells(deviation: Deviation, position: int) -> tuple[str | None, ...]:
    if not deviation.lots:
        return (None,)
    if deviation.lots_in_one_cell:
        return (("; ", ", ")[position % 2].join(deviation.lots),)
    return deviation.lots


def _row(number: str, deviation: Deviation, lots: str | None) -> list[Cell]:
    return [
        number, "Deviation", deviation.text, deviation.severity, deviation.occurred,
        deviation.discovered, deviation.opened, deviation.opened + timedelta(days=DUE_DAYS),
        deviation.due, deviation.closed, lots, deviation.step, deviation.cause or None,
        deviation.detail or None, deviation.found_by, deviation.capa or None, deviation.status,
        deviation.owner,
    ]  # fmt: skip


def _dirty(rows: list[list[Cell]]) -> Iterator[Row]:
    """Adds what a person finds in such an export and no deviation stands behind."""
    blank: list[Cell] = [None] * len(HEAD)
    year_ends = sum(1 for row in rows if str(row[0]).startswith("DEV-25"))
    for position, row in enumerate(rows):
        if position == year_ends:
            yield ["Subtotal 2025", None, f"{year_ends} rows"]
            yield blank
        if position in (40, 63):
            yield blank
        if position in TEXT_DATES:
            row[HEAD.index("Date of Event")] = str(row[HEAD.index("Date of Event")])
        if position in NOT_SAID:
            row[HEAD.index("How Identified")] = None
        yield row
        if position == REPEATED:
            yield row
    yield ["DEV-TEST-1", "Deviation", "Training record, please ignore", "Minor",
           date(2026, 11, 2), date(2026, 11, 2), date(2026, 11, 2)]  # fmt: skip
    yield ["Total", None, f"{len(rows) + 1} rows"]
