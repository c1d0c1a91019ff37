"""The interview workbook as a file: the same each time, protected, text as text, no level shown."""

import re
import subprocess
import sys
import zipfile
from io import BytesIO

from openpyxl.workbook.workbook import Workbook

from readiness.files.worker import open_apart
from readiness.report.interview_layout import META, given
from readiness.workspace.offline import Origin, compare, export
from tests.made import assessment, people, questionnaire, said
from tests.report.office import converted
from tests.workspace.filling import changed, fill, opened

HOSTILE = ("=1+1", "+1", "-1", "@SUM(A1)", "_x0041_", "a & <b>", "\u200fright", "'quoted'")
QUESTIONS = ["QMS-1", "QMS-2", "QMS-3", "QMS-4", "QMS-5", "DOC-1", "DOC-2", "OPM-2"]
NOTES = [
    said(id, 3, "r1", basis="record", note=note, proof=note)
    for id, note in zip(QUESTIONS, HOSTILE, strict=True)
]
ORIGIN = Origin(
    "f" * 32,
    assessment(title="=HYPERLINK(1)", respondents=people("QA"), responses=NOTES),
    questionnaire(),
    "3",
)
AGAIN = """
from tests.report.test_interview_workbook import ORIGIN, export
import hashlib
print(hashlib.sha256(export(ORIGIN, "r1", shuffled=True)).hexdigest())
"""


def test_two_builds_in_two_processes_are_the_same_bytes() -> None:
    runs = {
        subprocess.run(
            [sys.executable, "-c", AGAIN],
            capture_output=True,
            check=True,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": "."},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1


def test_only_answers_can_be_typed_and_every_one_of_them() -> None:
    book = opened(export(ORIGIN, "r1"))
    for sheet in book.worksheets:
        assert sheet.protection.sheet
    sheet = book["QA"]
    for row in sheet.iter_rows(min_row=5):
        assert [cell.protection.locked for cell in row] == [True] * 7 + [False] * 4
        assert {cell.number_format for cell in row[7:]} == {"@"}
    lists = {str(v.sqref)[0]: v.formula1 for v in sheet.data_validations.dataValidation}
    assert (lists["H"], lists["I"]) == ("Answer_list", "Seen_list")


def test_no_level_number_stands_on_a_visible_sheet() -> None:
    for shuffled in (False, True):
        book = opened(export(ORIGIN, "r1", shuffled=shuffled))
        for sheet in book.worksheets:
            if sheet.sheet_state != "visible":
                continue
            for row in sheet.iter_rows(min_row=4):
                assert not any(isinstance(cell.value, int | float) for cell in row)
        cells = [[c.value for c in row] for row in book[META].iter_rows()]
        questions = [row for row in cells if row[0] == "question"]
        assert not any(re.fullmatch(r"\d", str(cell)) for row in questions for cell in row)
        assert {row[2] for row in questions} == {"abcde"} or shuffled


def test_text_stays_text_and_nothing_leads_outside() -> None:
    data = export(ORIGIN, "r1")
    for row in opened(data)["QA"].iter_rows(min_row=5):
        assert row[9].data_type in ("s", "n")  # n: empty
    with zipfile.ZipFile(BytesIO(data)) as archive:
        names = archive.namelist()
        assert not any(re.search("externalLink|vbaProject", name) for name in names)
        parts = b"".join(archive.read(name) for name in names)
        assert b'TargetMode="External"' not in parts
        formulas = re.findall(rb"<f>(.*?)</f>", parts)
    assert [f.split(b"(")[0] for f in formulas] == [b"COUNTA"]


def _came_back(data: bytes, name: str = "x.xlsx") -> dict[str, object]:
    incoming = compare(open_apart(name, data), ORIGIN)
    assert incoming.refused == ()
    return {line.key[0]: line.found and line.found.level for line in incoming.lines}


def test_saved_by_libreoffice_it_is_the_same_and_filled_in_there_it_comes_back(tmp_path) -> None:
    def type_into(book: Workbook) -> None:
        sheet = book["QA"]
        for row in sheet.iter_rows(min_row=5):
            if row[0].value == "PRC-2":
                row[7].value, row[8].value, row[9].value = "e", "record seen", "0,5 of the log"

    untouched = export(ORIGIN, "r1", shuffled=True)
    filled = changed(untouched, type_into)
    (tmp_path / "xlsx").mkdir()
    (tmp_path / "ods").mkdir()
    books = {"untouched": untouched, "filled": filled}
    as_xlsx = converted(books, tmp_path / "xlsx")
    as_ods = converted(books, tmp_path / "ods", to="ods")
    for name, saved in (("x.xlsx", as_xlsx), ("x.ods", as_ods)):
        assert _came_back(saved["untouched"], name) == {}
        order = compare(open_apart(name, saved["filled"]), ORIGIN)
        [line] = order.lines
        assert line.key == ("PRC-2", "r1")
        assert line.found is not None
        assert line.found.text == "0,5 of the log"
        assert isinstance(line.found.level, int)
        anchors = questionnaire().capabilities["PRC-2"].anchors
        under_e = {r[0].value: r[6].value for r in opened(untouched)["QA"].iter_rows(min_row=5)}
        assert anchors[line.found.level - 1] == under_e["PRC-2"]


def test_what_is_exported_reads_back_as_it_was() -> None:
    assert _came_back(export(ORIGIN, "r1")) == {}
    found = _came_back(fill(export(ORIGIN, "r1"), "QA", {"QMS-1": ("a",)}))
    assert found == {"QMS-1": 1}
    assert {given(r).text for r in ORIGIN.assessment.responses} == {n.strip() for n in HOSTILE}
