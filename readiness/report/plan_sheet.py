"""The plan: what one is after each wave of people, what each wave changes, scenarios beside it."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction

from readiness.domain.planned import PlannedAction, RoadmapPlan, Standing
from readiness.report.cells import Book, Page
from readiness.report.facts import Facts, Weeks
from readiness.report.layout import (
    HEAD_ROW,
    PLAN,
    Column,
    Grid,
    Value,
    headings,
    put_row,
    row_height,
    title,
)
from readiness.report.numerals import series
from readiness.report.printing import colour_levels, print_page, protect
from readiness.report.sentences import capitalised

WIDTHS = (36, 8, 12, 8, 8, 8, 8, 10, 28, 84)
STYLES = (
    *("wrap_bold", "top_0", "top_day", "top_0", "top_2", "top_percent", "top_0", "top_1"),
    *("wrap", "wrap"),
)
KEYS = ("name", "week", "day", "level", "index", "fit", "gaps", "left", "verdict", "says")
THEN_HEADS = (
    *("Then", "Week", "From", "Level", "Index", "Fit", "Gaps open", "Priority left", "Verdict"),
    "What still stands before the next level",
)
WHAT_IF_HEADS = (
    *("What if", "Last week", "Ends", "Level then", "Index", "Fit", "Gaps open", "Priority left"),
    *("How good the plan is", "What is different, and what comes of it"),
)
WAVE_KEYS = ("name", "first", "day", "last", "count", "effort", "gap", "more", "who", "says")
WAVE_HEADS = (
    *("Wave", "First week", "Ends", "Last week", "Actions", "Person-weeks", "", ""),
    *("Person-weeks by function", "What it changes: level now → then"),
)
WAVE_STYLES = (
    *("wrap_bold", "top_0", "top_day", "top_0", "top_0", "top_1", "top", "top", "wrap", "wrap"),
)
NOT_PLANNED = "No plan was made for this file."
NOTHING = "Nothing to plan: no gap to the horizon."
NO_SCENARIO = "No scenario is kept. The page Roadmap keeps and compares them under *What if*."
NOT_COMPARED = (
    "Not compared, or changed since: compare them on the page Roadmap under *What if*, or with "
    "readiness plan FOLDER --scenarios."
)
AS_EXPORTED = "As exported: made by the planner, the inputs of this file do not move it."
WORKING_DAYS = 5


def write_plan(book: Book, facts: Facts) -> Page:
    """Write the sheet: three tables, all of them values of the planner (method 8)."""
    page, weeks = book.pages[PLAN], facts.weeks
    page.widths(*WIDTHS)
    if weeks is None or weeks.plan is None:
        title(page, PLAN, NOT_PLANNED)
        _table(page, _grid(KEYS, THEN_HEADS, STYLES, 0), ())
        _end(page, HEAD_ROW)
        return page
    title(page, PLAN, f"{weeks.said} {AS_EXPORTED}")
    then = _grid(KEYS, THEN_HEADS, STYLES, len(weeks.plan.projection))
    _table(page, then, _standings(weeks.plan))
    waves = list(_waves(facts, weeks, weeks.plan))
    of_waves = _grid(WAVE_KEYS, WAVE_HEADS, WAVE_STYLES, len(waves), then.end + 2)
    _table(page, of_waves, waves)
    if not waves:
        page.text((of_waves.start, 1), NOTHING, "note")
    end = _what_ifs(page, weeks, of_waves.end + 2)
    _end(page, end)
    return page


def _grid(
    keys: Sequence[str],
    heads: Sequence[str],
    styles: Sequence[str],
    count: int,
    head: int = HEAD_ROW,
) -> Grid:
    columns = [Column(*parts) for parts in zip(keys, heads, WIDTHS, styles, strict=True)]
    return Grid(PLAN, columns, count, head)


def _table(page: Page, grid: Grid, rows: Sequence[dict[str, Value]]) -> None:
    headings(page, grid, 26)
    for row, values in enumerate(rows, start=grid.start):
        put_row(page, grid, row, values)
        wrapped = [c.key for c in grid.columns if c.style.startswith("wrap")]
        row_height(page, grid, row, {key: values.get(key) for key in wrapped})
    if "level" in grid.numbers:
        colour_levels(page, grid.cells("level"), f"{grid.letter('level')}{grid.start}")


def _end(page: Page, last: int) -> None:
    page.sheet.freeze_panes = "B5"
    print_page(page, rows="1:2", area=f"A1:J{last}")
    protect(page)


def _begins(plan: RoadmapPlan, week: int) -> date:
    return plan.start + timedelta(weeks=week)


def _then(standing: Standing | None) -> dict[str, Value]:
    if standing is None:
        return {}
    return {
        "level": standing.level,
        "index": standing.index,
        "fit": standing.fit,
        "gaps": standing.open_gaps,
    }


def _standings(plan: RoadmapPlan) -> list[dict[str, Value]]:
    return [
        {
            "name": standing.label,
            "week": standing.week,
            "day": _begins(plan, standing.week),
            **_then(standing),
            "left": _left(plan, standing.week),
            "verdict": capitalised(standing.verdict),
            "says": capitalised("; ".join(standing.blocking)),
        }
        for standing in plan.projection
    ]


def _left(plan: RoadmapPlan, week: int) -> Fraction | None:
    """The priority open at the beginning of a week: that of the last step until then."""
    steps = [step.priority for step in plan.burn_down if step.week <= week]
    return steps[-1] if steps else None


def _waves(facts: Facts, weeks: Weeks, plan: RoadmapPlan) -> Iterator[dict[str, Value]]:
    for wave in facts.questionnaire.waves:
        actions = [a for a in plan.actions if a.wave == wave.number]
        if actions:
            yield {"name": f"{wave.number} {wave.name}", **_wave(actions)}
    if plan.outside:
        said = weeks.left or series([left.id for left in plan.outside])
        yield {"name": "Outside the horizon", "count": len(plan.outside), "says": said}


def _wave(actions: Sequence[PlannedAction]) -> dict[str, Value]:
    effort: dict[str, Fraction] = {}
    for action in actions:
        for function, taken in action.effort.items():
            effort[function] = effort.get(function, Fraction(0)) + taken
    changes = (_change(a) for a in actions)
    return {
        "first": 1 + min(a.start_week for a in actions),
        "last": max(a.end_week for a in actions),
        "day": max(a.end for a in actions),
        "count": len(actions),
        "effort": sum(effort.values(), Fraction(0)),
        "who": ", ".join(f"{f} {float(taken):g}" for f, taken in sorted(effort.items()) if taken),
        "says": ", ".join(changes),
    }


def _change(action: PlannedAction) -> str:
    """*COI-1 2 → 3*, never broken in two; of an action of their own the id."""
    if not action.target:
        return action.id
    return "\u00a0".join((action.id, str(action.final or "?"), "→", str(action.target)))


def _what_ifs(page: Page, weeks: Weeks, head: int) -> int:
    """The scenarios side by side, the plan as entered first; returns the last row."""
    found = weeks.what_ifs
    grid = _grid(KEYS, WHAT_IF_HEADS, STYLES, len(found), head)
    rows: list[dict[str, Value]] = [
        {
            "name": one.name,
            "week": one.end,
            "day": _last_day(weeks.start, one.end),
            **_then(one.then),
            "left": one.left,
            "verdict": one.quality,
            "says": capitalised("; ".join(part for part in (one.changes, one.says) if part)),
        }
        for one in found
    ]
    _table(page, grid, rows)
    if found and found[0].then is not None:
        return grid.end
    below = grid.end + 1 if found else grid.start
    page.text((below, 1), NOT_COMPARED if found else NO_SCENARIO, "note")
    return below


def _last_day(start: date, end: int | None) -> date | None:
    """The last working day before a week begins."""
    if not end:
        return None
    return start + timedelta(weeks=end) - timedelta(days=7 - WORKING_DAYS + 1)
