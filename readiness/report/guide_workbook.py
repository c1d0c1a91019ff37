"""The interview guides and the list of evidence asked for, as a workbook to print and write on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from readiness.domain.capability import Capability
from readiness.domain.guide import InterviewGuide, PartPrompts
from readiness.report.cells import Book, Page
from readiness.report.printing import print_page, protect

REQUESTS = "Requests"
OPERATING = "For the page Operating model: no level, write down what was said and seen."
FOOTER = "Interview guide"
FIRST_ROW = 5
WIDTHS = (8, 38, 34, 64, 40)
REQUEST_WIDTHS = (8, 60, 12, 22, 16, 13, 13)
REQUEST_HEADS = ("No.", "What", "Question", "Asked of", "Status", "Asked on", "Due")
NOT_SCORED = (
    "Descriptions from top to bottom; start with the marked one and move up or down. Write down "
    "what was said and seen; choose the description after the file was seen. No names."
)


@dataclass(frozen=True)
class GuidePart:
    """The talk with one function: how to open it, and its questions in the order for talking."""

    code: str
    function: str
    opening: str
    questions: tuple[Capability, ...]
    operating: tuple[PartPrompts, ...] = ()
    """What is asked for the parts of the page Operating model."""


@dataclass(frozen=True)
class Wanted:
    """One line of the list for the client."""

    id: str
    what: str
    question: str
    asked_of: str
    status: str
    asked_on: date
    due: date | None


def descriptions(question: Capability) -> list[str]:
    """The five descriptions from top to bottom, the one to read first marked; no number."""
    middle = len(question.anchors) // 2
    return [f"{'▶' if n == middle else '–'} {text}" for n, text in enumerate(question.anchors)]


def guide_workbook(
    title: str,
    guide: InterviewGuide,
    parts: Sequence[GuidePart],
    wanted: Sequence[Wanted],
    today: date,
) -> bytes:
    """The bytes of the .xlsx file; the same input gives the same bytes."""
    book = Book()
    for name in (REQUESTS, *(part.code for part in parts)):
        book.page(name)
    _write_requests(book.pages[REQUESTS], title, wanted, today)
    for part in parts:
        _write_part(book.pages[part.code], title, guide, part)
    properties = book.workbook.properties
    properties.title = f"Interview guide: {title}"
    properties.creator = "readiness"
    properties.created = properties.modified = datetime(today.year, today.month, today.day)
    return book.packed(today)


def _write_requests(page: Page, title: str, wanted: Sequence[Wanted], today: date) -> None:
    page.widths(*REQUEST_WIDTHS)
    page.text("A1", f"Evidence asked for: {title}", "title")
    page.height(1, 27)
    still = sum(w.status in ("Asked", "Promised") for w in wanted)
    page.text("A2", f"{still} still to come, {len(wanted)} in all · {today:%d %b %Y}", "subtitle")
    for column, words in enumerate(REQUEST_HEADS, start=1):
        page.text((FIRST_ROW - 1, column), words, "head")
    for row, one in enumerate(wanted, start=FIRST_ROW):
        page.text((row, 1), one.id, "top")
        page.text((row, 2), one.what, "wrap")
        page.text((row, 3), one.question, "top")
        page.text((row, 4), one.asked_of, "wrap")
        page.text((row, 5), one.status, "top")
        page.day((row, 6), one.asked_on, "top_day")
        page.day((row, 7), one.due, "top_day")
        page.height(row, 12.5 * (1 + -(-len(one.what) // 60)))
    print_page(page, rows=f"{FIRST_ROW - 1}:{FIRST_ROW - 1}", footer=FOOTER)
    page.sheet.freeze_panes = f"A{FIRST_ROW}"
    protect(page)


def _write_part(page: Page, title: str, guide: InterviewGuide, part: GuidePart) -> None:
    page.widths(*WIDTHS)
    page.text("A1", f"{part.function}: {title}", "title")
    page.height(1, 27)
    minutes = round(guide.minutes_a_question * len(part.questions))
    counted = f"{len(part.questions)} questions, about {minutes} minutes for the answers"
    page.text("A2", f"{counted}. Begin with: {part.opening}", "plain")
    page.text("A3", NOT_SCORED, "note")
    heads = (
        "Question",
        "Ask",
        guide.show,
        "What describes it",
        f"{guide.last_failed} In their words",
    )
    for column, words in enumerate(heads, start=1):
        page.text((FIRST_ROW - 1, column), words, "head")
    for row, question in enumerate(part.questions, start=FIRST_ROW):
        anchors = descriptions(question)
        page.text((row, 1), question.id, "top")
        page.text((row, 2), question.question, "wrap_bold")
        page.text((row, 3), question.evidence, "wrap")
        page.text((row, 4), "\n".join(anchors), "fine")
        page.text((row, 5), "", "input_words")
        page.height(row, 11.5 * (1 + sum(-(-len(text) // 78) for text in anchors)))
    last = _write_operating(page, part, FIRST_ROW + len(part.questions))
    page.text((last, 1), f"To end with: {guide.closing}", "plain")
    print_page(page, rows=f"{FIRST_ROW - 1}:{FIRST_ROW - 1}", footer=FOOTER)
    page.sheet.freeze_panes = f"A{FIRST_ROW}"
    protect(page)


def _write_operating(page: Page, part: GuidePart, row: int) -> int:
    """The prompts for the operating model, under the part that they fill; returns the next row."""
    if part.operating:
        page.text((row, 1), OPERATING, "section")
        page.fill(row, 2, 5, "section")
        row += 1
    for one in part.operating:
        for prompt in one.prompts:
            page.text((row, 2), prompt, "wrap_bold")
            page.text((row, 3), one.name, "wrap")
            page.text((row, 5), "", "input_words")
            page.height(row, 12.5 * max(2, 1 + -(-len(prompt) // 38)))
            row += 1
    return row
