"""The templates are read back by intake, which skips their example."""

from io import BytesIO

import openpyxl
import pytest

from readiness.domain.evidence import TableKind
from readiness.domain.tables import TABLES
from readiness.evidence.intake import inspect
from readiness.evidence.templates import template
from readiness.files.opening import open_upload
from tests.evidence.making import column, content, intake

KINDS: list[TableKind] = [kind for kind in TABLES if kind != "workbook"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_heading_is_known_for_sure_and_the_example_is_skipped(kind: TableKind) -> None:
    opened = open_upload("log.xlsx", template(content(), kind), errors=content().errors)
    found = inspect(opened, content())
    assert found.kind == kind
    assert found.matched == len(found.headings) == len(TABLES[kind].columns)
    assert found.needs_person == ()
    assert found.left_out == {"example row": 1}


def test_a_filled_template_is_read_as_it_stands() -> None:
    book = openpyxl.load_workbook(BytesIO(template(content(), "temporary_instructions")))
    book.worksheets[0].append(["TI-7", "2026-03-04", "P001; P002"])
    buffer = BytesIO()
    book.save(buffer)
    found = intake(open_upload("log.xlsx", buffer.getvalue(), errors=content().errors))
    assert column(found, "id") == ["TI-7"]
    assert column(found, "batch") == [("P001", "P002")]


def test_drop_downs_offer_the_words_of_the_vocabulary() -> None:
    book = openpyxl.load_workbook(BytesIO(template(content(), "deviations")))
    sheet, lists = book.worksheets
    assert lists.sheet_state == "hidden"
    checks = {str(check.sqref): check for check in sheet.data_validations.dataValidation}
    severity = next(c.column_letter for c in sheet[2] if c.value == "Severity")
    check = checks[f"{severity}4:{severity}1000"]
    assert check.formula1 == "=Lists!$A$1:$A$3"
    assert [lists.cell(row, 1).value for row in (1, 2, 3)] == ["minor", "major", "critical"]


def test_required_columns_say_so() -> None:
    sheet = openpyxl.load_workbook(BytesIO(template(content(), "deviations"))).worksheets[0]
    help_text = sheet.cell(2, 1).comment
    assert help_text is not None
    assert "required" in help_text.text
