"""The intersection matrix: where flows meet, the weakest pair first."""

from readiness.domain.intersections import Crossing
from readiness.domain.operating_result import CrossingResult
from readiness.report.cells import Book, Page
from readiness.report.columns import INTERSECTIONS as COLUMNS
from readiness.report.facts import Facts
from readiness.report.layout import INTERSECTIONS, Grid, headings, put_row, row_height, title
from readiness.report.printing import colour_when, print_page, protect
from readiness.report.styles import ALERT

NOBODY, NONE = "nobody", "none"


def write_intersections(book: Book, facts: Facts) -> Page:
    """Write the sheet. Raises AssertionError where nothing was said."""
    page, found = book.pages[INTERSECTIONS], facts.result.operating_model.intersections
    assert found is not None
    rules = facts.questionnaire.intersections
    said = {one.id: one for one in facts.assessment.operating.intersections}
    signals = {signal.id: signal.name for signal in rules.signals}
    grid = Grid(INTERSECTIONS, COLUMNS, len(found.pairs))
    title(page, "Intersection matrix", f"Where flows meet, the weakest first. {rules.basis}")
    headings(page, grid)
    for row, one in enumerate(found.pairs, start=grid.start):
        known = signals[one.known] if one.known else "not said"
        values = {"name": one.name, "known": known, **_answers(one, said.get(one.id))}
        words = {key: values[key] for key in ("name", "known", "decides", "fallback")}
        put_row(page, grid, row, values | {"rank": one.rank, "weakness": one.weakness})
        row_height(page, grid, row, words)
    for key, word in (("decides", NOBODY), ("fallback", NONE)):
        first = f"{grid.letter(key)}{grid.start}"
        colour_when(page, grid.cells(key), f'{first}="{word}"', ALERT)
    page.sheet.freeze_panes = f"C{grid.start}"
    print_page(page, rows=f"1:{grid.head}", area=f"A1:{grid.last_letter}{grid.end}")
    protect(page)
    return page


def _answers(found: CrossingResult, typed: Crossing | None) -> dict[str, str | int]:
    """What was typed; empty while not said."""
    if typed is None or found.known is None:
        return {"decides": "", "fallback": "", "slack": ""}
    return {
        "decides": typed.decides if found.is_decided else NOBODY,
        "fallback": typed.fallback if found.has_fallback else NONE,
        "slack": "not known" if found.slack_days is None else found.slack_days,
    }
