"""Formulas of Summary, Heat map and Assumptions changed by hand are named; nothing is refused."""

import pytest
from openpyxl.cell.cell import Cell
from openpyxl.formula.translate import Translator
from openpyxl.workbook.workbook import Workbook

from readiness.report.layout import ASSUMPTIONS, HEAT, REGISTER, SUMMARY
from tests.workspace.reporting import book, looked, told_of, typed


def formulas(workbook: Workbook, sheet: str) -> list[Cell]:
    """The cells of a sheet that hold one, from top to bottom."""
    cells = (c for row in workbook[sheet].iter_rows() for c in row)
    return [c for c in cells if isinstance(c, Cell) and c.data_type == "f"]


@pytest.mark.parametrize("sheet", [SUMMARY, HEAT, ASSUMPTIONS])
def test_a_changed_formula_is_named_with_its_sheet_and_cell(sheet: str) -> None:
    place = formulas(book(), sheet)[2]

    def change(workbook: Workbook) -> None:
        cell = workbook[sheet][place.coordinate]
        cell.value = f"{cell.value}+1"

    back = looked(typed({(REGISTER, "OPM-1", "Owner"): "Head of Quality"}, change))
    assert told_of(back) == {("OPM-1", "owner"): ("new", "Head of Quality")}
    [note] = back.notes
    assert (note.code, note.sheet) == ("RT44", sheet)
    assert (note.row, note.column) == (place.row, place.column_letter)
    assert note.message.startswith("tampered: this formula was changed or added by hand; ")


def test_several_are_told_in_one_line_and_what_was_typed_over_is_counted() -> None:
    first, second, third, *_ = formulas(book(), SUMMARY)

    def change(workbook: Workbook) -> None:
        sheet = workbook[SUMMARY]
        for cell in (first, second):
            sheet[cell.coordinate].value = "=1+1"
        sheet[third.coordinate].value = 5
        heat = workbook[HEAT]
        for cell in formulas(workbook, HEAT):
            heat[cell.coordinate].value = 1

    back = looked(typed({}, change))
    assert [(n.code, n.sheet) for n in back.notes] == [
        ("RT44", SUMMARY),
        ("RT40", SUMMARY),
        ("RT40", HEAT),
    ]
    changed, gone, replaced = (n.message for n in back.notes)
    assert f"by hand, and so were {second.coordinate}; " in changed
    assert gone.startswith("1 formula was typed over or deleted; ")
    assert replaced.startswith("its formulas were replaced by values; ")


def test_rows_that_move_raise_no_alarm_and_columns_that_move_are_said_once() -> None:
    def later(workbook: Workbook) -> None:
        """Two rows put in above, as a spreadsheet does it."""
        sheet = workbook[HEAT]
        told = [(c.row, c.column, c.coordinate, str(c.value)) for c in formulas(workbook, HEAT)]
        for row, column, _, _ in told:
            sheet.cell(row, column).value = None
        for row, column, place, words in told:
            cell = sheet.cell(row + 2, column)
            cell.value = Translator(words, place).translate_formula(cell.coordinate)

    assert [n.code for n in looked(typed({}, later)).notes] == []

    def aside(workbook: Workbook) -> None:
        for cell in formulas(workbook, HEAT):
            cell.value = str(cell.value).replace("$I", "$K").replace("$A", "$C")

    [note] = looked(typed({}, aside)).notes
    assert (note.code, note.sheet) == ("RT47", HEAT)


def test_a_renamed_sheet_is_not_looked_at() -> None:
    def rename(workbook: Workbook) -> None:
        formulas(workbook, SUMMARY)[0].value = "=1+1"
        workbook[SUMMARY].title = "Overview"

    assert looked(typed({}, rename)).notes == ()
