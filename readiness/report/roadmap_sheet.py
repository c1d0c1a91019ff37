"""The roadmap: actions in their order, with the reason why each stands where it stands."""

from readiness.domain.gaps import RoadmapItem
from readiness.report.cells import Book, Page
from readiness.report.facts import Facts
from readiness.report.gap_register import band_name
from readiness.report.layout import (
    REGISTER,
    ROADMAP,
    Value,
    headings,
    put_row,
    row_height,
    title,
)
from readiness.report.places import Places
from readiness.report.printing import colour_bands, colour_when, print_page, protect
from readiness.report.styles import WHITE

WAVE_FILLS = ("9C3D0A", "B96A00", "1D6F5C", "0B5C9E", "54626E")

FORMULAS = {
    "priority": '=IFERROR(INDEX(Gap_Priority,MATCH({id},Gap_ID,0)),"")',
    "band": '=IFERROR(INDEX(Gap_Band,MATCH({id},Gap_ID,0)),"")',
}


def write_roadmap(book: Book, facts: Facts, at: Places) -> Page:
    """Write the sheet in the engine's order; order and waves are as exported."""
    page = book.pages[ROADMAP]
    grid = at.roadmap
    stage = facts.questionnaire.stage_name(facts.horizon)
    title(page, f"Roadmap to {stage}", _waves(facts))
    headings(page, grid)
    for item in facts.result.roadmap:
        row = grid.start + item.order - 1
        values = _values(facts, item)
        put_row(page, grid, row, values, FORMULAS)
        page.link(
            grid.at("id", row),
            item.capability,
            REGISTER,
            f"A{at.register_row[item.capability]}",
            "top_link",
        )
        tall = ("capability", "reason", "action", "owner_role", "needs")
        row_height(page, grid, row, {key: values[key] for key in tall})
    _total(page, facts, at)
    for wave, fill in enumerate(WAVE_FILLS):
        first = f"{grid.letter('wave')}{grid.start}"
        formula = f"AND(ISNUMBER({first}),{first}={wave})"
        colour_when(page, grid.cells("wave"), formula, WHITE, fill)
    names = facts.questionnaire.priority.band_names
    colour_bands(page, grid.cells("band"), f"{grid.letter('band')}{grid.start}", names)
    page.sheet.freeze_panes = f"E{grid.start}"
    page.sheet.auto_filter.ref = f"A{grid.head}:{grid.last_letter}{grid.end}"
    print_page(page, rows=f"1:{grid.head}", area=f"A1:{grid.last_letter}{grid.end + 2}")
    protect(page)
    return page


def _waves(facts: Facts) -> str:
    names = ", ".join(
        f"{w.number} {w.name[0].lower()}{w.name[1:]}" for w in facts.questionnaire.waves
    )
    return f"Waves: {names}. Order and reasons as exported; priority and band follow the inputs."


def _values(facts: Facts, item: RoadmapItem) -> dict[str, Value]:
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
        "effort": action.effort_total,
        "elapsed": action.elapsed_weeks,
        "needs": ", ".join(item.prerequisites),
    }


def _total(page: Page, facts: Facts, at: Places) -> None:
    grid = at.roadmap
    if not facts.result.roadmap:
        page.text((grid.start, 1), "Nothing to plan: no gap to the horizon.", "note")
        return
    total = sum(
        facts.row_of[item.capability].capability.action.effort_total
        for item in facts.result.roadmap
    )
    row = grid.end + 2
    page.text(grid.at("action", row), "Total effort, person-weeks", "body_bold")
    page.fill(row, grid.numbers["owner_role"], grid.numbers["owner_role"], "body")
    page.formula(grid.at("effort", row), f"=SUM({grid.range('effort')})", total, "value")
