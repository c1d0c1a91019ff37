"""What is still to be confirmed: TBC and its like in rows that are not done (domain 4.3)."""

from collections.abc import Iterator, Sequence

from readiness.domain.scan import CellFinding
from readiness.domain.scan_rules import ScanRules
from readiness.evidence.scan.cells import DATE, Place
from readiness.evidence.scan.listing import list_each
from readiness.evidence.scan.looking import Looking, column_called
from readiness.evidence.scan.tables import Table, words
from readiness.evidence.scan.views import SheetView


def open_texts(texts: Sequence[str], rules: ScanRules) -> frozenset[int]:
    """Numbers of the texts that say that something is still to be confirmed."""
    pattern = words(rules.open_words)
    return frozenset(n for n, text in enumerate(texts) if pattern.search(text))


def unconfirmed(
    view: SheetView,
    looking: Looking,
    numbers: frozenset[int],
    saved: int | None,
    rules: ScanRules,
) -> Iterator[CellFinding]:
    """Cells that say TBC; the oldest of a sheet with its age in days at the last save.

    ``numbers``: of ``open_texts``; ``saved``: day of the last save, counted from year 1. A single
    version does not say when a cell was written: the age is that of the earliest date of its row
    before the save, which in a list that begins with the request is the age of the request. Rows
    that are done or cancelled, and headings, do not count.
    """
    if not numbers:
        return
    ended = words((*rules.cancelled_words, *rules.done_words))
    ages: dict[Place, int | None] = {}
    for table in view.tables:
        status = column_called(table, rules.headings.status)
        for row, column in _places(view, table, numbers):
            if status is None or not ended.search(looking.label(row, status)):
                ages[row, column] = _age(view, looking, row, saved)
    known = [age for age in ages.values() if age is not None]
    oldest = max(known, default=-1)
    plain, aged = rules.why("unconfirmed"), rules.why("oldest_unconfirmed", days=oldest)
    told = {place: aged if age == oldest else plain for place, age in ages.items()}
    yield from list_each("unconfirmed", view.name, told, plain, rules.each_address_up_to)


def _places(view: SheetView, table: Table, numbers: frozenset[int]) -> Iterator[Place]:
    rows = set(table.rows)
    for column, cells in view.cells.columns.items():
        for row, code in cells.items():
            if row in rows and view.cells.text_number(row, column, code) in numbers:
                yield row, column


def _age(view: SheetView, looking: Looking, row: int, saved: int | None) -> int | None:
    if saved is None:
        return None
    days = [
        int(day)
        for column, cells in view.cells.columns.items()
        if cells.get(row) == DATE and (day := looking.moment(row, column)) is not None
    ]
    return max((saved - day for day in days if day <= saved), default=None)
