"""Drills and fragmentation flags: what conditions 4 and 5 of the climb look at."""

from readiness.domain.drills import Scenario
from readiness.domain.result import DrillResult
from readiness.report.cells import Book, Page
from readiness.report.facts import Facts
from readiness.report.inputs import list_input, past_date_input, whole_input
from readiness.report.layout import DRILLS, Value, headings, put_row, row_height, title
from readiness.report.places import Places
from readiness.report.printing import colour_when, print_page, protect
from readiness.report.stress_section import write_stress
from readiness.report.styles import ALERT

FORMULAS = {
    "counted": (
        '=IF(ISNUMBER({points}),MAX(0,IF({critical}="yes",MIN(Drill_cap,{points}),{points})'
        "-IF({held_on}<EDATE(As_of,-Drill_stale_months),Drill_stale_points,0)),"
        'IF({mandatory}="yes",0,""))'
    ),
    "band": '=IF(ISNUMBER({points}),LOOKUP({counted},Drill_band_points,Drill_band_names),"")',
    "age": (
        "=IF(ISNUMBER({points}),IF({held_on}<EDATE(As_of,-Drill_stale_months),"
        '"stale: points taken off","recent"),"not held")'
    ),
    "needed": '=IF({mandatory}="yes",{counted},"")',
    "recent": (
        '=IF(AND(ISNUMBER({points}),{critical}="yes",{held_on}>=EDATE(As_of,-Act_now_months)),1,0)'
    ),
}


def write_drills(book: Book, facts: Facts, at: Places) -> Page:
    """Write the sheet: the latest drill of each scenario, the flags, and the earlier drills."""
    page = book.pages[DRILLS]
    grid = at.drills
    title(
        page,
        "Drills and fragmentation",
        "The latest drill of each scenario counts. Yellow cells are for trying out and are not "
        "taken back: change drills and flags in the app.",
    )
    headings(page, grid, 30)
    latest = {d.scenario: d for d in facts.result.drills if d.latest}
    recent = _recent(facts)
    for row, scenario in enumerate(facts.questionnaire.drills.scenarios, start=grid.start):
        values = _values(scenario, latest.get(scenario.id), scenario.id in recent)
        put_row(page, grid, row, values, FORMULAS)
        row_height(page, grid, row, {"scenario": scenario.name, "workings": values["workings"]})
    grid.name(book, Drill_mandatory="mandatory", Drill_counted="counted")
    grid.name(book, Drill_critical="critical")
    _sums(page, book, facts, at)
    _flags(page, book, facts, at)
    end = write_stress(page, facts, _actions(page, facts, _earlier(page, facts, at)))
    _inputs(page, facts, at)
    page.sheet.freeze_panes = f"B{grid.start}"
    page.sheet.column_dimensions.group(
        grid.letter("id"), grid.letter("recent"), outline_level=1, hidden=True
    )
    print_page(page, area=f"A1:{grid.letter('workings')}{end}", rows="1:2")
    protect(page)
    return page


def _recent(facts: Facts) -> frozenset[str]:
    return frozenset(facts.recent_fails)


def _values(scenario: Scenario, drill: DrillResult | None, recent: bool) -> dict[str, Value]:
    counted = drill.counted if drill else (0 if scenario.mandatory else None)
    return {
        "scenario": scenario.name,
        "id": scenario.id,
        "mandatory": "yes" if scenario.mandatory else "no",
        "held_on": drill.held_on if drill else None,
        "points": drill.points if drill else None,
        "critical": ("yes" if drill.critical_fail else "no") if drill else "",
        "counted": counted,
        "band": drill.band if drill else "",
        "age": ("stale: points taken off" if drill.stale else "recent") if drill else "not held",
        "workings": drill.workings if drill else "",
        "needed": counted if scenario.mandatory else None,
        "recent": int(recent),
    }


def _sums(page: Page, book: Book, facts: Facts, at: Places) -> None:
    """The lowest mandatory drill and the recent critical fails, in the hidden columns."""
    grid = at.drills
    needed, recent = grid.range("needed"), grid.range("recent")
    latest = {d.scenario: d.counted for d in facts.result.drills if d.latest}
    points = [latest.get(s.id, 0) for s in facts.questionnaire.drills.scenarios if s.mandatory]
    row = grid.end + 1
    lowest = min(points) if points else None
    formula = f'=IF(COUNT({needed})=0,"",MIN({needed}))'
    page.text(grid.at("id", row), "lowest, fails", "top")
    page.formula(grid.at("needed", row), formula, lowest, "top_0")
    page.formula(grid.at("recent", row), f"=SUM({recent})", len(facts.recent_fails), "top_0")
    book.name("Drill_minimum", DRILLS, f"${grid.letter('needed')}${row}")
    book.name("Drill_recent_fails", DRILLS, f"${grid.letter('recent')}${row}")


