"""Edits that are not taken back are named, each with where to make it instead."""

from openpyxl.workbook.workbook import Workbook

from readiness.report.layout import DRILLS, METRICS, REGISTER, ROADMAP
from tests.workspace.reporting import book, heads, left, looked, row_of, told_of, typed


def test_values_typed_over_formulas_are_ignored_and_named() -> None:
    back = looked(typed({(REGISTER, "CTL-1", "Priority"): 99, (REGISTER, "CTL-2", "Priority"): 98}))
    assert back.lines == ()
    [note] = back.notes
    assert (note.code, note.column) == ("RT40", "Priority")
    assert "CTL-1 and 1 more" in note.message
    assert "99" not in note.message


def test_a_report_saved_as_values_is_read_all_the_same() -> None:
    def values(workbook: Workbook) -> None:
        for row in workbook[REGISTER].iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    cell.value = 1

    back = looked(typed({(REGISTER, "OPM-1", "Owner"): "Head of Quality"}, values))
    assert told_of(back) == {("OPM-1", "owner"): ("new", "Head of Quality")}
    assert [(n.code, "replaced by values" in n.message) for n in back.notes] == [("RT40", True)]


def row_and_columns(
    workbook: Workbook, sheet: str, id: str, first: str
) -> tuple[int, dict[str, int]]:
    """The row of an id, and the columns of the heading row that begins with ``first``."""
    page = workbook[sheet]
    head = next(r for r in page.iter_rows() if r[0].value == first)
    return row_of(page, id), {str(c.value): c.column for c in head if c.value}


def test_edits_outside_the_cells_that_come_back_are_named_with_their_place() -> None:
    content = left()[0].questionnaire
    drill, flag = content.drills.scenarios[0].id, content.hybrid.flags[0].id
    metric = content.metrics[0].id
    gap = str(book()[ROADMAP]["C5"].value)
    edits = (
        (DRILLS, drill, "Scenario", "Points", 99, 'change it in the app on the page "Drill"'),
        (DRILLS, flag, "Flag", "State", "odd", 'on the page "Profile and people"'),
        (METRICS, metric, "ID", "Value", 7, 'on the page "Evidence"'),
        (ROADMAP, gap, "Order", "Effort, person-weeks", 1, 'on the page "Roadmap"'),
        (REGISTER, "CTL-1", "ID", "Action", "Buy a system", "propose the change"),
        (REGISTER, "CTL-1", "ID", "Claimed", 5, 'on the page "Questions"'),
    )

    def change(workbook: Workbook) -> None:
        for sheet, id, first, heading, value, _ in edits:
            row, columns = row_and_columns(workbook, sheet, id, first)
            workbook[sheet].cell(row, columns[heading]).value = value

    back = looked(typed({}, change))
    assert back.lines == ()
    assert {note.code for note in back.notes} == {"RT42"}
    told = {(note.sheet, note.column): note for note in back.notes}
    assert set(told) == {(sheet, heading) for sheet, _, _, heading, _, _ in edits}
    for sheet, id, _, heading, _, advice in edits:
        note = told[sheet, heading]
        of = id.replace("_", " ")
        assert note.message.startswith(f"{heading} of {of}: changed, but not taken back; ")
        assert advice in note.message
        assert note.row is not None
        assert "99" not in note.message


def test_a_formula_changed_by_hand_is_named_although_it_is_still_a_formula() -> None:
    def change(workbook: Workbook) -> None:
        for id in ("CTL-1", "CTL-2"):
            row, columns = row_and_columns(workbook, REGISTER, id, "ID")
            cell = workbook[REGISTER].cell(row, columns["Severity"])
            cell.value = str(cell.value).replace("Weight_P*", "2*Weight_P*")

    back = looked(typed({}, change))
    [note] = back.notes
    assert (note.code, note.sheet, note.column) == ("RT44", REGISTER, "Severity")
    assert "its formula was changed for CTL-1 and 1 more" in note.message


def test_renamed_headings_are_said_and_nothing_is_guessed() -> None:
    def change(workbook: Workbook) -> None:
        _, columns = row_and_columns(workbook, METRICS, "D1", "ID")
        workbook[METRICS].cell(4, columns["Metric"]).value = "Kennzahl"

    back = looked(typed({(REGISTER, "CTL-1", "Owner"): "Head of Quality"}, change))
    assert told_of(back) == {("CTL-1", "owner"): ("changed", "Head of Quality")}
    assert [(n.code, n.sheet) for n in back.notes] == [("RT47", METRICS)]
    assert heads(book()[REGISTER])[0] == 4
