"""The interview workbook out of the app, filled in by LibreOffice, and back into the app."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Download, Page, expect

from readiness.workspace.answers import answer
from readiness.workspace.results import state
from tests.browser.prepared import begun, store_of
from tests.browser.seeing import go, pick, settled, until
from tests.browser.serving import Server
from tests.report.office import converted
from tests.workspace.filling import fill

pytestmark = pytest.mark.browser


def test_out_filled_in_by_libreoffice_and_back_in_with_a_conflict_resolved(
    server: Server, page: Page, tmp_path: Path
) -> None:
    with store_of(server) as session:
        made = begun(session, "Offline")
        answer(session, made, "OPM-1", "team", level=2, basis="document", note="memo")
    go(page, server.url("report", assessment=made), "Interview workbook")
    pick(page, "Whose questions", re.compile("The team .team., with the answers"))
    got: list[Download] = []

    def is_the_teams() -> bool:
        with page.expect_download() as coming:
            page.get_by_role("button", name="Interview workbook (Excel)").click()
        got.append(coming.value)
        return "interview-team" in coming.value.suggested_filename

    until(is_the_teams)  # the choice reaches the server a moment after the list has closed
    typed = {
        "OPM-1": ("d", "record seen"),
        "OPM-2": ("c", "said", "as told, 0,5 of it"),
        "OPM-3": ("b",),
    }
    filled = fill(got[-1].path().read_bytes(), "TEAM", typed)
    back = tmp_path / "back.xlsx"
    back.write_bytes(converted({"back": filled}, tmp_path)["back"])
    with store_of(server) as session:
        answer(session, made, "OPM-1", "team", level=5)

    page.locator('input[type="file"]').last.set_input_files(back)
    expect(page.get_by_role("heading", name="back.xlsx: 2 differences")).to_be_visible()
    expect(page.get_by_text("OPM-3: say what was seen")).to_be_visible()
    take = page.get_by_role("button", name=re.compile("^Import"))
    expect(take).to_be_disabled()
    settled(page)
    page.get_by_text("Take the workbook's", exact=True).click()
    expect(page.get_by_role("button", name="Import 2 answers")).to_be_enabled()
    settled(page)
    page.get_by_role("button", name="Import 2 answers").click()
    expect(page.get_by_text("2 answers imported from back.xlsx")).to_be_visible()
    with store_of(server) as session:
        said = {r.capability: (r.level, r.note) for r in state(session, made).assessment.responses}
    assert said == {"OPM-1": (4, "memo"), "OPM-2": (3, "as told, 0,5 of it")}
