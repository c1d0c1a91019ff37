"""Workbooks that are read by their values: the same signs as in xlsx, as far as values go."""

import io
from datetime import datetime
from pathlib import Path

import pytest
import xlsxwriter

from tests.evidence.scan.sheets import findings
from tests.evidence.scan.test_aside_binary import commented
from tests.files.making_old import xls, xlsb
from tests.report.office import converted

NAME, BORN, RECORD = "Zebulon Quartz", "1957-06-29", "MRN 0098765"


def plan() -> bytes:
    """Two bookings that overlap, one open item, and a patient in every place."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        day = book.add_format({"num_format": "dd.mm.yyyy"})
        sheet = book.add_worksheet("Plan")
        sheet.write_row("A1", ["Slot", "Suite", "Start", "End", "Note", "Patient name"])
        for row, (suite, start, end) in enumerate([("A", 1, 8), ("A", 7, 9), ("B", 1, 2)], 1):
            sheet.write_row(row, 0, [f"S{row}", suite])
            sheet.write_datetime(row, 2, datetime(2026, 1, start), day)
            sheet.write_datetime(row, 3, datetime(2026, 1, end), day)
        sheet.write_row("E2", ["TBC", NAME])
        sheet.write("E3", f"{NAME}, {RECORD}")
        sheet.write_comment("B2", f"{NAME}, DOB {BORN}", {"author": "Ann Author"})
        sheet.write_comment("E4", "do not move")
        sheet.set_header(f"&C{RECORD}")
        old = book.add_worksheet("Old")
        old.hide()
        old.write("A1", f"born {BORN}")
        book.define_name(NAME.replace(" ", "_"), "=Plan!$B$2")
        book.set_properties({"title": f"Slots of {NAME}", "created": datetime(2026, 1, 11)})
    return buffer.getvalue()


@pytest.mark.office
@pytest.mark.parametrize("kind", ["xls", "ods"])
def test_what_values_show_is_told_as_in_xlsx(scan_bytes, kind: str, tmp_path: Path) -> None:
    data = converted({"plan": plan()}, tmp_path, kind)["plan"]
    found, full = scan_bytes(data, f"plan.{kind}"), scan_bytes(plan())
    assert not found.formulas_readable
    assert [f.kind for f in found.findings if f.sheet is None][:1] == ["values_only"]
    for sign in ("double_booking", "unconfirmed", "comment", "comment_instruction", "hidden_sheet"):
        assert findings(found, sign) == findings(full, sign) != []
    assert found.modified == full.modified
    assert found.patient_level == 1
    # Excel's list of names and sheets in app.xml is the one place that the others do not have.
    places = dict(full.identifiable_places) | {"property": 1}
    assert found.identifiable_places == places
    told = found.model_dump_json().casefold()
    for piece in (*NAME.split(), BORN, RECORD, "0098765"):
        assert piece.casefold() not in told


def test_a_binary_workbook(scan_bytes) -> None:
    found = scan_bytes(commented(), "plan.xlsb")
    assert not found.formulas_readable
    assert findings(found, "comment_instruction") == [("Plan", "C5", 1)]
    assert found.modified is not None
    (said,) = [f.text for f in found.findings if f.kind == "values_only"]
    assert "Save it as .xlsx" in said


def test_codes_and_people_by_hand(scan_bytes) -> None:
    rows = [
        ["Patient code", "Name"],
        ["P-1", NAME],
        ["P-2", ""],
        ["P-3", ""],
        ["P-4", ""],
        ["P-1", ""],
    ]
    for data, name in ((xls({"Key": rows}), "a.xls"), (xlsb({"Key": rows}), "a.xlsb")):
        found = scan_bytes(data, name)
        assert findings(found, "duplicate_code") == [("Key", "A6", 1)]
        assert found.identifiable == {"name": 1}
        assert findings(found, "key_sheet") == [("Key", None, 1)]
        assert (found.formula_cells, found.block_cells) == (0, 0)


def test_macros_are_said(scan_bytes) -> None:
    found = scan_bytes(xlsb({"Plan": [["x"]]}, macros=b"code"), "plan.xlsb")
    assert found.macros
    assert "not seen in this format" in next(f.text for f in found.findings if f.kind == "macros")
