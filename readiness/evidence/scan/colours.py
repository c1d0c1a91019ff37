"""Colours that carry what no column says (domain 4.3): the fill of a cell as its only status."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from readiness.domain.scan import CellFinding
from readiness.domain.scan_rules import ScanRules
from readiness.evidence.scan.cells import DATE, SheetCells, address
from readiness.evidence.scan.listing import list_places
from readiness.evidence.scan.tables import Table
from readiness.evidence.scan.views import SheetView

_NOTHING = -1
_Looks = dict[int, str]
"""Data row -> its colour in one column, '' for none."""


def colours_as_data(view: SheetView, rules: ScanRules) -> Iterator[CellFinding]:
    """Filled data cells whose colour differs from row to row and follows from nothing written.

    A colour says nothing of its own where a whole column has it, where rows alternate, where the
    words of some column decide it, or where the day of the week does. Neighbours of one colour in
    a row are one finding.
    """
    cells = view.cells
    if not cells.fills:
        return
    places: dict[tuple[int, int], str] = {}
    for table in view.tables:
        if len(table.rows) < rules.colour_min_rows:
            continue
        said = list(_classes(cells, table))
        for column in range(table.first_column, table.last_column + 1):
            filled = cells.fills.get(column, {})
            looks = {row: filled.get(row, "") for row in table.rows}
            if _is_free(looks, rules) and not any(_decides(c, looks) for c in said):
                places |= {(row, column): colour for row, colour in looks.items() if colour}
    yield from _areas(view.name, places, rules)


def _is_free(looks: _Looks, rules: ScanRules) -> bool:
    """Whether a column has several looks, few colours, and no plain stripes."""
    distinct = set(looks.values())
    if len(distinct) < 2 or len(distinct - {""}) > rules.colour_most:
        return False
    odd = {look for row, look in looks.items() if row % 2}
    even = {look for row, look in looks.items() if not row % 2}
    return not (len(odd) <= 1 and len(even) <= 1)


def _classes(cells: SheetCells, table: Table) -> Iterator[Mapping[int, int]]:
    """For each column that could decide a colour: data row -> number of what stands there."""
    for column in range(table.first_column, table.last_column + 1):
        codes = cells.columns.get(column)
        if not codes:
            continue
        said: dict[int, int] = {}
        days: dict[int, int] = {}
        for row in table.rows:
            code = codes.get(row, 0)
            number = cells.text_number(row, column, code)
            said[row] = _NOTHING if number is None else number
            if code == DATE and (stored := cells.values[column].get(row, "")).isdigit():
                days[row] = int(stored) % 7
        # A column of which every row says something else would decide any colour.
        if 2 <= len(set(said.values())) <= len(said) / 2:
            yield said
        if len(set(days.values())) >= 2 and len(days) == len(table.rows):
            yield days


def _decides(said: Mapping[int, int], looks: _Looks) -> bool:
    """Whether equal words always have one colour, and cells without a word none."""
    colour = {_NOTHING: ""}
    return all(colour.setdefault(said[row], look) == look for row, look in looks.items())


def _areas(
    sheet: str, places: Mapping[tuple[int, int], str], rules: ScanRules
) -> Iterator[CellFinding]:
    text = rules.why("colour_as_data")
    rows: dict[int, list[int]] = defaultdict(list)
    for row, column in sorted(places):
        rows[row].append(column)
    areas = [
        (row, *run)
        for row, columns in rows.items()
        for run in _runs(columns, {c: places[row, c] for c in columns})
    ]
    if len(areas) > rules.each_address_up_to:
        yield from list_places("colour_as_data", sheet, places, text, 0)
        return
    for row, first, last in areas:
        where = address(row, first) + (f":{address(row, last)}" if last > first else "")
        count = last - first + 1
        yield CellFinding(kind="colour_as_data", sheet=sheet, address=where, text=text, count=count)


def _runs(columns: Iterable[int], colours: Mapping[int, str]) -> Iterator[tuple[int, int]]:
    """First and last column of neighbours of one colour."""
    numbered = enumerate(columns)
    for _, run in groupby(numbered, key=lambda pair: (pair[1] - pair[0], colours[pair[1]])):
        found = [column for _, column in run]
        yield found[0], found[-1]
