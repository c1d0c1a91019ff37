"""Whole workbooks, made here, with figures computed by hand. All persons are invented."""

import contextlib
import io
import random
import re
import zipfile
from datetime import date, datetime

import openpyxl
import pytest
from openpyxl.styles import Protection

from readiness.content.columns import load_columns
from readiness.domain.columns import IntakeErrors
from readiness.domain.errors import InputRefused
from readiness.domain.scan import WorkbookScan
from readiness.domain.scan_rules import ScanRules
from readiness.evidence.privacy import Coder
from readiness.evidence.scan.print_bytes import print_to_bytes
from readiness.evidence.scan.prints import PrintTaker
from readiness.evidence.scan.roles import BookingWords
from readiness.evidence.scan.workbook_scan import scan_apart, scan_workbook
from readiness.files.limits import Limits
from readiness.files.opened import OpenedFile
from readiness.files.opening import open_upload
from readiness.files.worker import Worker
from tests.evidence.scan.conftest import CONTENT
from tests.evidence.scan.sheets import findings

NAME, BORN, RECORD = "Zebulon Quartz", "1957-06-29", "MRN 0098765"


def plan(book, *, protect: bool = False) -> None:
    """Twenty slots; column D is the end, computed from C, typed over in D5 and D9.

    Column E is the free days, an error in E4; row 22 is a total. Title and blank row on top.
    """
    sheet = book.add_worksheet("Plan")
    day = book.add_format({"num_format": "dd.mm.yyyy"})
    sheet.write("A1", "Slot plan")
    sheet.write_row("A3", ["Slot", "Subject", "Start", "End", "Free days"])
    for row in range(4, 24):
        sheet.write_row(row - 1, 0, [f"S{row}", f"P-{row:03}"])
        sheet.write_datetime(row - 1, 2, datetime(2026, 1, row), day)
        if row in (5, 9):
            sheet.write_datetime(row - 1, 3, datetime(2026, 2, row), day)
        else:
            sheet.write_formula(row - 1, 3, f"=C{row}+14", day, 46000 + row)
        value = "#REF!" if row == 4 else 1
        sheet.write_formula(row - 1, 4, f"=D{row}-C{row}", None, value)
    sheet.write("A24", "Total")
    sheet.write_formula("E24", "=SUM(E4:E23)", None, 20)
    if protect:
        sheet.protect()


def test_shares_by_hand(scan) -> None:
    found = scan(plan)
    # Formulas: D has 20 - 2 = 18, E has 20, the total 1: together 39. None is protected: 0 of 39.
    assert (found.formula_cells, found.protected_formula_cells) == (39, 0)
    # Blocks: D (18 of 20 = 90 %) and E (20 of 20): 40 cells, 2 typed over: 5 %.
    assert (found.overwritten_cells, found.block_cells) == (2, 40)
    assert findings(found, "overwritten") == [("Plan", "D5", 1), ("Plan", "D9", 1)]
    # One error among 39 formulas: 25.6 per 1,000.
    assert found.error_cells == 1
    assert findings(found, "error_cell") == [("Plan", "E4", 1)]
    assert "R[0]C[-1]+14" in next(f.text for f in found.findings if f.kind == "overwritten")
    assert (found.patient_level, found.identifiable) == (3, {})


def test_protection_by_hand(scan) -> None:
    def fill(book) -> None:
        plan(book, protect=True)
        sheet = book.add_worksheet("Open")
        sheet.write_formula("A1", "=1+1")
        other = book.add_worksheet("Mixed")
        other.protect("secret")
        other.write_formula("A1", "=1+1")
        other.write_formula("A2", "=1+1", book.add_format({"locked": False}))

    found = scan(fill)
    # 39 + 1 + 2 formulas; locked on a protected sheet: 39 of Plan and A1 of Mixed.
    assert (found.formula_cells, found.protected_formula_cells) == (42, 40)
    assert findings(found, "unlocked_formula") == [("Open", None, 1), ("Mixed", "A2", 1)]
    assert [(s.protected, s.password) for s in found.sheets] == [
        (True, False),
        (False, False),
        (True, True),
    ]


