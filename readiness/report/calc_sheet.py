"""The hidden sheet `_calc`: workings that need cells of their own, and what the charts draw."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from readiness.report.cells import Book, Page, quoted
from readiness.report.facts import Facts
from readiness.report.gap_register import band_name
from readiness.report.layout import CALC
from readiness.report.places import Places, first_letter
from readiness.report.printing import protect
from readiness.report.styles import BandKey
from readiness.scoring.means import index, mean

TOP = 12
BANDS: tuple[BandKey, ...] = ("act_now", "next", "plan", "watch")
NOT_DRAWN = "#N/A"
EFFORT_COLUMN = 27
"""AA; the four columns after it hold the severity, a band each."""


@dataclass(frozen=True)
class CalcRows:
    """First rows of the blocks below the capabilities."""

    streams: int
    dimensions: int
    top: int
    gates: int
    index: int


def calc_rows(facts: Facts, at: Places) -> CalcRows:
    """Where the blocks stand."""
    streams = at.register.end + 3
    dimensions = streams + len(facts.questionnaire.streams) + 2
    top = dimensions + len(facts.questionnaire.dimensions) + 2
    return CalcRows(streams, dimensions, top, top + TOP + 1, top + TOP + 2)


def write_calc(book: Book, facts: Facts, at: Places) -> CalcRows:
    """Write the sheet; its errors #N/A keep points off the charts and stand nowhere else."""
    page = write_scored(book, facts, at)
    rows = calc_rows(facts, at)
    _efforts(page, facts, at)
    _streams(page, facts, at, rows, _scored_levels(facts))
    _dimensions(page, book, facts, rows)
    _top(page, facts, rows)
    return rows


def write_scored(book: Book, facts: Facts, at: Places) -> Page:
    """The levels that count, a row a capability: what the register's records formulas read."""
    page = book.pages[CALC]
    scored = _scored_levels(facts)
    page.text("A4", "Scored levels of each capability's metrics", "plain")
    for row in facts.rows:
        number = at.register_row[row.capability.id]
        metrics = [m.id for m in facts.questionnaire.metrics_of[row.capability.id]]
        page.text((number, 1), row.capability.id, "plain")
        _scored(page, at, number, metrics, scored)
    protect(page)
    return page


def _scored_levels(facts: Facts) -> Mapping[str, int | None]:
    return {m.metric: m.level if m.usable else None for m in facts.result.measurements}


def _scored(
    page: Page, at: Places, row: int, metrics: Sequence[str], scored: Mapping[str, int | None]
) -> None:
    for column, metric in enumerate(metrics, start=3):
        cell = at.metrics.reference("scored", at.metric_row[metric])
        text = f'=IF(ISNUMBER({cell}),{cell},"")'
        page.formula((row, column), text, scored.get(metric), "plain")


def _efforts(page: Page, facts: Facts, at: Places) -> None:
    """Severity by effort, a column a band."""
    grid = at.register
    for row in facts.rows:
        number = at.register_row[row.capability.id]
        effort = row.capability.action.effort_total
        page.formula(
            (number, EFFORT_COLUMN), f"={grid.reference('effort', number)}", effort, "plain"
        )
        band = band_name(row.gap, facts.questionnaire)
        for offset, key in enumerate(BANDS, start=1):
            name = facts.questionnaire.priority.band_names[key]
            text = (
                f"=IF({grid.reference('band', number)}=INDEX(Band_names,{offset}),"
                f"{grid.reference('severity', number)},NA())"
            )
            value = row.severity if band == name else NOT_DRAWN
            page.formula((number, EFFORT_COLUMN + offset), text, value, "plain")


