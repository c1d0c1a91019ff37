"""Validations: each with its message, none of them hidden."""

from openpyxl.workbook.workbook import Workbook

from readiness.report.cells import Book
from readiness.report.inputs import list_input, number_input, whole_input


def test_a_rule_holds_its_message_and_accepts_an_empty_cell() -> None:
    page = Book().page("Sheet")
    whole_input(page, "A1:A5", "A whole number from 1 to 5.", prompt="Override")
    rule = page.sheet.data_validations.dataValidation[0]
    assert (rule.type, rule.formula1, rule.formula2) == ("whole", "1", "5")
    assert rule.showErrorMessage
    assert rule.showInputMessage
    assert rule.allow_blank
    assert (rule.error, rule.prompt) == ("A whole number from 1 to 5.",) * 2


def test_a_list_may_let_other_texts_pass() -> None:
    page = Book().page("Sheet")
    list_input(page, "A1", "Owner_list", "Choose a role.", "information")
    assert page.sheet.data_validations.dataValidation[0].errorStyle == "information"
    number_input(page, "B1", "0 or more", 0, None)
    assert page.sheet.data_validations.dataValidation[1].operator == "greaterThanOrEqual"


def test_every_input_of_the_report_is_validated(opened: Workbook) -> None:
    for sheet in opened.worksheets:
        covered = {
            cell
            for rule in sheet.data_validations.dataValidation
            for area in rule.sqref.ranges
            for cell in area.cells
        }
        free = [
            cell.coordinate
            for row in sheet.iter_rows()
            for cell in row
            if not cell.protection.locked and (cell.row, cell.column) not in covered
        ]
        assert not free, (sheet.title, free[:5])


def test_every_list_is_a_name_and_every_message_is_given(opened: Workbook) -> None:
    for sheet in opened.worksheets:
        for rule in sheet.data_validations.dataValidation:
            assert rule.error, sheet.title
            assert rule.showErrorMessage, sheet.title
            if rule.type == "list":
                assert rule.formula1 in opened.defined_names
