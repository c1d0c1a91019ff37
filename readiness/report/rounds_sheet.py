"""Two rounds: what moved since the earlier one, what got worse first, and why."""

from collections.abc import Iterator

from readiness.domain.questionnaire import Questionnaire
from readiness.domain.two_rounds import TwoRounds
from readiness.report.cells import Book, Number, Page
from readiness.report.columns import ROUNDS as COLUMNS
from readiness.report.layout import ROUNDS, Grid, Value, headings, put_row, row_height, title
from readiness.report.printing import colour_when, print_page, protect
from readiness.report.rounds_lines import CAUSES, WAYS, lines
from readiness.report.rounds_words import HOW, headline, named, remarks, tally
from readiness.report.sentences import capitalised
from readiness.report.styles import ALERT, CALM

WHOLE, DECIMAL = "top_0", "top_2"


def write_rounds(book: Book, content: Questionnaire, found: TwoRounds) -> Page:
    """Write the sheet; the figures are as exported, both rounds judged anew by the engine."""
    page = book.pages[ROUNDS]
    rows = list(_rows(content, found))
    grid = Grid(ROUNDS, COLUMNS, len(rows))
    says = f"{named(found.before)}, against {named(found.after)}. {headline(found)}"
    title(page, "Two rounds", says)
    page.text("A3", HOW, "small")
    headings(page, grid)
    for row, values in enumerate(rows, start=grid.start):
        put_row(page, grid, row, values)
        _as_numbers(page, grid, row, values)
        wrapped = {key: values.get(key) for key in ("name", "before", "after", "why")}
        row_height(page, grid, row, wrapped)
    _colours(page, grid)
    page.sheet.freeze_panes = f"D{grid.start}"
    page.sheet.auto_filter.ref = f"A{grid.head}:{grid.last_letter}{grid.end}"
    print_page(page, rows=f"1:{grid.head}", area=f"A1:{grid.last_letter}{grid.end}")
    protect(page)
    return page


def _rows(content: Questionnaire, found: TwoRounds) -> Iterator[dict[str, Value]]:
    told = lines(found, content)
    if not found.is_still:
        yield {"kind": "Count", "name": capitalised(tally(told))}
    for words in remarks(found):
        yield {"kind": "Note", "name": "Know this first", "why": words}
    for line in told:
        yield {
            "kind": line.kind,
            "id": line.id,
            "name": line.name,
            "before": line.before,
            "after": line.after,
            "way": line.way,
            "why": capitalised(line.why),
        }
    for change in found.inputs:
        cause = capitalised(CAUSES[change.cause])
        yield {"kind": "Input", "name": cause, "why": capitalised(change.text)}


def _as_numbers(page: Page, grid: Grid, row: int, values: dict[str, Value]) -> None:
    """Levels and scores as numbers, so that a spreadsheet counts and sorts them."""
    for key in ("before", "after"):
        figure = _figure(str(values.get(key) or ""))
        if figure is not None:
            page.number(grid.at(key, row), figure, WHOLE if isinstance(figure, int) else DECIMAL)


def _figure(words: str) -> Number | None:
    if words.isdecimal():
        return int(words)
    whole, point, part = words.partition(".")
    return float(words) if point and whole.isdecimal() and part.isdecimal() else None


def _colours(page: Page, grid: Grid) -> None:
    """Worse and better also in colour; sign and word stand in the cell."""
    first = f"{grid.letter('way')}{grid.start}"
    for words, ink in ((WAYS["worse"], ALERT), (WAYS["better"], CALM)):
        colour_when(page, grid.cells("way"), f'{first}="{words}"', ink)
