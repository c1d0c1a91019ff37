"""The lock-in ledger: early choices, weeks saved and to undo, net, last responsible moment."""

from collections.abc import Iterator

from readiness.domain.operating_result import LedgerResult
from readiness.report.cells import Book, Page
from readiness.report.columns import LEDGER as COLUMNS
from readiness.report.facts import Facts
from readiness.report.layout import LEDGER, Grid, Value, headings, put_rows, title
from readiness.report.printing import colour_when, print_page, protect
from readiness.report.styles import ALERT

SAYS = (
    "Net = chance x weeks to undo - weeks saved; above 0 it costs more than it saves. Low and high "
    "hold nine of ten draws. Undo by: launch less the weeks that nine of ten draws stay under."
)


def write_ledger(book: Book, facts: Facts) -> Page:
    """Write the sheet; the figures are as exported. Raises AssertionError without a choice."""
    page, found = book.pages[LEDGER], facts.result.operating_model.ledger
    assert found is not None
    names = {area.id: area.name for area in facts.questionnaire.lock_in.areas}
    rows = list(_rows(found, names))
    grid = Grid(LEDGER, COLUMNS, len(rows))
    title(page, "Lock-in ledger", SAYS)
    page.text("A3", facts.questionnaire.lock_in.remark, "small")
    headings(page, grid)
    put_rows(page, grid, rows)
    first = f"{grid.letter('state')}{grid.start}"
    colour_when(page, grid.cells("state"), f'{first}="passed"', ALERT)
    page.sheet.freeze_panes = f"B{grid.start}"
    print_page(page, rows=f"1:{grid.head}", area=f"A1:{grid.last_letter}{grid.end}")
    protect(page)
    return page


def _rows(found: LedgerResult, names: dict[str, str]) -> Iterator[dict[str, Value]]:
    for one in found.choices:
        yield {
            "name": one.name,
            "saved": one.weeks_saved,
            "chance": one.chance,
            "undo": one.undo,
            "undo_low": one.undo_low,
            "undo_high": one.undo_high,
            "net": one.net,
            "net_low": one.net_low,
            "net_high": one.net_high,
            "moment": one.last_moment,
            "state": _state(one.is_passed, known=one.last_moment is not None),
            "path": " → ".join(names[id] for id in one.critical),
        }
    yield {
        "name": "Together",
        "saved": found.weeks_saved,
        "net": found.net,
        "net_low": found.net_low,
        "net_high": found.net_high,
        "path": f"Expected later: {found.weeks_later:.1f} weeks",
    }


def _state(is_passed: bool, *, known: bool) -> str:
    if not known:
        return "no launch date"
    return "passed" if is_passed else "open"
