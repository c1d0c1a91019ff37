"""Sources: the disclaimer, what the marks mean, limits, files, and what made this report."""

from collections.abc import Iterable
from textwrap import wrap

from readiness.report.cells import Book, Page
from readiness.report.facts import Facts
from readiness.report.hidden_sheets import stamps
from readiness.report.layout import SOURCES, title
from readiness.report.printing import print_page, protect

LINE = 132


def write_sources(book: Book, facts: Facts) -> Page:
    """Write the sheet: text in lines that fit the page, then the tables."""
    page = book.pages[SOURCES]
    texts = facts.questionnaire.texts
    title(
        page,
        "Sources and limits",
        "What this report is, what it is not, and what it was made from.",
    )
    page.widths(22, 40, 12, 22, 12, 12)
    row = _paragraphs(page, 4, "What this is", [texts.disclaimer, facts.questionnaire.purpose])
    cautions = [
        texts.by_stage[facts.stage],
        texts.by_modality[facts.assessment.profile.modality],
    ]
    row = _paragraphs(page, row, "With care", cautions)
    row = _paragraphs(page, row, "Limits", [f"• {limit}" for limit in texts.limits])
    row = _pairs(page, row, "Marks behind clauses and figures", texts.marks.items())
    row = _files(page, facts, row)
    row = _exclusions(page, facts, row)
    agreement = facts.result.agreement
    alpha = "not shown" if agreement.alpha is None else f"{agreement.alpha:.2f}"
    people = f"{alpha}, n = {agreement.n} capabilities, {agreement.respondents} respondents"
    people += f" ({agreement.reason})" if agreement.reason else ""
    row = _pairs(page, row, "Agreement of respondents", [("Krippendorff's alpha", people)])
    made = {key: value for key, value in stamps(facts).items() if value}
    row = _pairs(page, row, "What made this report", made.items())
    print_page(page, landscape=False, area=f"A1:F{row}", rows="1:2")
    protect(page)
    return page


def _section(page: Page, row: int, words: str) -> None:
    page.text((row, 1), words, "section")
    page.fill(row, 2, 6, "section")


def _paragraphs(page: Page, row: int, heading: str, texts: Iterable[str]) -> int:
    _section(page, row, heading)
    for words in texts:
        for line in wrap(words, LINE):
            row += 1
            page.text((row, 1), line, "plain")
    return row + 2


def _pairs(page: Page, row: int, heading: str, pairs: Iterable[tuple[str, str]]) -> int:
    _section(page, row, heading)
    for key, value in pairs:
        row += 1
        page.text((row, 1), key, "body_bold")
        page.fill(row, 2, 6, "body")
        page.text((row, 2), value)
    return row + 2


def _files(page: Page, facts: Facts, row: int) -> int:
    _section(page, row, "Files measured")
    row += 1
    for column, words in enumerate(("Kind", "File", "Rows", "Sheet", "From", "To"), start=1):
        page.text((row, column), words, "head")
    for file in facts.result.files:
        row += 1
        page.text((row, 1), file.kind.replace("_", " "))
        page.text((row, 2), file.name)
        page.number((row, 3), file.rows)
        page.text((row, 4), file.sheet or "")
        page.day((row, 5), file.first)
        page.day((row, 6), file.last)
        row += 1
        page.text((row, 2), f"SHA-256 {file.sha256}", "small")
    if not facts.result.files:
        row += 1
        page.text((row, 1), "No file was measured.", "note")
    return row + 2


def _exclusions(page: Page, facts: Facts, row: int) -> int:
    if not facts.result.exclusions:
        return row
    _section(page, row, "Rows left out")
    row += 1
    for column, words in enumerate(("Rows", "File", "Reason", "", "", ""), start=1):
        page.text((row, column), words, "head")
    for left in facts.result.exclusions:
        row += 1
        page.number((row, 1), left.rows)
        sheet = f" / {left.sheet}" if left.sheet else ""
        page.text((row, 2), f"{left.file}{sheet}")
        page.fill(row, 4, 6, "body")
        page.text((row, 3), left.reason)
    return row + 2
