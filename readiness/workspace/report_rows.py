"""The rows of a gap report that came back: gaps and findings, each open cell taken or refused.

Codes RT10 to RT51 are those of the workbook specification, *Round trip*, and a few of its kind.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from readiness.domain.redaction import NOT_SHOWN
from readiness.files.opened import Cell
from readiness.report.exported import Cells
from readiness.report.inputs import LONGEST_NOTE, SHORTEST_REASON
from readiness.report.layout import REGISTER, ROADMAP
from readiness.report.roadmap_sheet import EARLIEST_START
from readiness.workspace.report_fields import RATINGS, REASON, Key, Said, fields_of
from readiness.workspace.report_tables import KINDS, WHAT_IF, Kind, Reading
from readiness.workspace.report_tampering import note_table
from readiness.workspace.returned import Headings, Mistyped, Row, Table, table, text
from readiness.workspace.typed_cells import Typed, choice, day, level, words

LONGEST_OWNER = 100


@dataclass
class Found:
    """What came back: a value or None for each field of each row, and where it stood."""

    values: dict[Key, Said | None] = field(default_factory=dict)
    places: dict[Key, tuple[str, int, str]] = field(default_factory=dict)


def read_rows(reading: Reading, sheet: str, name: str, found: Found) -> None:
    """Read the gaps, the findings or the actions; ``name``: what the sheet is called now."""
    kind = KINDS[sheet]
    left = reading.left(sheet)
    headings = kind.headings
    also = (WHAT_IF,) if sheet == REGISTER else ()
    wanted = Headings(
        (kind.id, kind.telling),
        (kind.id, kind.telling, *(headings[key] for key in kind.fields)),
        ("RT10", "RT11", "RT12"),
        also,
    )
    there = table(reading.opened, name, wanted, reading.remarks)
    if there is None:
        return
    rows = _rows(reading, kind, there, left)
    for id, (number, row) in rows.items():
        cells = {**kind.empty, **dict(_cells(reading, kind, there, number, row, left[id]))}
        fields = fields_of(cells)
        if sheet == REGISTER:
            _check_reasons(reading, there, number, cells, left[id])
        if sheet == ROADMAP and cells["status"] == "started" and "start" not in cells:
            place = (there.sheet, number, headings["start"])
            advice = "Type the day, or set the status back to planned"
            message = f"{id} is said to have started, without the day"
            reading.remarks.refuse("RT51", message, *place, advice=advice)
        for key in kind.fields:
            if key != REASON:
                at = Key(f"{kind.prefix}{id}", RATINGS.get(key, key))
                found.values[at] = fields.get(at.field)
                found.places[at] = (name, number, headings[key])
    note_table(reading, sheet, there, rows)


def _rows(
    reading: Reading, kind: Kind, there: Table, left: Mapping[str, Cells]
) -> dict[str, tuple[int, Row]]:
    """The rows by id (RT13, RT14, RT15)."""
    rows: dict[str, tuple[int, Row]] = {}
    refuse = reading.remarks.refuse
    for number, row in enumerate(there.rows, start=there.first):
        id = text(there.cell(row, kind.id))
        place = (there.sheet, number, kind.id)
        filled = any(text(there.cell(row, kind.headings[key])) for key in kind.fields)
        if not id:
            if filled:
                message = "something was typed into a row without an id; no gap can be added here"
                refuse("RT13", message, *place, advice="Put the id back, or add it in the app")
        elif id not in left:
            message = "this id is none of this report"
            refuse("RT14", message, *place, advice="Put the id back as it was exported")
        elif id in rows:
            message = f"{id} is also in row {rows[id][0]}"
            refuse("RT15", message, *place, advice="Delete one of them")
        else:
            rows[id] = (number, row)
    return rows


def _cells(
    reading: Reading, kind: Kind, there: Table, number: int, row: Row, left: Cells
) -> Iterator[tuple[str, str]]:
    """The open cells of a row that hold something, as canonical text (RT16, RT17, RT20)."""
    marks, remarks = reading.anatomy.sheet(there.sheet), reading.remarks
    for key in kind.fields:
        heading = kind.headings[key]
        place = (there.sheet, number, heading)
        at = (number, there.at[heading] + 1)
        cell = there.cell(row, heading)
        if at in marks.formulas:
            remarks.refuse("RT16", "a formula stands here", *place, advice="Paste it as a value")
        elif at in marks.errors:
            remarks.refuse("RT17", "a formula error stands here", *place, advice="Type the value")
        elif not text(cell):
            continue
        elif text(cell) == left.get(key):
            yield key, left[key]
        else:
            try:
                typed = _read(reading, kind, key, cell)
            except Mistyped as wrong:
                remarks.mistyped("RT20", wrong, *place)
                continue
            if typed.remark:
                remarks.note("RT33", typed.remark, *place)
            yield key, typed.value


def _read(reading: Reading, kind: Kind, key: str, cell: Cell) -> Typed:
    if key in RATINGS:
        return level(cell)
    if key == "status":
        return choice(cell, kind.statuses)
    if key == "due":
        since = reading.origin.assessment.as_of
        return day(cell, since, date_1904=reading.opened.date_1904)
    if key == "start":
        return day(cell, EARLIEST_START, date_1904=reading.opened.date_1904)
    return words(cell, LONGEST_OWNER if key == "owner" else LONGEST_NOTE)


def _check_reasons(reading: Reading, there: Table, number: int, cells: Cells, left: Cells) -> None:
    """RT21: an override that was changed needs a reason; RT48: a reason needs an override."""
    refuse = reading.remarks.refuse
    headings = KINDS[REGISTER].headings
    before = fields_of(left)
    ratings = [key for key in cells if key in RATINGS]
    for key in ratings:
        rating = RATINGS[key]
        said = fields_of(cells)[rating]
        if said == before.get(rating):
            continue
        if len(said.reason) < SHORTEST_REASON or said.reason == NOT_SHOWN:
            advice = f"Write why in {headings[REASON]}"
            if len(ratings) > 1:
                advice += f", as {rating}: why; the same for each rating of the row"
            message = f"{headings[key]} has no reason of its own"
            expected = f"a reason of at least {SHORTEST_REASON} letters"
            refuse(
                "RT21",
                message,
                there.sheet,
                number,
                headings[REASON],
                expected=expected,
                advice=advice,
            )
    if cells.get(REASON) and not ratings and cells[REASON] != left.get(REASON):
        message = "a reason stands here, and no rating or target beside it"
        advice = "Write the rating, or move the words to Comment"
        refuse("RT48", message, there.sheet, number, headings[REASON], advice=advice)
