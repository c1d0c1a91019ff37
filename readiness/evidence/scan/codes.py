"""Codes of patients and bookings that a list holds twice, or spells in two ways (domain 4.3)."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from readiness.domain.scan import CellFinding
from readiness.domain.scan_rules import ScanRules
from readiness.evidence.scan.bookings import booking_columns, subject_column
from readiness.evidence.scan.cells import Place, address
from readiness.evidence.scan.listing import list_each
from readiness.evidence.scan.looking import Looking, column_called
from readiness.evidence.scan.people import Headings
from readiness.evidence.scan.tables import Table, words
from readiness.evidence.scan.views import SheetView

_PARTS = re.compile(r"\d+|[^\W\d_]+")
_Spellings = dict[str, dict[str, list[tuple[str, Place]]]]
"""Folded code -> as written -> sheet and place of each."""


def fold(code: str) -> str:
    """*P-001*, *p001* and *P 1* are one code: letters and numbers count, not how they are set."""
    return "-".join(part.lstrip("0") or "0" for part in _PARTS.findall(code.casefold()))


def doubtful_codes(
    views: Sequence[SheetView],
    looking: Mapping[str, Looking],
    headings: Headings,
    rules: ScanRules,
) -> Iterator[CellFinding]:
    """Codes that stand twice in a list that has each once, and codes in two spellings.

    ``looking`` by sheet. A list has each code once if at least ``rules.unique_share`` of its rows
    do: a log names the same patient often, and rightly. In a list of bookings it is the number of
    the booking that must be unique; a patient with two open bookings is found there.
    """
    changes = words(rules.change_sheet_words)
    spellings: _Spellings = defaultdict(lambda: defaultdict(list))
    for view in views:
        if changes.search(view.name):
            continue
        look = looking[view.name]
        for table in view.tables:
            yield from _repeated(view, table, look, headings, rules)
            subject = subject_column(table, headings)
            for row in table.rows if subject else ():
                written = look.label(row, subject or 0)
                if any(map(str.isdigit, written)):
                    spellings[fold(written)][written].append((view.name, (row, subject or 0)))
    yield from _spelled(spellings, rules)


def _repeated(
    view: SheetView, table: Table, looking: Looking, headings: Headings, rules: ScanRules
) -> Iterator[CellFinding]:
    is_booking = booking_columns(table, headings, rules) is not None
    column = (
        column_called(table, rules.headings.booking)
        if is_booking
        else subject_column(table, headings)
    )
    if column is None:
        return
    rows: dict[str, list[int]] = defaultdict(list)
    for row in table.rows:
        if label := looking.label(row, column):
            rows[label.casefold()].append(row)
    filled = sum(map(len, rows.values()))
    if len(rows) < rules.unique_share * filled:
        return
    told = {
        (row, column): rules.why("duplicate_code", other=address(first, column))
        for first, *more in rows.values()
        for row in more
    }
    general = rules.why("duplicate_code", other="other rows")
    yield from list_each("duplicate_code", view.name, told, general, rules.each_address_up_to)


def _spelled(spellings: _Spellings, rules: ScanRules) -> Iterator[CellFinding]:
    """The rarer spellings; which one is right is for people to say."""
    found: dict[str, dict[Place, str]] = defaultdict(dict)
    for ways in spellings.values():
        if len(ways) < 2:
            continue
        usual = max(ways, key=lambda way: (len(ways[way]), way))
        usual_sheet, usual_place = ways[usual][0]
        for way, places in ways.items():
            for sheet, place in places if way != usual else ():
                where = address(*usual_place)
                other = where if sheet == usual_sheet else f"{usual_sheet}!{where}"
                found[sheet][place] = rules.why("code_spelling", other=other)
    general = rules.why("code_spelling", other="other rows")
    for sheet, told in found.items():
        yield from list_each("code_spelling", sheet, told, general, rules.each_address_up_to)
