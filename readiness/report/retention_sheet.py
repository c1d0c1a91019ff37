"""The retention matrix: who holds what should never be outsourced."""

from readiness.domain.retention import Retained
from readiness.report.cells import Book, Page
from readiness.report.columns import RETENTION as COLUMNS
from readiness.report.facts import Facts
from readiness.report.layout import RETENTION, Grid, headings, put_row, row_height, title
from readiness.report.printing import colour_when, print_page, protect
from readiness.report.styles import ALERT


def write_retention(book: Book, facts: Facts) -> Page:
    """Write the sheet. Raises AssertionError where nothing was said."""
    page, found = book.pages[RETENTION], facts.result.operating_model.retention
    assert found is not None
    rules = facts.questionnaire.retention
    said = {row.id: row for row in facts.assessment.operating.retention}
    names = {holder.id: holder.name for holder in rules.holders}
    grid = Grid(RETENTION, COLUMNS, len(found.rows))
    title(page, "Retention matrix", "What should never be outsourced, and who holds it.")
    headings(page, grid)
    for row, one in enumerate(found.rows, start=grid.start):
        typed = said.get(one.id, Retained(id=one.id))
        values = {
            "name": one.name,
            "held": names[one.held] if one.held else "not said",
            "clause": typed.clause,
            "proof": one.last_proof,
            "alone": typed.alone,
        }
        put_row(page, grid, row, values)
        row_height(page, grid, row, {key: values[key] for key in ("name", "clause", "alone")})
    first = f"{grid.letter('held')}{grid.start}"
    colour_when(page, grid.cells("held"), f'{first}="{names["vendor_only"]}"', ALERT)
    page.sheet.freeze_panes = f"B{grid.start}"
    print_page(page, rows=f"1:{grid.head}", area=f"A1:{grid.last_letter}{grid.end}")
    protect(page)
    return page
