"""The roadmap: actions in their order, why each stands where it stands, who, when and how far."""

from datetime import date
from fractions import Fraction

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.pagebreak import Break, ColBreak

from readiness.domain.assessment import Assessment
from readiness.domain.gaps import RoadmapItem
from readiness.report.cells import Book, Page
from readiness.report.facts import Facts
from readiness.report.gap_register import band_name
from readiness.report.inputs import date_input, list_input
from readiness.report.layout import (
    REGISTER,
    ROADMAP,
    Grid,
    Value,
    headings,
    put_row,
    row_height,
    title,
)
from readiness.report.places import Places
from readiness.report.printing import colour_bands, colour_when, print_page, protect
from readiness.report.roadmap_bars import WAVE_FILLS, write_bars
from readiness.report.styles import WHITE
from readiness.roadmap.plan.actions import Task

EARLIEST_START = date(2015, 1, 1)
"""Before this nothing that is planned now can have begun."""
FORMULAS = {
    "priority": '=IFERROR(INDEX(Gap_Priority,MATCH({id},Gap_ID,0)),"")',
    "band": '=IFERROR(INDEX(Gap_Band,MATCH({id},Gap_ID,0)),"")',
}
SCALE = 66
TALL = ("capability", "reason", "action", "owner_role", "needs", "owner")


def action_ids(facts: Facts) -> tuple[str, ...]:
    """The rows of the sheet: the engine's order, then actions of their own."""
    own = (action.id for action in facts.own_actions)
    return (*(item.capability for item in facts.result.roadmap), *own)


def planned(said: Assessment, id: str) -> dict[str, Value]:
    """What stands in the cells of an action that a person fills."""
    edit = next((edit for edit in said.plan.actions if edit.id == id), None)
    if edit is None:
        return {"status": "planned"}
    return {"owner": edit.owner, "status": edit.status, "start": edit.start}


def write_roadmap(book: Book, facts: Facts, at: Places) -> Page:
    """Write the sheet; order, waves and weeks are as exported."""
    page = book.pages[ROADMAP]
    grid = at.roadmap
    stage = facts.questionnaire.stage_name(facts.horizon)
    # Columns A to D repeat on every printed page: what stands in row 2 must fit into them.
    title(page, f"Roadmap to {stage}", "Yellow cells are yours: they come back.")
    page.text((2, grid.numbers["levels"]), _waves(facts), "muted")
    if facts.weeks:
        begin = f"Week 1 begins on {facts.weeks.start.isoformat()}. {facts.weeks.said}"
        page.text((2, grid.numbers["owner"]), begin, "muted")
    headings(page, grid)
    for number, values in enumerate(_rows(facts)):
        row = grid.start + number
        put_row(page, grid, row, values, FORMULAS)
        if (id := str(values["id"])) in at.register_row:
            target = f"A{at.register_row[id]}"
            page.link(grid.at("id", row), id, REGISTER, target, "top_link")
        row_height(page, grid, row, {key: values.get(key) for key in TALL})
    _total(page, facts, grid)
    last = write_bars(page, grid, facts)
    _inputs(page, facts, grid)
    _print(page, grid, get_column_letter(last))
    return page


def _waves(facts: Facts) -> str:
    names = ", ".join(
        f"{w.number} {w.name[0].lower()}{w.name[1:]}" for w in facts.questionnaire.waves
    )
    return f"Waves: {names}. Order and reasons as exported; priority and band follow the inputs."


def _rows(facts: Facts) -> list[dict[str, Value]]:
    tasks = {task.id: task for task in facts.actions}
    found = [_values(facts, item, tasks.get(item.capability)) for item in facts.result.roadmap]
    found += [_own(task, len(found) + n) for n, task in enumerate(facts.own_actions, start=1)]
    weeks = facts.weeks.of if facts.weeks else {}
    for values in found:
        id = str(values["id"])
        first, last = weeks.get(id, (None, None))
        values |= {"first": first, "last": last, **planned(facts.assessment, id)}
    return found


def _values(facts: Facts, item: RoadmapItem, task: Task | None) -> dict[str, Value]:
    row = facts.row_of[item.capability]
    action, gap = row.capability.action, row.gap
    known = row.final is not None
    assess = "Assess it: answer the question and attach what was seen. Then: " if not known else ""
    return {
        "order": item.order,
        "wave": item.wave,
        "id": item.capability,
        "capability": row.capability.name,
        "levels": f"{item.final if item.final is not None else '?'} → {item.target}",
        "priority": (gap.priority if gap else 0) if known else None,
        "band": band_name(gap, facts.questionnaire),
        "reason": item.reason,
        "action": assess + action.text,
        "owner_role": action.owner,
        "effort": sum(task.effort.values()) if task else action.effort_total,
        "elapsed": task.elapsed if task else action.elapsed_weeks,
        "needs": ", ".join(item.prerequisites),
    }


def _own(task: Task, order: int) -> dict[str, Value]:
    lifts = ", ".join(f"{capability} to {level}" for capability, level in task.lifts.items())
    return {
        "order": order,
        "wave": task.wave,
        "id": task.id,
        "capability": task.name,
        "reason": f"Your own action: lifts {lifts}",
        "effort": sum(task.effort.values()),
        "elapsed": task.elapsed,
        "needs": ", ".join(task.needs),
    }


def _total(page: Page, facts: Facts, grid: Grid) -> None:
    rows = _rows(facts)
    if not rows:
        page.text((grid.start, 1), "Nothing to plan: no gap to the horizon.", "note")
        return
    row = grid.end + 2
    page.text(grid.at("action", row), "Total effort, person-weeks", "body_bold")
    page.fill(row, grid.numbers["owner_role"], grid.numbers["owner_role"], "body")
    total = sum((Fraction(str(values["effort"])) for values in rows), Fraction(0))
    page.formula(grid.at("effort", row), f"=SUM({grid.range('effort')})", total, "value")


def _inputs(page: Page, facts: Facts, grid: Grid) -> None:
    list_input(
        page, grid.cells("owner"), "Owner_list", "Choose a role, or type another.", "information"
    )
    list_input(page, grid.cells("status"), "Action_states", "Choose a status from the list.")
    date_input(page, grid.cells("start"), EARLIEST_START)
    for wave, fill in enumerate(WAVE_FILLS):
        first = f"{grid.letter('wave')}{grid.start}"
        formula = f"AND(ISNUMBER({first}),{first}={wave})"
        colour_when(page, grid.cells("wave"), formula, WHITE, fill)
    names = facts.questionnaire.priority.band_names
    colour_bands(page, grid.cells("band"), f"{grid.letter('band')}{grid.start}", names)


def _print(page: Page, grid: Grid, last: str) -> None:
    """The table on one page across, who and when on a second one beside it."""
    page.sheet.freeze_panes = f"E{grid.start}"
    page.sheet.auto_filter.ref = f"A{grid.head}:{grid.last_letter}{grid.end}"
    breaks = ColBreak()
    breaks.append(Break(id=grid.numbers["needs"]))
    page.sheet.col_breaks = breaks
    area = f"A1:{last}{grid.end + 2}"
    print_page(page, scale=SCALE, rows=f"1:{grid.head}", columns="A:D", area=area)
    protect(page)
