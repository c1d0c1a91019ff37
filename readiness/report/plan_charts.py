"""The plan's pictures as native charts of its workbook, each beside the table it is drawn of."""

from openpyxl import Workbook
from openpyxl.chart import BubbleChart, LineChart, Reference, ScatterChart, Series
from openpyxl.worksheet.worksheet import Worksheet

from readiness.domain.planned import RoadmapPlan
from readiness.report.plan_tables import STAKE_HEADS, table
from readiness.report.roadmap_bars import WAVE_FILLS

WIDTH, HEIGHT = 22, 9
"""Centimetres."""
PEOPLE_ROW = 4
"""The first row of figures on the sheet of people."""


def write_charts(book: Workbook, plan: RoadmapPlan, people: Worksheet) -> None:
    """Burn-down and impact on sheets of their own, load against capacity below the people."""
    _burn_down(book, plan)
    _impact(book, plan)
    if plan.load:
        _loads(people, plan)


def _burn_down(book: Workbook, plan: RoadmapPlan) -> None:
    """As steps: each moment stands twice, with what was left before and after."""
    rows: list[tuple[int, float]] = []
    for open_ in plan.burn_down:
        if rows:
            rows.append((open_.week, rows[-1][1]))
        rows.append((open_.week, float(open_.priority)))
    last = max([plan.horizon_weeks, *(a.end_week for a in plan.actions)])
    if rows:
        rows.append((last, rows[-1][1]))
    sheet = table(book, "Burn-down", ("From week", "Priority left"), rows)
    chart = ScatterChart()
    chart.style = 13
    weeks = Reference(sheet, min_col=1, min_row=2, max_row=max(2, len(rows) + 1))
    left = Reference(sheet, min_col=2, min_row=2, max_row=max(2, len(rows) + 1))
    line = Series(left, weeks, title="Priority left")
    line.marker.symbol = "none"
    line.graphicalProperties.line.solidFill = WAVE_FILLS[3]
    chart.series.append(line)
    _named(chart, "Priority still open", "week from start", "priority left")
    chart.legend = None
    sheet.add_chart(chart, "D2")


def _impact(book: Workbook, plan: RoadmapPlan) -> None:
    rows = [
        (s.id, s.name, s.impact, s.lock_in, float(s.effort), float(s.priority), s.band)
        for s in plan.stakes
    ]
    sheet = table(book, "Impact", STAKE_HEADS, rows)
    if not rows:
        return
    chart = BubbleChart()
    chart.style = 18
    last = len(rows) + 1
    across, up, size = (
        Reference(sheet, min_col=column, min_row=2, max_row=last) for column in (4, 3, 5)
    )
    chart.series.append(Series(up, across, zvalues=size, title="Gaps, size: person-weeks"))
    _named(chart, "Patient impact against lock-in", "lock-in", "patient impact")
    for axis in (chart.x_axis, chart.y_axis):
        axis.scaling.min, axis.scaling.max, axis.majorUnit = 0, 6, 1
    sheet.add_chart(chart, "I2")


def _loads(sheet: Worksheet, plan: RoadmapPlan) -> None:
    """A chart a function: booked, and what is there."""
    last = 2 + plan.horizon_weeks
    begin = PEOPLE_ROW + 2 * len(plan.load) + 1
    weeks = Reference(sheet, min_col=3, max_col=last, min_row=PEOPLE_ROW - 1)
    for n, function in enumerate(plan.load):
        chart = LineChart()
        row = PEOPLE_ROW + 2 * n
        for offset, name in enumerate(("booked", "there")):
            values = Reference(sheet, min_col=3, max_col=last, min_row=row + offset)
            line = Series(values, title=name)
            line.smooth = False
            line.marker.symbol = "none"
            line.graphicalProperties.line.solidFill = (WAVE_FILLS[3], WAVE_FILLS[0])[offset]
            chart.series.append(line)
        chart.set_categories(weeks)
        _named(chart, f"{function}: booked and there", "week", "person-weeks")
        sheet.add_chart(chart, f"A{begin + n * (2 * HEIGHT + 1)}")


def _named(chart: ScatterChart | BubbleChart | LineChart, title: str, x: str, y: str) -> None:
    chart.title, chart.width, chart.height = title, WIDTH, HEIGHT
    chart.x_axis.title, chart.y_axis.title = x, y
    # Newer viewers hide axes that do not say that they are shown.
    chart.x_axis.delete = chart.y_axis.delete = False
