"""The path of every change as a native chart below the table of worksheets."""

from openpyxl.chart import BarChart

from readiness.domain.ripple_result import ChangeResult, RippleResult
from readiness.report.cells import Page
from readiness.report.charts import Drawn, Numbers, Words, place, spans
from readiness.report.ripple_figure import (
    COLOURS,
    CRITICAL,
    beside,
    path_in_words,
    planned_areas,
    weeks_of,
)

WIDTH, BAR, AROUND = 26.0, 0.8, 2.6
"""Centimetres: of a chart, of a bar, and of what stands above and below the bars."""
ROW = 0.53
"""Centimetres of a row that nobody made higher."""


def write_paths(page: Page, found: RippleResult, row: int) -> int:
    """A heading and a chart for each change that has weeks, from a row on; the last row taken."""
    for one in found.changes:
        if not planned_areas(one):
            continue
        page.text((row, 1), f"Path of {one.name}", "section")
        height = AROUND + BAR * len(planned_areas(one))
        place(page, _chart(one), f"A{row + 1}", (WIDTH, height), f"Path of {path_in_words(one)}")
        row += int(height / ROW) + 3
    return row - 1


def _chart(one: ChangeResult) -> BarChart:
    areas = planned_areas(one)
    labels = Words(None, [f"{area.name}: {beside(one, area)}" for area in areas])
    begins = [area.starts for area in areas]
    series = []
    for name, colour in COLOURS.items():
        is_critical = name == CRITICAL
        weeks = [weeks_of(a) if (a.id in one.critical) == is_critical else None for a in areas]
        series.append(Drawn(name, Numbers(None, weeks), colour.removeprefix("#")))
    return spans(labels, begins, series)
