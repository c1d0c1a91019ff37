"""What names a patient in a file that is dropped is nowhere afterwards."""

import sqlite3
import zlib
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.workbook.defined_name import DefinedName
from playwright.sync_api import Page, expect

from readiness.workspace import evidence, intake
from tests.browser.dropping import (
    EXAMPLE,
    HEADINGS,
    confirm_button,
    deviation,
    drop,
    go_on_to_columns,
    ready,
    scan,
    written,
)
from tests.browser.prepared import answered, store_of
from tests.browser.seeing import drawn, page_source
from tests.browser.serving import Server
from tests.browser.test_pages import PAGES

pytestmark = pytest.mark.browser
NAME, SURNAME, BORN, MAIL = "Zofia", "Wrzesniewska", "1961-04-17", "zofia.w@patients.example"
RECORD = "4471208936"
SECRETS = (SURNAME, BORN, MAIL, "17.04.1961", RECORD)
WHO = f"{NAME} {SURNAME}, born {BORN}, MRN {RECORD}"
"""Name, birth date and record number, as they are planted in every place of a workbook."""


def log_with_a_patient(file: Path) -> Path:
    rows = []
    for n in range(24):
        text = f"Alarm; call {NAME} {SURNAME}".replace(";", ",") if n == 3 else "Alarm overnight"
        row = deviation(n, f"2026-{1 + n % 9:02}-{10 + n % 18:02}", text=text)
        rows.append((*row, f"{NAME} {SURNAME}", BORN, MAIL))
    return written(file, rows, (*HEADINGS, "Patient", "Date of birth", "Contact"))


def plan_with_a_patient(file: Path) -> Path:
    """The example's plan, in which somebody wrote down whom a slot is for."""
    book = openpyxl.load_workbook(EXAMPLE / "Slot plan v31.xlsx")
    sheet = book["Plan"]
    sheet["P5"] = "Patient"
    for row, value in enumerate((f"{NAME} {SURNAME}", BORN, MAIL, "17.04.1961", WHO), 6):
        sheet.cell(row, 16, value)
    sheet["P5"].comment = Comment(f"ask {WHO}", "planner")
    assert sheet.oddFooter is not None
    sheet.oddFooter.center.text = WHO
    apart = book.create_sheet("Apart")
    apart.sheet_state = "hidden"
    apart.append(["Patient", "Date of birth", "MRN"])
    apart.append([f"{NAME} {SURNAME}", BORN, RECORD])
    book.defined_names[f"slot_of_{NAME}_{SURNAME}"] = DefinedName(
        f"slot_of_{NAME}_{SURNAME}", attr_text="Plan!$A$6"
    )
    book.properties.subject = WHO
    book.save(file)
    return file


def bytes_of(folder: Path) -> Iterator[bytes]:
    """Every file as it is, and every value of the store, unpacked where it is packed."""
    for path in folder.rglob("*"):
        if path.is_file():
            yield path.read_bytes()
    for store in folder.rglob("*.sqlite"):
        with sqlite3.connect(f"file:{store}?mode=ro", uri=True) as connection:
            names = connection.execute("select name from sqlite_master where type = 'table'")
            for (table,) in names.fetchall():
                for row in connection.execute(f'select * from "{table}"'):  # noqa: S608 - names of our own tables
                    for value in row:
                        yield unpacked(value)
        connection.close()


def unpacked(value: object) -> bytes:
    if not isinstance(value, bytes):
        return str(value).encode()
    try:
        return zlib.decompress(value)
    except zlib.error:
        return value


def test_a_patient_in_a_file_is_nowhere_afterwards(
    own_server: Server, page: Page, tmp_path: Path
) -> None:
    with store_of(own_server) as session:
        made = answered(session, "Patients", 5)
    page.goto(own_server.url("evidence", assessment=made))
    drawn(page)
    drop(page, log_with_a_patient(tmp_path / "log.csv"))
    go_on_to_columns(page)
    sources = [page_source(page)]
    confirm_button(page).click()
    expect(ready(page, "log.csv")).to_be_visible()
    scan(page, plan_with_a_patient(tmp_path / "Slot plan v32.xlsx"))
    sources.append(page_source(page))
    with store_of(own_server) as session:
        [_, plan] = evidence.kept(session, made)
    found = intake.scan_of(plan)
    assert found is not None
    assert {"name", "birth_date", "record_number", "email"} <= set(found.identifiable)
    places = {"cell", "hidden_cell", "comment", "defined_name", "property", "margin"}
    assert places <= set(found.identifiable_places)
    for name in PAGES:
        page.goto(own_server.url(name, assessment=made))
        drawn(page)
        sources.append(page_source(page))
    with page.expect_download() as told:
        page.goto(own_server.url("report", assessment=made))
        drawn(page)
        page.get_by_role("button", name="Gap report (Excel)").click()
    report = tmp_path / told.value.suggested_filename
    told.value.save_as(report)
    book = openpyxl.load_workbook(report)
    cells = "\n".join(str(c.value) for s in book for row in s.iter_rows() for c in row if c.value)
    log = own_server.log.read_text(encoding="utf-8")
    held = list(bytes_of(own_server.data_dir))
    assert len(held) > 100
    for secret in SECRETS:
        assert not [source for source in (*sources, cells, log) if secret in source], secret
        assert not [part[:80] for part in held if secret.encode() in part], secret
