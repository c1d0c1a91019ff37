"""The extra questions on QA oversight, their answers and what was shown."""

from readiness.domain.oversight import Overseen
from readiness.report.cells import Book, Page
from readiness.report.columns import OVERSIGHT as COLUMNS
from readiness.report.facts import Facts
from readiness.report.layout import OVERSIGHT, Grid, headings, put_row, row_height, title
from readiness.report.printing import colour_when, print_page, protect
from readiness.report.styles import ALERT


def write_oversight(book: Book, facts: Facts) -> Page:
    """Write the sheet. Raises AssertionError for a profile that is not asked."""
    page, found = book.pages[OVERSIGHT], facts.result.operating_model.oversight
    assert found is not None
    rules = facts.questionnaire.oversight
    texts = {question.id: question for question in rules.questions}
    said = {one.id: one for one in facts.assessment.operating.oversight}
    names = {answer.id: answer.name for answer in rules.answers}
    grid = Grid(OVERSIGHT, COLUMNS, len(found.questions))
    title(page, "QA oversight", rules.why)
    headings(page, grid)
    for row, one in enumerate(found.questions, start=grid.start):
        values = {
            "name": one.name,
            "question": texts[one.id].text,
            "answer": names[one.answer] if one.answer else "not said",
            "note": said.get(one.id, Overseen(id=one.id)).note,
        }
        put_row(page, grid, row, values)
        row_height(page, grid, row, {key: values[key] for key in ("name", "question", "note")})
    first = f"{grid.letter('answer')}{grid.start}"
    colour_when(page, grid.cells("answer"), f'{first}="{names["missing"]}"', ALERT)
    page.sheet.freeze_panes = f"B{grid.start}"
    print_page(page, rows=f"1:{grid.head}", area=f"A1:{grid.last_letter}{grid.end}")
    protect(page)
    return page
