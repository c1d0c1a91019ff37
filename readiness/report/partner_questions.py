"""The questions of the scorecard as a workbook to send to a contract maker (domain 7).

It holds what is asked and what a good answer holds; bad answers, red flags, weights and all that is
known stay at home. What the maker fills in comes back: slots with the slot table, the rest as
proposals that a person confirms.
"""

from collections.abc import Sequence
from datetime import date, datetime

from readiness.domain.scorecard import ScorecardRules
from readiness.report.cells import Book, Page
from readiness.report.printing import print_page, protect

QUESTIONS, SLOTS, FAILURES, ABOUT_US = "Questions", "Slots", "Failures", "About us"
FOOTER = "Questions to a contract maker"
FIRST = 5
SLOT_HEADS = (
    "Month",
    "Suite",
    "Offered",
    "Booked",
    "Started",
    "Completed",
    "Cancelled by client",
    "Cancelled by manufacturer",
    "Cancelled by others",
)
FAILURE_HEADS = ("No.", "Month", "Step", "Cause, and how proven", "What changed", "What showed it")
ROOM = 46.0


def partner_questions(name: str, rules: ScorecardRules, as_of: date) -> bytes:
    """The bytes of the .xlsx file; the same input gives the same bytes."""
    book = Book()
    for title in (QUESTIONS, SLOTS, FAILURES, ABOUT_US):
        book.page(title)
    _questions(book.pages[QUESTIONS], name, rules)
    _slots(book.pages[SLOTS], as_of)
    _failures(book.pages[FAILURES])
    _about_us(book.pages[ABOUT_US], rules)
    properties = book.workbook.properties
    properties.title = f"Questions to {name}"
    properties.creator = "readiness"
    properties.created = properties.modified = datetime(as_of.year, as_of.month, as_of.day)
    return book.packed(as_of)


def months_before(as_of: date, count: int = 12) -> list[str]:
    """The whole months before a day, oldest first: *2025-11* to *2026-10*."""
    last = as_of.year * 12 + as_of.month - 2
    return [f"{n // 12}-{n % 12 + 1:02}" for n in range(last - count + 1, last + 1)]


def _begin(
    page: Page, title: str, says: str, heads: Sequence[str], widths: Sequence[float]
) -> None:
    page.widths(*widths)
    page.text("A1", title, "title")
    page.height(1, 27)
    page.text("A2", says, "plain")
    for column, head in enumerate(heads, start=1):
        page.text((FIRST - 1, column), head, "head")


def _end(page: Page) -> None:
    print_page(page, footer=FOOTER, rows=f"1:{FIRST - 1}")
    protect(page)


def _questions(page: Page, name: str, rules: ScorecardRules) -> None:
    says = "Please answer with your own figures; name what is attached. No names of persons."
    heads = ("No.", "Question", "What a good answer holds", "Your answer", "Attached")
    _begin(page, f"Questions to {name}", says, heads, (8, 44, 40, 60, 24))
    for row, question in enumerate(rules.questions, start=FIRST):
        for column, words in enumerate((question.id, question.text, question.good), start=1):
            page.text((row, column), words, "top" if column == 1 else "wrap")
        for column in (4, 5):
            page.text((row, column), "", "input_words")
        page.height(row, ROOM)
    _end(page)


def _slots(page: Page, as_of: date) -> None:
    says = (
        "One row a month and suite. Offered: slots that any client could have; booked: ever "
        "reserved, later cancellations included."
    )
    _begin(page, "Slots of the last 12 months", says, SLOT_HEADS, (12, 16, *[12] * 4, 14, 18, 14))
    for row, month in enumerate(months_before(as_of), start=FIRST):
        page.text((row, 1), month, "input_words")
        for column in range(2, len(SLOT_HEADS) + 1):
            page.text((row, column), "", "input_words" if column == 2 else "input_top_0")
    _end(page)


def _failures(page: Page) -> None:
    says = "The last three failed batches in this suite type, any client, anonymised."
    _begin(page, "Failures", says, FAILURE_HEADS, (6, 12, 24, 44, 44, 44))
    for n in range(1, 4):
        page.text((FIRST + n - 1, 1), str(n), "top")
        for column in range(2, len(FAILURE_HEADS) + 1):
            page.text((FIRST + n - 1, column), "", "input_words")
        page.height(FIRST + n - 1, ROOM)
    _end(page)


def _about_us(page: Page, rules: ScorecardRules) -> None:
    meanings = "; ".join(f"{m.score} {m.name.lower()}" for m in rules.scale)
    says = f"And how are we to work with? 4 good to 0 poor, as we score you: {meanings}."
    heads = ("No.", "Question", "Good looks like", "0 to 4", "Your words")
    _begin(page, "About us", says, heads, (8, 52, 44, 9, 52))
    for row, question in enumerate(rules.mirror, start=FIRST):
        for column, words in enumerate((question.id, question.text, question.good), start=1):
            page.text((row, column), words, "top" if column == 1 else "wrap")
        page.text((row, 4), "", "input_top_0")
        page.text((row, 5), "", "input_words")
        page.height(row, ROOM)
    _end(page)