def test_openpyxl_writes_the_same_plan(scan_bytes) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Slot", "Start", "End"])
    for row in range(2, 12):
        sheet.append([f"S{row}", date(2026, 1, row), f"=B{row}+14" if row != 6 else 7])
    sheet["C3"].protection = Protection(locked=False)
    sheet.protection.sheet = True
    buffer = io.BytesIO()
    book.save(buffer)
    found = scan_bytes(buffer.getvalue())
    # Nine formulas, C3 open: 8 of 9. Nine of ten cells are formulas: 1 of 10 typed over.
    assert (found.formula_cells, found.protected_formula_cells) == (9, 8)
    assert (found.overwritten_cells, found.block_cells) == (1, 10)
    # It saves no results, so nothing is known of errors.
    assert found.valueless_formula_cells == 9


def test_planted_identifiers_are_found_everywhere_and_told_nowhere(scan) -> None:
    def fill(book) -> None:
        sheet = book.add_worksheet("Plan")
        sheet.write_row("A1", ["Slot", "Patient", "DOB", "Note"])
        sheet.write_row("A2", ["S1", NAME, BORN, f"{RECORD}, {NAME} late"])
        sheet.write_comment("A2", f"{NAME}, DOB {BORN}, {RECORD}", {"author": NAME})
        sheet.set_header(f"&C{NAME}")
        hidden = book.add_worksheet("Old")
        hidden.hide()
        hidden.write_row("A1", ["who", "what"])
        hidden.write_row("A2", [f"born {BORN}", RECORD])
        hidden.write("A3", NAME)
        buried = book.add_worksheet("Very old")
        buried.very_hidden()
        buried.write("B2", f"call {NAME}")
        book.define_name(NAME.replace(" ", "_"), "=Plan!$B$2")
        book.define_name("Note", f'="{RECORD}"')
        book.set_properties({"title": f"Slots of {NAME}", "comments": f"{RECORD} DOB {BORN}"})
        book.add_worksheet(NAME)

    found = scan(fill, f"Plan {NAME}.xlsx")
    assert found.patient_level == 1
    # Cells: B2 name, C2 birth date, D2 name and record number.
    # Hidden: A2 birth date, B2 record number, A3 name; very hidden B2 name.
    # Comment: three kinds. Names: one name, one record number. Properties: title a name,
    # description a record number and a birth date; app.xml lists the sheet and the defined name.
    assert found.identifiable_places == {
        "cell": 4,
        "hidden_cell": 4,
        "comment": 3,
        "defined_name": 2,
        "property": 5,
        "margin": 1,
        "sheet_name": 1,
        "file_name": 1,
    }
    assert set(found.identifiable) == {"name", "birth_date", "record_number"}
    told = found.model_dump_json().casefold()
    for piece in (*NAME.split(), BORN, RECORD, "0098765"):
        assert piece.casefold() not in told
    assert found.sheet_names == ("Plan", "Old", "Very old", "#4")
    assert found.file == "#.xlsx"


def test_refusals_tell_no_content(made, rules: ScanRules) -> None:
    def fill(book) -> None:
        book.add_worksheet().write("A1", NAME)

    data = rewrite(made(fill), "xl/worksheets/sheet1.xml", b"<v>0</v>", b"<v>7</v>")
    with pytest.raises(InputRefused) as caught:
        scan_workbook(open_upload("plan.xlsx", data), rules)
    assert NAME not in str(caught.value)
    assert caught.value.problems[0].code == "broken_workbook"


def test_structural_signs(scan) -> None:
    def fill(book) -> None:
        plan(book)
        sheet = book.add_worksheet("Signs")
        day = book.add_format({"num_format": "dd.mm.yyyy"})
        sheet.write_row("A1", ["Slot", "Start", "End", "Note"])
        sheet.write_row("A2", ["S1", "12.03.2026"])
        sheet.write_formula("C2", "=TODAY()+3", day, 46000)
        sheet.write_formula("D2", "=IF(" + "+".join(["A2"] * 80) + "=1,1,2)", None, 1)
        sheet.write_formula("C3", "='[Other plan.xlsx]Plan'!A1", None, 1)
        sheet.write_comment("B2", "ask first")
        sheet.merge_range("A4:B4", "both")
        book.add_worksheet("Old").hide()
        book.define_name("Gone", "=Plan!#REF!")

    found = scan(fill)
    assert findings(found, "volatile_date") == [("Signs", "C2", 1)]
    assert findings(found, "long_formula") == [("Signs", "D2", 1)]
    assert findings(found, "text_date") == [("Signs", "B2", 1)]
    assert findings(found, "comment_instruction") == [("Signs", "B2", 1)]
    assert findings(found, "merged_data") == [("Signs", "A4:B4", 1)]
    assert findings(found, "hidden_sheet") == [("Old", None, 1)]
    assert findings(found, "broken_name") == [(None, None, 1)]
    assert all(f.text for f in found.findings)


