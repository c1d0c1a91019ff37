"""What was done to a report besides filling it is said, and never taken."""

from openpyxl.workbook.workbook import Workbook

from readiness.report.layout import REGISTER
from tests.workspace.reporting import book, codes, heads, looked, row_of, typed


def test_levels_tried_out_merged_cells_and_missing_rows_are_said() -> None:
    def change(workbook: Workbook) -> None:
        sheet = workbook[REGISTER]
        column = heads(sheet)[1]["Comment"]
        row = row_of(sheet, "OPM-3")
        sheet.merge_cells(start_row=row, end_row=row + 1, start_column=column, end_column=column)
        sheet.delete_rows(row_of(sheet, "PPL-5"))

    back = looked(typed({(REGISTER, "OPM-1", "What-if level"): 5}, change))
    assert back.lines == ()
    assert sorted(set(codes(back)) - {"RT40", "RT44"}) == ["RT32", "RT43", "RT49"]
    assert heads(book()[REGISTER])[0] == 4