def _streams(
    page: Page, facts: Facts, at: Places, rows: CalcRows, scored: Mapping[str, int | None]
) -> None:
    short = facts.assessment.form == "short"
    for row, stream in enumerate(facts.questionnaire.streams, start=rows.streams):
        page.text((row, 1), stream.index, "plain")
        _scored(page, at, row, stream.index_metrics, scored)
        if short and not stream.in_short_form:
            page.text((row, 2), "not part of the short form", "plain")
            continue
        cells = f"$C{row}:${first_letter(len(stream.index_metrics) - 1)}{row}"
        extra = ""
        if stream.identifiable_metric:
            key = at.metrics.reference("scored", at.metric_row[stream.identifiable_metric])
            extra = f"+IF(ISNUMBER({key}),IF({key}<=Surcharge_level,Surcharge,0),0)"
        text = (
            f'=IF(COUNT({cells})<Index_min_metrics,"",'
            f"MIN(100,100*(1-(SUM({cells})/COUNT({cells})-1)/4){extra}))"
        )
        page.formula((row, 2), text, facts.result.indices[stream.index], "plain")


def _dimensions(page: Page, book: Book, facts: Facts, rows: CalcRows) -> None:
    """Short labels, scores as drawn, and the mean with unknown capabilities at 1 (condition 1)."""
    asked = {}
    first = rows.dimensions
    for row, dimension in enumerate(facts.questionnaire.dimensions, start=first):
        mine = [r for r in facts.rows if r.dimension.id == dimension.id and r.asked]
        asked[dimension.id] = [r.final or 1 for r in mine]
        score = mean([r.final for r in mine if r.final is not None])
        target = mean([facts.targets.at(r.capability.id, facts.horizon) for r in mine])
        page.text((row, 1), dimension.short, "plain")
        page.text((row, 2), dimension.name, "plain")
        for column, name, value in ((3, "Gap_Final", score), (4, "Gap_Target", target)):
            text = f'=IFERROR(AVERAGEIFS({name},Gap_Dimension,$B{row},Gap_Applicable,"yes"),NA())'
            drawn = NOT_DRAWN if value is None else value
            page.formula((row, column), text, drawn, "plain")
        text = (
            f'=IF(COUNTIFS(Gap_Dimension,$B{row},Gap_Applicable,"yes")=0,"",'
            f'AVERAGEIFS(Gap_Counted,Gap_Dimension,$B{row},Gap_Applicable,"yes"))'
        )
        page.formula((row, 5), text, mean(asked[dimension.id]), "plain")
    last = first + len(facts.questionnaire.dimensions) - 1
    counted = f"$E${first}:$E${last}"
    known = any(r.final is not None for r in facts.rows)
    text = f'=IF(SUM(Gap_Known)=0,"",SUM({counted})/COUNT({counted}))'
    page.formula((rows.index, 2), text, index(asked) if known else None, "plain")
    gates = sum(r.asked and r.capability.gate for r in facts.rows)
    text = '=COUNTIFS(Gap_Gate,"yes",Gap_Applicable,"yes")'
    page.formula((rows.gates, 2), text, gates, "plain")
    book.name("Index_counted", CALC, f"$B${rows.index}")
    book.name("Gates", CALC, f"$B${rows.gates}")


def _top(page: Page, facts: Facts, rows: CalcRows) -> None:
    """The position of each of the first ranks in the register, and what the chart draws of it."""
    order = [r.capability.id for r in facts.rows]
    for rank in range(1, TOP + 1):
        row = rows.top + rank - 1
        gap = facts.gaps[rank - 1] if rank <= len(facts.gaps) else None
        page.number((row, 1), rank, "plain")
        position = order.index(gap.capability) + 1 if gap else None
        page.formula((row, 2), f'=IFERROR(MATCH($A{row},Gap_Rank,0),"")', position, "plain")
        text = f'=IF(ISNUMBER($B{row}),INDEX(Gap_ID,$B{row}),"")'
        page.formula((row, 3), text, gap.capability if gap else None, "plain")
        text = f"=IF(ISNUMBER($B{row}),INDEX(Gap_Priority,$B{row}),NA())"
        page.formula((row, 4), text, gap.priority if gap else NOT_DRAWN, "mid_1")


def drawn_from(page: Page, column: str, first: int, count: int) -> str | None:
    """A range of this sheet, as a chart on a page refers to it; None in a book without it."""
    if not page.book.live:
        return None
    return f"{quoted(CALC)}!${column}${first}:${column}${first + count - 1}"
