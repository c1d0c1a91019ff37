"""Structural signs of one sheet: what is reported beside the measures (domain 4.3)."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from readiness.domain.scan import CellFinding, MapBlock
from readiness.domain.scan_rules import ScanRules
from readiness.evidence.scan.blocks import beyond_fill
from readiness.evidence.scan.cells import Area, Place, SheetCells, address
from readiness.evidence.scan.formulas import FORMULA
from readiness.evidence.scan.listing import list_places, list_runs
from readiness.evidence.scan.tables import Table
from readiness.evidence.scan.views import SheetView
from readiness.evidence.scan.wording import Wording

_TEXT_DATE = re.compile(
    r"\s*(?:\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})|\d{4}[./-]\d{1,2}[./-]\d{1,2}"
    r"|\d{1,2}[ ./-]{1,2}[A-Za-zÄÖÜäöü]{3,9}[ .,/-]{1,2}(?:\d{4}|\d{2})"
    r"|[A-Za-z]{3,9} \d{1,2}, ?\d{4})(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?\s*"
)
_OUTSIDE = re.compile(r"(?<![\w\]])\[\d+\]")


def text_dates(texts: Sequence[str]) -> frozenset[int]:
    """Numbers of the texts that are a date and nothing else."""
    return frozenset(n for n, text in enumerate(texts) if _TEXT_DATE.fullmatch(text))


def outside_patterns(patterns: Sequence[str]) -> frozenset[int]:
    """Cell codes of formulas that read another workbook."""
    return frozenset(FORMULA + n for n, pattern in enumerate(patterns) if _OUTSIDE.search(pattern))


def cell_signs(
    view: SheetView,
    dates: frozenset[int],
    outside: frozenset[int],
    wording: Wording,
    rules: ScanRules,
) -> Iterator[CellFinding]:
    """Errors, open formulas, texts that should be dates and the like, in a fixed order.

    ``dates``, ``outside``: what ``text_dates`` and ``outside_patterns`` give for the workbook.
    """
    cells = view.cells
    yield from _lock_signs(view, wording, rules)
    yield from _block_signs(view, wording, rules)
    found = partial(wording.found, sheet=view.name, cells=cells)
    yield from found("error_cell", places=cells.errors)
    yield from found("long_formula", places=cells.long, limit=rules.long_formula)
    yield from found("volatile_date", places=cells.volatile_dates, runs=True)
    yield from found("volatile_formula", places=cells.volatile, runs=True)
    yield from found("external_link", places=_places_of_codes(cells, outside), runs=True)
    yield from text_date_signs(view, dates, rules)
    yield from _merged(view, rules)


def text_date_signs(
    view: SheetView, dates: frozenset[int], rules: ScanRules
) -> Iterator[CellFinding]:
    """Texts among the data that should be dates."""
    text, most = rules.why("text_date"), rules.each_address_up_to
    yield from list_places("text_date", view.name, _places_of_texts(view, dates), text, most)


def _block_signs(view: SheetView, wording: Wording, rules: ScanRules) -> Iterator[CellFinding]:
    """What breaks a column of formulas: values typed over them, other formulas, rows without."""
    most = rules.each_address_up_to
    for block in view.blocks:
        facts = {
            "pattern": wording.pattern(block.code),
            "block": address(block.first_row, block.column, block.last_row),
        }
        typed = [(row, block.column) for row in block.constants]
        text = rules.why("overwritten", **facts)
        yield from list_places("overwritten", view.name, typed, text, most)
        strangers = [(row, block.column) for row in block.strangers]
        yield from wording.found(
            "other_pattern", view.name, view.cells, strangers, usual=facts["pattern"]
        )
    beyond = beyond_fill(view.cells, view.tables, view.blocks)
    yield from list_runs("beyond_fill", view.name, beyond, rules.why("beyond_fill"), most)


def sheet_signs(view: SheetView, rules: ScanRules) -> Iterator[CellFinding]:
    """Signs of the sheet as a whole: hidden, formulas without a saved result."""
    finding = partial(CellFinding, sheet=view.name)
    if view.state != "visible":
        yield finding(kind="hidden_sheet", text=rules.why(view.state))
    if view.cells.valueless:
        text = rules.why("no_saved_result")
        yield finding(kind="no_saved_result", text=text, count=view.cells.valueless)
    if (count := view.cells.conditional) > rules.most_conditional:
        text = rules.why("conditional_formats", count=count, limit=rules.most_conditional)
        yield finding(kind="conditional_formats", text=text)


def map_blocks(view: SheetView) -> tuple[MapBlock, ...]:
    """Rectangles for drawing the sheet: headings, data, and formula blocks side by side as one."""
    drawn = []
    for table in view.tables:
        columns = {"first_column": table.first_column, "last_column": table.last_column}
        if table.heading_rows:
            first, last = table.heading_rows[0], table.heading_rows[-1]
            drawn.append(MapBlock(kind="heading", first_row=first, last_row=last, **columns))
        if table.rows:
            first, last = table.rows[0], table.rows[-1]
            drawn.append(MapBlock(kind="data", first_row=first, last_row=last, **columns))
    areas: list[list[int]] = []
    for block in sorted(view.blocks, key=lambda b: (b.first_row, b.last_row, b.column)):
        if (
            areas
            and areas[-1][3] == block.column - 1
            and areas[-1][:2]
            == [
                block.first_row,
                block.last_row,
            ]
        ):
            areas[-1][3] = block.column
        else:
            areas.append([block.first_row, block.last_row, block.column, block.column])
    for top, bottom, left, right in areas:
        drawn.append(
            MapBlock(
                kind="formula", first_row=top, last_row=bottom, first_column=left, last_column=right
            )
        )
    return tuple(drawn)


def _lock_signs(view: SheetView, wording: Wording, rules: ScanRules) -> Iterator[CellFinding]:
    """On a protected sheet each open formula; without protection one sign for all formulas."""
    cells = view.cells
    if cells.protected:
        yield from wording.found("unlocked_formula", view.name, cells, cells.unlocked)
    elif cells.formulas:
        yield CellFinding(
            kind="unlocked_formula",
            sheet=view.name,
            text=rules.why("unprotected_sheet"),
            count=cells.formulas,
        )


def _places_of_texts(view: SheetView, numbers: frozenset[int]) -> Iterator[Place]:
    """Data cells that hold one of the texts; headings may be dates as text."""
    if not numbers:
        return
    codes = {-1 - number for number in numbers}
    headings = {row for table in view.tables for row in table.heading_rows}
    for column, cells in view.cells.columns.items():
        for row, code in cells.items():
            if code in codes and row not in headings:
                yield row, column


def _places_of_codes(cells: SheetCells, codes: frozenset[int]) -> Iterator[Place]:
    if codes:
        for column, rows in cells.columns.items():
            yield from ((row, column) for row, code in rows.items() if code in codes)


def _merged(view: SheetView, rules: ScanRules) -> Iterator[CellFinding]:
    """Merged cells that touch data rows: sorting and filtering break there."""
    owners = {row: table for table in view.tables for row in table.rows}
    rows = sorted(owners) if view.cells.merged else []
    found = [area for area in view.cells.merged if _touches(area, rows, owners)]
    text = rules.why("merged_data")
    for top, left, bottom, right in found[: rules.each_address_up_to]:
        where = f"{address(top, left)}:{address(bottom, right)}"
        yield CellFinding(kind="merged_data", sheet=view.name, address=where, text=text)
    if (more := len(found) - rules.each_address_up_to) > 0:
        yield CellFinding(kind="merged_data", sheet=view.name, text=text, count=more)


def _touches(area: Area, rows: Sequence[int], owners: Mapping[int, Table]) -> bool:
    """Whether several cells are merged of which the first data row lies inside its table."""
    top, left, bottom, right = area
    index = bisect_left(rows, top)
    if (top, left) == (bottom, right) or index == len(rows) or rows[index] > bottom:
        return False
    table = owners[rows[index]]
    return left <= table.last_column and right >= table.first_column
