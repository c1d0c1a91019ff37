"""The worksheets of changes: a row an area, the longest path, plan against actual."""

from collections.abc import Iterator, Mapping

from readiness.domain.ripple_result import AreaResult, BaseRate, ChangeResult
from readiness.report.cells import Book, Page
from readiness.report.facts import Facts
from readiness.report.layout import RIPPLE, Grid, Value
from readiness.report.listed_sheet import write_listed
from readiness.report.numerals import short
from readiness.report.operating_columns import RIPPLE as COLUMNS
from readiness.report.ripple_paths import write_paths

NOBODY = "nobody"
TOUCHED = {True: "yes", False: "no", None: "not said"}


def write_ripple(book: Book, facts: Facts) -> Page:
    """Write the sheet; the figures are as exported. Raises AssertionError without a change."""
    found, rules = facts.result.operating_model.ripple, facts.questionnaire.ripple
    assert found is not None
    owners = {
        (change.id, area.area): area.owner
        for change in facts.assessment.operating.changes
        for area in change.areas
    }
    rows = [row for one in found.changes for row in _rows(one, owners, found.base_rates)]
    page = write_listed(book, RIPPLE, COLUMNS, rules.remark, rows, ("owner", NOBODY))
    grid = Grid(RIPPLE, COLUMNS, len(rows))
    end = write_paths(page, found, grid.end + 2)
    page.sheet.print_area = f"A1:{grid.last_letter}{end}"
    return page


def _rows(
    one: ChangeResult, owners: Mapping[tuple[str, str], str], rates: tuple[BaseRate, ...]
) -> Iterator[dict[str, Value]]:
    """A row for each area, then one for the whole."""
    names = {area.id: area.name for area in one.areas}
    for area in one.areas:
        row: dict[str, Value] = {"change": one.name, "area": area.name}
        row |= {"touched": TOUCHED[area.affected]}
        if area.affected:
            row |= _touched(one, area, owners.get((one.id, area.id), ""), names, rates)
        yield row
    yield {
        "change": one.name,
        "area": "Longest path",
        "effort": one.effort,
        "low": one.weeks_low,
        "mode": one.likely,
        "high": one.weeks_high,
        "lots": one.lots,
        "after": " → ".join(names[id] for id in one.critical),
        "actual": one.actual,
        "spent": one.actual_effort,
        "base": _whole(one),
    }


def _touched(
    one: ChangeResult,
    area: AreaResult,
    owner: str,
    names: Mapping[str, str],
    rates: tuple[BaseRate, ...],
) -> dict[str, Value]:
    planned = area.planned
    return {
        "owner": owner if area.has_owner else NOBODY,
        "effort": area.effort,
        "low": planned.low if planned else None,
        "mode": planned.mode if planned else None,
        "high": planned.high if planned else None,
        "lots": area.lots,
        "after": ", ".join(names[id] for id in area.after),
        "starts": area.starts,
        "ends": area.ends,
        "path": "yes" if area.id in one.critical else "",
        "actual": area.actual_weeks,
        "spent": area.actual_effort,
        "base": "; ".join(
            f"{rate.size}: {short(rate.middle)} weeks (n = {rate.n}), usual "
            f"{short(rate.usual_low)} to {short(rate.usual_high)}"
            for rate in rates
            if rate.area == area.id
        ),
    }


def _whole(one: ChangeResult) -> str:
    said = f"Expected {one.weeks:.1f} weeks; one after another {one.one_by_one:.1f}."
    if one.begin_by is not None:
        said += f" Begin by {one.begin_by:%d %b %Y}" + (" (passed)." if one.is_late else ".")
    return said
