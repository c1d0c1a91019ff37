"""The plan's lists as sheets of its workbook: plain tables, a row an entry."""

from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from readiness.domain.planned import CheapNow, PlannedAction, RoadmapPlan
from readiness.report.cells import clean

Cell = str | int | float | None
CHEAP_HEADS = (
    "ID", "Gap to launch", "Lock-in", "Person-weeks", "Now", "Launch target", "Done by week",
    "Cheap until", "What begins then", "In time",
)  # fmt: skip
STAKE_HEADS = ("ID", "Gap", "Patient impact", "Lock-in", "Person-weeks", "Priority", "Band")
WIDEST = 46


def write_lists(book: Workbook, plan: RoadmapPlan, scenarios: Sequence[Sequence[str]]) -> None:
    """A sheet a list, after those that are there; a list without an entry says so."""
    table(book, "Cheap now", CHEAP_HEADS, [cheap_row(c) for c in plan.cheap_now])
    early = [(e.id, e.text) for e in plan.ahead_of_need]
    table(book, "Ahead of need", ("ID", "What was done before its time"), early)
    late = [(r.id, r.name, r.end.isoformat(), r.why) for r in plan.reopened]
    heads = ("ID", "Action that reopens comparability", "Ends", "Why")
    table(book, "Comparability", heads, late)
    if scenarios:
        table(book, "Scenarios", scenarios[0], scenarios[1:])


def by_function(book: Workbook, plan: RoadmapPlan) -> None:
    """Who does what when: a row for each function of each action, by function and start."""
    heads = ("Function", "ID", "Action", "Wave", "Person-weeks", "From week", "To week", "Owner")
    rows = [
        (function, a.id, a.name, a.wave, float(a.effort[function]), a.start_week + 1, a.end_week,
         a.owner)
        for function, actions in functions_of(plan).items()
        for a in actions
    ]  # fmt: skip
    table(book, "By function", heads, rows)


def functions_of(plan: RoadmapPlan) -> dict[str, list[PlannedAction]]:
    """The actions of each function in the order in which they start, functions by name."""
    found: dict[str, list[PlannedAction]] = {}
    for action in sorted(plan.actions, key=lambda a: (a.start_week, a.wave)):
        for function, effort in action.effort.items():
            if effort:
                found.setdefault(function, []).append(action)
    return dict(sorted(found.items()))


def cheap_row(found: CheapNow) -> tuple[Cell, ...]:
    """A row of *cheap now, dear later*; without a day nothing is late."""
    in_time = "no" if found.is_late else "yes"
    return (
        found.id,
        found.name,
        found.lock_in,
        float(found.effort),
        found.final,
        found.target,
        found.end_week if found.end_week is not None else "not in the plan",
        found.before.isoformat() if found.before else "no date entered",
        found.before_what,
        in_time if found.before else "",
    )


def table(
    book: Workbook, name: str, heads: Sequence[str], rows: Sequence[Sequence[Cell]]
) -> Worksheet:
    """A sheet with a heading row; text is text, whatever it looks like."""
    sheet: Worksheet = book.create_sheet(name)
    for row, cells in enumerate((heads, *rows), start=1):
        for column, said in enumerate(cells, start=1):
            _put(sheet, row, column, said)
    for column, head in enumerate(heads, start=1):
        sheet.cell(1, column).font = Font(bold=True)
        longest = max(len(str(cells[column - 1])) for cells in (heads, *rows))
        width = min(WIDEST, max(len(head), longest) + 2)
        sheet.column_dimensions[get_column_letter(column)].width = width
    if not rows:
        _put(sheet, 2, 1, "None.")
    sheet.freeze_panes = "A2"
    return sheet


def _put(sheet: Worksheet, row: int, column: int, said: Cell) -> None:
    cell = sheet.cell(row, column)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if isinstance(said, str):
        cell.value = clean(said)
        cell.data_type = "s"
    else:
        cell.value = said
