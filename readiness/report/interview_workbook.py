"""The interview workbook: questions to be answered away from the app (workbook specification 6)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from readiness.domain.assessment import Respondent
from readiness.domain.capability import Capability
from readiness.domain.scale import Level
from readiness.report.cells import Book, Page
from readiness.report.inputs import list_input, long_text
from readiness.report.interview_layout import (
    ANSWERS,
    FIRST_ROW,
    HEAD_ROW,
    HEADINGS,
    LETTERS,
    LISTS,
    META,
    SEEN,
    SENIORITIES,
    START,
    START_HEADINGS,
    Given,
    Identity,
    letter_of,
    meta_rows,
)
from readiness.report.named_lists import write_named_lists
from readiness.report.printing import colour_when, print_page, protect
from readiness.report.styles import ALERT

FOOTER = "Interview workbook"
CHOSEN = "DCEBE3"
WIDTHS = (8, 40, 27, 27, 27, 27, 27, 14, 15, 34, 24)
START_WIDTHS = (8, 92, 18, 14)
LEGEND = (
    "Yellow: type here. Green and bold: the description that was chosen. Red: still missing, what "
    "was seen or the reason."
)
CODES = "A respondent code is a short sign for a person, such as r7: never the person's name."
NAMED = (
    ("Answer_list", ANSWERS),
    ("Seen_list", tuple(SEEN.values())),
    ("Seniority_list", SENIORITIES),
)
HOW = (
    (
        "Read the five descriptions of a question and choose the letter of the one that fits "
        "today, not the plan. Between two, take the one that is wholly true."
    ),
    (
        "What was seen: said (you know it), document seen (you looked at a procedure, plan or "
        "contract), record seen (you looked at a log, batch record or data)."
    ),
    "Do not know is a full answer. Not applicable needs its reason beside it.",
    (
        "Note or reason: what makes you say so, in your own words. Proof: a link or a file name. "
        "No names of patients or people, no e-mail addresses, no dates of birth."
    ),
    (
        "Type in the yellow cells only. Rows may be sorted, hidden or deleted; a row that is "
        "missing or empty changes nothing where nothing was answered."
    ),
    "Save as .xlsx (or .ods) and send it back: the app shows every change before it takes any.",
)


@dataclass(frozen=True)
class QuestionSheet:
    """One sheet: the questions of a function, and who answers them if that is known."""

    code: str
    function: str
    questions: tuple[Capability, ...]
    respondent: Respondent | None = None


def interview_workbook(identity: Identity, sheets: Sequence[QuestionSheet], as_of: date) -> bytes:
    """The bytes of the .xlsx file; the same input gives the same bytes.

    ``identity.orders`` says which description stands under which letter; no level number stands on
    any sheet.
    """
    book = Book()
    for name in (START, *(sheet.code for sheet in sheets)):
        book.page(name)
    for name in (LISTS, META):
        book.page(name, hidden=True)
    write_named_lists(book, NAMED)
    _write_start(book, identity, sheets, as_of)
    for sheet in sheets:
        _write_sheet(book, identity, sheet)
    _write_meta(book, identity)
    properties = book.workbook.properties
    properties.title = f"Interview workbook: {identity.title}"
    properties.creator = "readiness"
    properties.created = properties.modified = datetime(as_of.year, as_of.month, as_of.day)
    for name in ("workbook", "assessment", "revision"):
        book.workbook.stamp(name, getattr(identity, name))
    return book.packed(as_of)


def _write_start(
    book: Book, identity: Identity, sheets: Sequence[QuestionSheet], as_of: date
) -> None:
    page = book.pages[START]
    page.widths(*START_WIDTHS)
    page.text("A1", f"Interview workbook: {identity.title}", "title")
    page.height(1, 27)
    count = sum(len(sheet.questions) for sheet in sheets)
    page.text("A2", f"{count} questions, by function · as of {as_of}", "subtitle")
    page.text("A4", "How to answer", "section")
    page.fill(4, 2, 4, "section")
    for row, words in enumerate(HOW, start=5):
        page.text((row, 1), f"{row - 4}", "top_mid")
        page.text((row, 2), words, "wrap")
        page.height(row, 26)
    head = 5 + len(HOW) + 1
    page.text((head, 1), "Who answers", "section")
    page.fill(head, 2, 4, "section")
    page.text((head + 1, 1), CODES, "note")
    _write_people(page, sheets, head + 2)
    print_page(page, footer=FOOTER)
    protect(page)


def _write_people(page: Page, sheets: Sequence[QuestionSheet], head: int) -> None:
    for column, words in enumerate(START_HEADINGS, start=1):
        page.text((head, column), words, "head")
    for row, sheet in enumerate(sheets, start=head + 1):
        who = sheet.respondent
        page.link((row, 1), sheet.code, sheet.code, "A1")
        page.text((row, 2), sheet.function, "body")
        page.text((row, 3), who.id if who else "", "mid" if who else "input_words")
        page.text((row, 4), who.seniority if who else "", "mid" if who else "input_words")
    cells = f"D{head + 1}:D{head + len(sheets)}"
    list_input(page, cells, "Seniority_list", "Choose floor, lead or executive.")


def _write_sheet(book: Book, identity: Identity, sheet: QuestionSheet) -> None:
    page = book.pages[sheet.code]
    page.widths(*WIDTHS)
    last = FIRST_ROW + len(sheet.questions) - 1
    page.text("A1", sheet.function, "title")
    page.height(1, 27)
    answered = sum(q.id in identity.exported for q in sheet.questions)
    total = len(sheet.questions)
    counted = f'=COUNTA(H{FIRST_ROW}:H{last})&" of {total} answered"'
    page.formula("A2", counted, f"{answered} of {total} answered", "subtitle")
    page.text("A3", f"Workbook {identity.workbook} · {sheet.code}", "small")
    page.text("C3", LEGEND, "small")
    for column, words in enumerate(HEADINGS, start=1):
        page.text((HEAD_ROW, column), words, "head")
    for row, question in enumerate(sheet.questions, start=FIRST_ROW):
        order = identity.orders[question.id]
        page.text((row, 1), question.id, "top")
        page.text((row, 2), question.question, "wrap_bold")
        for column, level in enumerate(order, start=3):
            page.text((row, column), question.anchors[level - 1], "wrap")
        _write_answer(page, row, identity.exported.get(question.id), order)
        page.height(row, _height(question))
    _rules(page, last)
    page.sheet.freeze_panes = f"C{FIRST_ROW}"
    print_page(page, rows=f"{HEAD_ROW}:{HEAD_ROW}", footer=FOOTER)
    protect(page)


def _write_answer(page: Page, row: int, said: Given | None, order: Sequence[Level]) -> None:
    cells = ("", "", "", "")
    if said is not None:
        seen = SEEN[said.basis] if said.basis else ""
        cells = (letter_of(said.level, order), seen, said.text, said.proof)
    for column, words in enumerate(cells, start=8):
        page.text((row, column), words, "input_words")


def _rules(page: Page, last: int) -> None:
    """Drop-downs, and colours for what is chosen and what is missing; words say the same."""
    rows = f"{FIRST_ROW}:{{}}{last}"
    at = FIRST_ROW
    message = "Choose a letter from a to e, not applicable, or do not know."
    list_input(page, "H" + rows.format("H"), "Answer_list", message)
    seen = "Choose said, document seen or record seen."
    list_input(page, "I" + rows.format("I"), "Seen_list", seen)
    for column in "JK":
        long_text(page, column + rows.format(column))
    for letter, column in zip(LETTERS, "CDEFG", strict=True):
        colour_when(page, column + rows.format(column), f'$H{at}="{letter}"', "1D6F5C", CHOSEN)
    needs_seen = f'AND($H{at}<>"",LEN($H{at})=1,$I{at}="")'
    colour_when(page, "I" + rows.format("I"), needs_seen, ALERT, "F6D9CC")
    needs_reason = f'AND($H{at}="not applicable",$J{at}="")'
    colour_when(page, "J" + rows.format("J"), needs_reason, ALERT, "F6D9CC")


def _height(question: Capability) -> float:
    """Room for the longest text of the row: programs do not fit rows by themselves on opening."""
    lines = [-(-len(text) // 31) for text in question.anchors]
    lines.append(-(-len(question.question) // 42))
    return 12.0 * max(lines) + 6


def _write_meta(book: Book, identity: Identity) -> None:
    page = book.pages[META]
    for row, cells in enumerate(meta_rows(identity), start=1):
        for column, words in enumerate(cells, start=1):
            page.text((row, column), words, "plain")
    protect(page)