def test_links_and_macros_are_said_and_left_alone(made, scan_bytes) -> None:
    data = made(plan)
    rels = b'<Relationship Id="x" Type="http://x/externalLink" Target="externalLinks/e1.xml"/>'
    data = rewrite(
        data, "xl/_rels/workbook.xml.rels", b"</Relationships>", rels + b"</Relationships>"
    )
    data = rewrite(data, "xl/worksheets/sheet1.xml", rb"<f>C6\+14</f>", b"<f>[1]Old!C6+14</f>")
    data = rewrite(data, "xl/vbaProject.bin", b"", b"code")
    data = rewrite(data, "xl/externalLinks/e1.xml", b"", b"<externalLink><v>x</v></externalLink>")
    found = scan_bytes(data, "plan.xlsm")
    assert (found.external_links, found.macros) == (1, True)
    assert findings(found, "external_link") == [(None, None, 1), ("Plan", "D6", 1)]
    (macros,) = [f.text for f in found.findings if f.kind == "macros"]
    assert "not run" in macros


def test_claimed_dimension_and_shared_formulas(made, scan_bytes) -> None:
    data = made(plan)
    lied = rewrite(
        data, "xl/worksheets/sheet1.xml", rb'<dimension ref="[^"]*"', b'<dimension ref="A1"'
    )
    assert scan_bytes(lied).block_cells == 40
    shared = rewrite(
        data,
        "xl/worksheets/sheet1.xml",
        b"<f>D4-C4</f>",
        b'<f t="shared" ref="E4:E23" si="0">D4-C4</f>',
    )
    shared = rewrite(
        shared, "xl/worksheets/sheet1.xml", rb"<f>D(\d+)-C\1</f>", b'<f t="shared" si="0"/>'
    )
    found = scan_bytes(shared)
    assert (found.formula_cells, found.block_cells, found.overwritten_cells) == (39, 40, 2)


def test_strict_dialect_is_read_like_any_other(made, scan_bytes) -> None:
    data = made(plan)
    strict = (
        (rb"http://schemas.openxmlformats.org/spreadsheetml/2006/main", b"http://purl.oclc.org/ooxml/spreadsheetml/main"),
        (rb"http://schemas.openxmlformats.org/officeDocument/2006/", b"http://purl.oclc.org/ooxml/officeDocument/"),
    )  # fmt: skip
    for part in zipfile.ZipFile(io.BytesIO(data)).namelist():
        for old, new in strict:
            data = rewrite(data, part, old, new)
    found, usual = scan_bytes(data), scan_bytes(made(plan))
    same = {"sha256": ""}
    assert found.model_copy(update=same) == usual.model_copy(update=same)
    assert found.formula_cells == 39


def test_cells_in_a_spelling_that_is_not_read_are_missed_by_nobody(made, scan_bytes) -> None:
    data = rewrite(
        made(plan),
        "xl/worksheets/sheet1.xml",
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        b"urn:unheard-of",
    )
    with pytest.raises(InputRefused):
        scan_bytes(data)


def test_too_many_cells(made, rules: ScanRules) -> None:
    few = Limits(max_scan_cells=50)
    with pytest.raises(InputRefused) as caught:
        scan_workbook(open_upload("plan.xlsx", made(plan)), rules, limits=few)
    assert caught.value.problems[0].code == "too_many_cells"


