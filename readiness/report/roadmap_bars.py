"""The weeks of the roadmap beside its table: a bar for each action, in the colour of its wave."""

from openpyxl.utils import get_column_letter

from readiness.report.cells import Page
from readiness.report.facts import Facts
from readiness.report.layout import Grid
from readiness.report.printing import colour_when
from readiness.report.styles import WHITE

WAVE_FILLS = ("9C3D0A", "B96A00", "1D6F5C", "0B5C9E", "54626E")
MOST = 36
"""Columns at most."""
LEAST = 2
"""Weeks of a column at least."""
WIDTH = 2.6


def write_bars(page: Page, grid: Grid, facts: Facts) -> int:
    """Draw them right of the table, as rules over its weeks; returns the last column."""
    first = len(grid.columns) + 1
    # What was fixed to a day before the plan begins has no week here.
    end = max([0, *(last for _, last in facts.weeks.of.values())]) if facts.weeks else 0
    if not end:
        return first - 1
    step = max(LEAST, -(-end // MOST))
    last = first + -(-end // step) - 1
    for column in range(first, last + 1):
        page.number((grid.head, column), 1 + (column - first) * step, "head_week")
        page.sheet.column_dimensions[get_column_letter(column)].width = WIDTH
        for row in range(grid.start, grid.end + 1):
            page.text((row, column), "", "body")
    cells = f"{get_column_letter(first)}{grid.start}:{get_column_letter(last)}{grid.end}"
    at = f"{get_column_letter(first)}${grid.head}"
    begins, ends_at, wave = (
        f"${grid.letter(key)}{grid.start}" for key in ("first", "last", "wave")
    )
    for number, fill in enumerate(WAVE_FILLS):
        formula = (
            f"AND(ISNUMBER({begins}),{wave}={number},{begins}<={at}+{step - 1},{ends_at}>={at})"
        )
        colour_when(page, cells, formula, WHITE, fill)
    return last