def _flags(page: Page, book: Book, facts: Facts, at: Places) -> None:
    grid, hybrid = at.flags, facts.result.hybrid
    page.text((grid.head - 1, 1), f"Fragmentation flags: {hybrid.text}", "section")
    for number, column in enumerate(grid.columns, start=1):
        page.text((grid.head, number), column.heading, "head_open" if number != 2 else "head_mid")
    page.fill(grid.head, 5, at.drills.numbers["workings"], "head")
    for row, flag in enumerate(facts.questionnaire.hybrid.flags, start=grid.start):
        state = "raised" if flag.id in hybrid.flags else "not raised"
        state = "not known" if flag.id in hybrid.not_known else state
        values: dict[str, Value] = {
            "name": flag.name,
            "id": flag.id,
            "state": state,
            "text": flag.text,
        }
        put_row(page, grid, row, values)
        page.fill(row, 5, at.drills.numbers["workings"], "top")
    states = grid.range("state")
    raised = len({*hybrid.flags, *hybrid.not_known})
    formula = f'=COUNTIFS({states},"raised")+COUNTIFS({states},"not known")'
    page.text((grid.head, at.drills.numbers["id"]), "flags", "top")
    page.formula((grid.head, at.drills.numbers["needed"]), formula, raised, "top_0")
    book.name("Flags_raised", DRILLS, f"${at.drills.letter('needed')}${grid.head}")
    first = f"{grid.letter('state')}{grid.start}"
    colour_when(page, grid.cells("state"), f'{first}<>"not raised"', ALERT)


def _earlier(page: Page, facts: Facts, at: Places) -> int:
    """Drills that no longer count, as values; returns the last row."""
    old = [d for d in facts.result.drills if not d.latest]
    row = at.flags.end + 2
    if not old:
        return at.flags.end
    page.text(
        (row, 1), "Drills that do not count: earlier ones, or after the as-of date", "section"
    )
    names = {s.id: s.name for s in facts.questionnaire.drills.scenarios}
    for offset, drill in enumerate(old, start=1):
        page.text((row + offset, 1), names.get(drill.scenario, drill.scenario), "top")
        page.day((row + offset, 3), drill.held_on, "top_day")
        page.number((row + offset, 4), drill.points, "top_0")
        page.text((row + offset, 5), "yes" if drill.critical_fail else "no", "top_mid")
        page.text((row + offset, 9), drill.workings, "top")
    return row + len(old)


def _actions(page: Page, facts: Facts, last: int) -> int:
    """What follows from drills that were run in the app, as values; returns the last row."""
    said = facts.assessment
    if not said.drill_actions:
        return last
    runs = {run.id: run for run in said.drill_runs}
    names = {s.id: s.name for s in facts.questionnaire.drills.scenarios}
    row = last + 2
    page.text((row, 1), "What follows from the drills: drill, due, owner role, action", "section")
    for offset, action in enumerate(said.drill_actions, start=1):
        run = runs.get(action.run)
        page.text((row + offset, 1), names[run.scenario] if run else "", "top")
        page.day((row + offset, 3), action.due, "top_day")
        page.text((row + offset, 4), action.owner, "top")
        page.text((row + offset, 9), action.text, "top")
    return row + len(said.drill_actions)


def _inputs(page: Page, facts: Facts, at: Places) -> None:
    grid = at.drills
    past_date_input(page, grid.cells("held_on"), facts.result.as_of)
    whole_input(page, grid.cells("points"), "A whole number from 0 to 100.", 0, 100)
    list_input(page, grid.cells("critical"), "Yes_no", "Choose yes or no.")
    list_input(page, at.flags.cells("state"), "Flag_states", "Choose a state from the list.")
    first = f"{grid.letter('critical')}{grid.start}"
    colour_when(page, grid.cells("critical"), f'{first}="yes"', ALERT)
