"""The board view: two sheets, a printed page each, figures without formulas behind them."""

from readiness.report.calc_sheet import calc_rows
from readiness.report.cells import Book
from readiness.report.facts import Facts
from readiness.report.layout import SUMMARY, title
from readiness.report.places import places
from readiness.report.printing import print_page, protect
from readiness.report.rounds_words import since
from readiness.report.summary import WIDTHS, write_verdict
from readiness.report.summary_gaps import write_top

TOP_GAPS = "Top gaps"
BOARD_SHEETS = (SUMMARY, TOP_GAPS)


def board_book(facts: Facts) -> Book:
    """The workbook before it is packed. Nothing hidden travels with it."""
    book = Book(live=False)
    for name in BOARD_SHEETS:
        book.page(name)
    at = places(facts, 0)
    calc = calc_rows(facts, at)
    first = book.pages[SUMMARY]
    last = write_verdict(first, facts, at, calc)
    if facts.rounds is not None:
        first.text("B4", since(facts.rounds, facts.questionnaire), "note")
    print_page(first, area=f"A1:O{last}", tall=1)
    protect(first)
    second = book.pages[TOP_GAPS]
    title(second, "Top gaps", "What comes first, and what closes it.")
    second.widths(*WIDTHS)
    last = write_top(second, facts, at, calc, 4)
    print_page(second, area=f"A1:O{last}", tall=1)
    protect(second)
    return book