def test_a_text_file_is_no_workbook(rules: ScanRules) -> None:
    with pytest.raises(InputRefused) as caught:
        scan_workbook(open_upload("log.csv", b"a,b\n1,2\n3,4\n"), rules)
    assert caught.value.problems[0].code == "not_a_workbook"


def test_versions_of_one_workbook(scan, made, rules: ScanRules) -> None:
    def fill(book) -> None:
        plan(book)
        changes = book.add_worksheet("Change log")
        changes.write_row("A1", ["Date", "What"])
        changes.write_row("A2", ["1 Feb 2026", "moved"])
        changes.write_row("A3", ["2 Feb 2026", "moved"])

    one, other = scan(fill, "Slot plan v30.xlsx"), scan(fill, "Slot plan v31 2026-11-20.xlsx")
    assert one.structure_hash == other.structure_hash != scan(plan).structure_hash
    assert (one.stem, other.stem) == ("slot plan", "slot plan")
    assert (one.name_has_version, one.name_has_date, other.name_has_date) == (True, False, True)
    assert one.change_rows == 2

    def signed(book) -> None:
        plan(book)
        book.set_properties({"created": datetime(2026, 11, 20), "author": "Per Holm"})

    coder = Coder(key=b"k")
    opened = open_upload("plan.xlsx", made(signed))
    found = scan_workbook(opened, rules, coder=coder)
    assert found.modified == date(2026, 11, 20)
    assert found.editors == ("E01",)
    assert "Holm" not in found.model_dump_json()


def test_every_cell_marked_is_on_the_map_and_counted(scan) -> None:
    found = scan(plan)
    (sheet,) = found.sheets
    assert (sheet.rows, sheet.columns, sheet.formula_cells) == (24, 5, 39)
    assert [(b.kind, b.first_row, b.last_row) for b in sheet.blocks] == [
        ("heading", 3, 3),
        ("data", 4, 23),
        ("formula", 4, 23),
    ]


def test_damaged_files_end_in_a_refusal_or_a_scan(made, rules: ScanRules) -> None:
    chance = random.Random(20261122)
    pieces = (b"<", b"</c>", b'r="A0"', b"XFD1048577", b"-1", b"1e999", b"\xff", b"&#0;", b"9" * 99)
    parts = unpacked(made(plan))
    for _ in range(150):
        broken = dict(parts)
        part = chance.choice(list(broken))
        where = chance.randrange(len(broken[part]) + 1)
        cut = chance.choice((0, 1, 40))
        broken[part] = broken[part][:where] + chance.choice(pieces) + broken[part][where + cut :]
        with contextlib.suppress(InputRefused):
            scan_workbook(open_upload("plan.xlsx", packed(broken)), rules)


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def rewrite(data: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """The workbook with one part changed by a regular expression, or added if it is not there."""
    parts = unpacked(data)
    parts[part] = re.sub(old, new, parts[part]) if part in parts else new
    return packed(parts)


def test_apart_the_scan_is_the_same(made, rules: ScanRules) -> None:
    def by(author: str):
        def fill(book) -> None:
            plan(book)
            book.set_properties({"author": author, "created": datetime(2026, 1, 11)})

        return fill

    worker, here, apart = Worker(), Coder(b"k" * 32), Coder(b"k" * 32)
    words, errors = BookingWords(load_columns(CONTENT)), IntakeErrors()

    def scanned(opened: OpenedFile, limits: Limits) -> tuple[WorkbookScan, bytes]:
        taker = PrintTaker(apart, words)
        return scan_apart(
            opened, rules, taker, errors=errors, limits=limits, coder=apart, worker=worker
        )

    try:
        for name, author in (("a.xlsx", "Ann"), ("b.xlsx", "Bob"), ("c.xlsx", "Ann")):
            opened = open_upload(name, made(by(author)))
            prints = PrintTaker(here, words)
            told = scan_workbook(opened, rules, coder=here, prints=prints)
            assert prints.taken is not None
            assert scanned(opened, Limits()) == (told, print_to_bytes(prints.taken))
        assert apart.state() == here.state()
        with pytest.raises(InputRefused) as caught:
            scanned(opened, Limits(max_scan_cells=50))
    finally:
        worker.close()
    assert caught.value.problems[0].code == "too_many_cells"
