"""What was done to a report besides filling it is said, and never taken."""

from openpyxl.workbook.workbook import Workbook

from readiness.report.layout import REGISTER
from tests.workspace.reporting import book, codes, heads, looked, row_of, told_of, typed


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


def test_names_levels_tried_out_merged_cells_and_missing_rows_are_said() -> None:
    def change(workbook: Workbook) -> None:
        sheet = workbook[REGISTER]
        column = heads(sheet)[1]["Comment"]
        row = row_of(sheet, "OPM-3")
        sheet.merge_cells(start_row=row, end_row=row + 1, start_column=column, end_column=column)
        sheet.delete_rows(row_of(sheet, "PPL-5"))

    edits = {
        (REGISTER, "CTL-1", "Capability"): "Something else",
        (REGISTER, "OPM-1", "What-if level"): 5,
    }
    back = looked(typed(edits, change))
    assert back.lines == ()
    assert sorted(set(codes(back)) - {"RT40"}) == ["RT32", "RT42", "RT43", "RT49"]
    assert heads(book()[REGISTER])[0] == 4
