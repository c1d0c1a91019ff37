"""Which sheet is whose."""

from typing import Any

from readiness.files.opened import OpenedFile, Sheet, SheetInfo
from readiness.report.interview_layout import Identity
from readiness.workspace.offline_people import sheet_codes
from readiness.workspace.returned import Remarks

IDENTITY = Identity("0" * 16, "a", "t", "1", "q", "1", "s", "", "ascending", ("QA", "QC"))
STAMP = f"Workbook {'0' * 16} · QA"


def workbook(**sheets: Any) -> OpenedFile:
    infos = tuple(SheetInfo(name) for name in sheets)
    return OpenedFile("x", "xlsx", b"", "", infos, lambda _, info: Sheet(info, sheets[info.name]))


def test_a_stamp_counts_more_than_the_name() -> None:
    remarks = Remarks("x")
    assert sheet_codes(workbook(Mine=[[STAMP]], QC=[["ID"]]), IDENTITY, remarks) == {
        "Mine": "QA",
        "QC": "QC",
    }
    assert not remarks.refused
    assert not remarks.notes


def test_a_copied_sheet_is_read_once() -> None:
    remarks = Remarks("x")
    found = sheet_codes(workbook(QA=[[STAMP]], Copy=[[STAMP]], QC=[[]]), IDENTITY, remarks)
    assert set(found) == {"QA", "QC"}
    assert [(p.code, p.sheet) for p in remarks.refused] == [("IV13", "Copy")]
