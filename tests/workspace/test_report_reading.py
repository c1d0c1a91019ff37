"""Reports that are not ours, another's, older or damaged are told apart."""

import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from openpyxl.workbook.workbook import Workbook

from readiness.domain.errors import InputRefused
from readiness.report.gap_workbook import gap_workbook
from readiness.report.layout import ASSUMPTIONS, EXPORTED, FINDINGS, REGISTER
from readiness.report.views import BOARD
from readiness.workspace.offline import Origin
from tests.report.organisations import judged
from tests.workspace.reporting import ID, book, codes, left, looked, origin, saved, typed


def refused(data: bytes, now: Origin | None = None, name: str = "back.xlsx") -> list[str]:
    with pytest.raises(InputRefused) as found:
        looked(data, now, name)
    assert all(p.advice for p in found.value.problems)
    return [p.code for p in found.value.problems]


def meta(key: str, value: str) -> Callable[[Workbook], Any]:
    """Another value on the hidden sheet, the seal left as it was."""

    def change(workbook: Workbook) -> None:
        row = next(r for r in workbook[EXPORTED].iter_rows() if r[0].value == key)
        row[1].value = value

    return change


def another_stamp(workbook: Workbook) -> None:
    workbook[REGISTER]["A3"].value = f"Report {'0' * 16} · Gap register"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda b: b.remove(b[EXPORTED]), "RT05"),
        (meta("revision", "5"), "RT45"),
        (meta("assessment", "other"), "RT45"),
        (meta("gap report format", "9"), "RT46"),
        (lambda b: b[EXPORTED].delete_rows(20), "RT45"),
        (lambda b: b.remove(b[REGISTER]), "RT09"),
        (lambda b: b.copy_worksheet(b[REGISTER]), "RT15"),
        (another_stamp, "RT06"),
    ],
)
def test_a_damaged_report_is_refused_as_a_whole(
    change: Callable[[Workbook], Any], code: str
) -> None:
    assert refused(typed({}, change)) == [code]


def test_a_sheet_that_was_deleted_says_nothing_unless_it_is_the_register() -> None:
    def drop(workbook: Workbook) -> None:
        workbook.remove(workbook[FINDINGS])
        workbook.remove(workbook[ASSUMPTIONS])

    back = looked(typed({}, drop))
    assert (back.lines, codes(back)) == ((), ["RT47", "RT47"])


def test_what_is_no_report_is_refused() -> None:
    blank = Workbook()
    blank.create_sheet("x")
    assert refused(saved(blank)) == ["RT05"]
    assert refused(b"ID,Capability,Owner\nCTL-1,x,y\n", name="back.csv") == ["RT01"]
    before = left()[0]
    result = judged(before.questionnaire, before.assessment)[0]
    board = gap_workbook(result, before.assessment, before.questionnaire, view=BOARD, kept_as=ID)
    assert refused(board) == ["RT05"]


def test_macros_and_links_to_other_workbooks_are_refused() -> None:
    for part, code in (("xl/vbaProject.bin", "RT02"), ("xl/externalLinks/x1.xml", "RT03")):
        target = io.BytesIO(left()[1])
        with zipfile.ZipFile(target, "a") as archive:
            archive.writestr(part, "<x/>")
        assert refused(target.getvalue()) == [code]


def test_whose_report_it_is_and_of_when() -> None:
    here = origin()
    other = Origin("0" * 32, here.assessment, here.questionnaire, "3")
    assert refused(left()[1], other) == ["RT07"]
    newer = here.questionnaire.model_copy(update={"version": "2099.1"})
    assert refused(left()[1], Origin(ID, here.assessment, newer, "3")) == ["RT08"]
    reworded = here.questionnaire.model_copy(update={"sha256": "0" * 64})
    assert codes(looked(left()[1], Origin(ID, here.assessment, reworded, "3"))) == ["RT34"]
    later = looked(left()[1], Origin(ID, here.assessment, here.questionnaire, "9"))
    assert (later.lines, codes(later)) == ((), ["RT30"])


def test_a_sheet_without_its_stamp_is_known_by_its_name() -> None:
    assert looked(typed({}, lambda b: b[REGISTER].delete_rows(3))).lines == ()
    assert book()[REGISTER]["A3"].value.startswith("Report ")
