"""Where formulas, errors and merged cells stand, as the file itself says."""

import io
import zipfile

import openpyxl
import pytest

from readiness.domain.columns import IntakeErrors
from readiness.files.anatomy import Anatomy, read_anatomy, told
from readiness.files.limits import Limits
from readiness.files.opening import open_upload
from readiness.files.worker import run_apart


def workbook() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "One"
    sheet["B2"] = "=1+1"
    sheet["C3"] = "#REF!"
    sheet["A9"] = 7
    sheet.merge_cells("D4:E6")
    book.create_sheet("Two")["A1"] = "=2"
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def looked(data: bytes, name: str = "x.xlsx") -> Anatomy:
    opened = open_upload(name, data)
    return read_anatomy(told(opened, ("One",), Limits(), IntakeErrors()))


def test_only_the_sheets_asked_for_are_told() -> None:
    found = looked(workbook())
    assert (found.known, found.external, list(found.sheets)) == (True, False, ["One"])
    sheet = found.sheet("One")
    assert (sheet.formulas, sheet.errors) == (frozenset({(2, 2)}), frozenset({(3, 3)}))
    assert sheet.merged == (((4, 4), (6, 5)),)
    assert not found.sheet("Two").formulas


def test_the_process_for_untrusted_files_says_the_same() -> None:
    opened = open_upload("x.xlsx", workbook())
    said = run_apart(
        opened, told, ("One",), Limits(), IntakeErrors(), limits=Limits(), errors=IntakeErrors()
    )
    assert read_anatomy(said) == looked(workbook())


def test_of_another_kind_of_file_nothing_is_known() -> None:
    assert looked(b"a,b\n1,2\n", "x.csv") == Anatomy()


@pytest.mark.parametrize("part", ["xl/externalLinks/externalLink1.xml"])
def test_a_link_to_another_workbook_is_told(part: str) -> None:
    target = io.BytesIO(workbook())
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr(part, "<externalLink/>")
    assert looked(target.getvalue()).external


def test_formulas_are_told_with_their_words_and_shared_ones_by_their_master() -> None:
    data = workbook()
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name.endswith("sheet1.xml"):
                first = b'<f t="shared" ref="B2:B3" si="0">1+A2 &amp; "x"</f>'
                part = part.replace(b"<f>1+1</f>", first)
                part = part.replace(b'<c r="C3"', b'<c r="B3"><f t="shared" si="0"/></c><c r="C3"')
            new.writestr(name, part)
    sheet = looked(target.getvalue()).sheet("One")
    assert sheet.formulas == {(2, 2), (3, 2)}
    assert sheet.formula((2, 2)) == sheet.formula((3, 2)) == ((2, 2), '1+A2 & "x"')
    assert sheet.formula((9, 9)) is None
