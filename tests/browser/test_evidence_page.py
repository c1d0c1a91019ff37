"""The way of a file through the Evidence page (screens 8, checks 14 to 18)."""

import csv
import io
import re
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from readiness.store import StoredFile
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
    take,
    written,
)
from tests.browser.prepared import begun, store_of
from tests.browser.seeing import go, page_source, pick, settled
from tests.browser.serving import Server
from tests.files.making import xlsx

pytestmark = pytest.mark.browser


@pytest.fixture
def fresh(server: Server, page: Page) -> Callable[[str], str]:
    """Opens the Evidence page of a new assessment."""

    def opened(name: str) -> str:
        with store_of(server) as session:
            made = begun(session, name)
        go(page, server.url("evidence", assessment=made), "What do our own records show?")
        return made

    return opened


def kept(server: Server, assessment: str) -> list[StoredFile]:
    with store_of(server) as session:
        return evidence.kept(session, assessment)


COUNTED = "31 rows counted in D1, 12 counted over, 2 left out"


def days(count: int, start: date = date(2026, 1, 5)) -> list[date]:
    return [start + timedelta(days=3 * n) for n in range(count)]


def test_check_14_dates_that_fit_both_orders_wait_for_a_choice(
    server: Server, page: Page, fresh: Callable[[str], str], tmp_path: Path
) -> None:
    made = fresh("Both orders")
    rows = [deviation(n, f"{1 + n % 12:02}/{1 + n % 11:02}/2026") for n in range(30)]
    drop(page, written(tmp_path / "both orders.csv", rows))
    go_on_to_columns(page)
    question = page.get_by_text(re.compile("day first or month first.*so we do not guess"))
    expect(question).to_be_visible()
    expect(confirm_button(page)).to_be_disabled()
    page.get_by_test_id("stRadioOption").filter(
        has_text=re.compile("day first", re.IGNORECASE)
    ).click()
    expect(confirm_button(page)).to_be_enabled()
    confirm_button(page).click()
    expect(ready(page, "both orders.csv")).to_be_visible()
    settled(page)
    [file] = kept(server, made)
    assert file.name == "both orders.csv"


def test_check_15_three_bad_rows_are_named_and_nothing_is_stored(
    server: Server, page: Page, fresh: Callable[[str], str], tmp_path: Path
) -> None:
    made = fresh("Bad rows")
    rows = [deviation(n, day.isoformat()) for n, day in enumerate(days(20))]
    for n, wrong in {4: "soon", 9: "31.02.26", 15: "week 12"}.items():
        rows[n] = deviation(n, wrong)
    file = tmp_path / "bad rows.xlsx"
    file.write_bytes(xlsx({"Log 2026": [list(HEADINGS), *map(list, rows)]}))
    drop(page, file)
    go_on_to_columns(page)
    confirm_button(page).click()
    expect(page.get_by_text("3 rows stop this file.")).to_be_visible()
    lines = page.locator(".rd-table tbody tr")
    expect(lines).to_have_count(3)
    for line, row in zip(lines.all(), (6, 11, 17), strict=True):
        where, found, expected, advice = line.locator("td").all_inner_texts()
        assert f"Log 2026 ! {row}" in where
        assert "Date Discovered" in where
        assert "This is no date" in found
        assert "YYYY-MM-DD" in expected
        assert len(advice) > 3
    expect(page.get_by_role("heading", name="bad rows.xlsx", exact=True)).to_be_visible()
    assert kept(server, made) == []

    with page.expect_download() as told:
        page.get_by_role("button", name="Download the list (.csv)").click()
    text = Path(told.value.path()).read_text(encoding="utf-8-sig")
    listed = list(csv.DictReader(io.StringIO(text)))
    assert [(r["File"], r["Sheet"], r["Row"], r["Column"]) for r in listed] == [
        ("bad rows.xlsx", "Log 2026", row, "Date Discovered") for row in ("6", "11", "17")
    ]
    assert all(r["Found"] and r["Expected"] and r["What to do"] for r in listed)
    expect(page.get_by_text("three problems, not stored")).to_be_visible()


def test_bad_rows_may_be_left_out_with_a_reason(
    server: Server, page: Page, fresh: Callable[[str], str], tmp_path: Path
) -> None:
    made = fresh("Left out")
    rows = [deviation(n, day.isoformat()) for n, day in enumerate(days(20))]
    rows[4] = deviation(4, "soon")
    rows[7] = deviation(7, "later")
    drop(page, written(tmp_path / "left out.csv", rows))
    go_on_to_columns(page)
    confirm_button(page).click()
    page.get_by_label("Why may these rows be left out?").fill("test entries")
    page.get_by_role("button", name="Leave out 2 rows").click()
    expect(confirm_button(page)).to_be_visible()
    settled(page)
    confirm_button(page).click()
    expect(ready(page, "left out.csv")).to_be_visible()
    page.get_by_text("3 Left out (2)").click()
    expect(page.get_by_role("cell", name="test entries")).to_be_visible()
    assert len(kept(server, made)) == 1


def test_check_16_next_quarters_layout_needs_one_click(
    server: Server, page: Page, fresh: Callable[[str], str], tmp_path: Path
) -> None:
    made = fresh("Two quarters")
    first = [
        deviation(n, day.isoformat(), severity="Cat 3" if n % 4 == 0 else "Minor")
        for n, day in enumerate(days(20))
    ]
    drop(page, written(tmp_path / "first quarter.csv", first))
    go_on_to_columns(page)
    # A class that nobody knows is listed with its count, and a person says what it means.
    expect(page.get_by_text("Cat 3 · 5×")).to_be_visible()
    page.get_by_label("Meaning of Cat 3").click()
    page.get_by_role("option", name="critical").click()
    expect(page.get_by_text("✓ chosen by you")).to_be_visible()
    settled(page)
    confirm_button(page).click()
    expect(ready(page, "first quarter.csv")).to_be_visible()
    settled(page)
    second = [
        deviation(100 + n, day.isoformat(), severity="Cat 3")
        for n, day in enumerate(days(20, date(2026, 4, 6)))
    ]
    drop(page, written(tmp_path / "second quarter.csv", second))
    expect(page.get_by_text("Its columns are those that you confirmed before")).to_be_visible()
    page.get_by_role("button", name="Measure it").click()
    expect(ready(page, "second quarter.csv")).to_be_visible()
    expect(page.get_by_text("Window:")).to_be_visible()
    files = kept(server, made)
    assert [file.name for file in files] == ["first quarter.csv", "second quarter.csv"]
    assert intake.mapping_of(files[1]).values == {"severity": {"Cat 3": "critical"}}


def test_month_sheets_and_an_overlapping_export_count_each_record_once(
    server: Server, page: Page, fresh: Callable[[str], str], tmp_path: Path
) -> None:
    made = fresh("Months")
    # Nothing is made after March, so that a log that ends in April covers all that counts.
    batches = [(f"P{10 + n:03}", f"2026-{1 + n % 3:02}-15") for n in range(12)]
    take(page, written(tmp_path / "batches.csv", batches, ("Lot", "Process Start")))
    file = tmp_path / "Deviations 2026.xlsx"
    sheets = {
        month: [
            list(HEADINGS),
            *(list(deviation(10 * m + n, f"2026-{m:02}-{n + 1:02}")) for n in range(10)),
        ]
        for m, month in enumerate(("Jan", "Feb", "Mar"), start=1)
    }
    sheets["Feb"].append(["Total", "", "", "", "10", "", ""])
    file.write_bytes(xlsx(sheets))
    drop(page, file)
    expect(page.get_by_text("3 sheets belong together: Jan … Mar, 30 rows")).to_be_visible()
    go_on_to_columns(page)
    confirm_button(page).click()
    # What was left out is looked at before the figures.
    expect(page.get_by_role("cell", name="subtotal or total")).to_be_visible()
    page.get_by_role("button", name="On to the measurements").click()
    later = [deviation(39, "2026-03-10", cause="Label"), deviation(40, "2026-04-01")]
    drop(page, written(tmp_path / "April.csv", later))
    page.get_by_role("button", name="Measure it").click()
    said = "1 record of Deviations 2026.xlsx is also in April.csv, counted once: 0 agree, 1 differ"
    expect(page.get_by_text(said)).to_be_visible()

    # 30 records on three sheets, two more in April, one of them known: 31 over the twelve batches.
    pick(page, "Show the rows behind", re.compile("^D1"))
    expect(page.get_by_role("heading", name=COUNTED)).to_be_visible()
    settled(page)
    page.get_by_role("radio", name="Left out (2)").click()
    expect(page.get_by_role("cell", name=re.compile("counted in April.csv, row 2"))).to_be_visible()
    settled(page)
    with page.expect_download() as told:
        page.get_by_role("button", name="Download all lists (.csv)").click()
    listed = list(csv.DictReader(io.StringIO(Path(told.value.path()).read_text("utf-8-sig"))))
    assert Counter(line["Counted"] for line in listed) == {"yes": 31, "counted over": 12, "no": 2}
    out = [line for line in listed if line["Counted"] == "no"]
    assert {(line["Sheet"], line["Row"]) for line in out} == {("Feb", "12"), ("Mar", "11")}
    hashes = {file.name: file.sha256 for file in kept(server, made)}
    assert all(line["SHA-256 of the file"] == hashes[line["File"]] for line in listed)


def test_one_upload_of_a_slot_plan_is_scanned_and_read(
    server: Server, page: Page, fresh: Callable[[str], str]
) -> None:
    made = fresh("Both ways")
    scan(page, EXAMPLE / "Slot plan v31.xlsx")
    page.get_by_role("button", name="Read its bookings as well").click()
    expect(page.get_by_text("2 files ready")).to_be_visible()
    settled(page)
    assert [file.kind for file in kept(server, made)] == ["workbook", "bookings"]


def test_records_that_read_alike_count_once_a_person_confirms(
    server: Server, page: Page, fresh: Callable[[str], str], tmp_path: Path
) -> None:
    made = fresh("Alike")
    alarm, label = "Quillfeather heard the wash pump alarm", "Vial label smudged by Quillfeather"
    texts = [alarm] * 8 + [label] * 4
    rows = [
        deviation(n, day.isoformat(), cause="", text=text)
        for n, (day, text) in enumerate(zip(days(12), texts, strict=True))
    ]
    rows += [deviation(20 + n, day.isoformat()) for n, day in enumerate(days(2))]
    drop(page, written(tmp_path / "no causes.csv", rows))
    go_on_to_columns(page)
    confirm_button(page).click()
    expect(page.get_by_text("2 groups of records without a cause read alike.")).to_be_visible()
    expect(page.get_by_role("cell", name="DEV-000")).to_be_visible()
    assert "Quillfeather" not in page_source(page)
    assert kept(server, made) == []
    keep = page.get_by_role("button", name=re.compile("^Keep the file"))
    expect(keep).to_be_disabled()
    for group, said in ((1, "The same again"), (2, "Not the same")):
        asked = page.get_by_role("radiogroup", name=re.compile(f"of group {group} the same event"))
        asked.get_by_text(said, exact=True).click()
        settled(page)
    page.get_by_role("button", name="Keep the file with 1 confirmed group", exact=True).click()
    expect(ready(page, "no causes.csv")).to_be_visible()
    line = page.locator(".rd-table tbody tr", has_text="D3")
    # eight alarms: seven again; four labels alone; two with a cause but no step count nowhere
    expect(line).to_contain_text("7 of 12")
    expect(line).to_contain_text("12 of 12 have no cause: compared by description")
    stored = [file for file in server.data_dir.rglob("*") if file.is_file()]
    assert not any(b"Quillfeather" in file.read_bytes() for file in stored)


def test_the_same_file_twice_is_already_here(
    server: Server, page: Page, fresh: Callable[[str], str], tmp_path: Path
) -> None:
    made = fresh("Twice")
    rows = [deviation(n, day.isoformat()) for n, day in enumerate(days(12))]
    file = written(tmp_path / "log.csv", rows)
    take(page, file)
    page.locator('input[type="file"]').set_input_files(file)
    page.get_by_role("button", name="Measure it").click()
    expect(page.get_by_text(re.compile("already here"))).to_be_visible()
    settled(page)
    assert len(kept(server, made)) == 1


def test_check_17_the_map_and_the_addresses_of_a_workbook_agree(
    server: Server, page: Page, fresh: Callable[[str], str], tmp_path: Path
) -> None:
    fresh("Map")
    book = EXAMPLE / "Slot plan v31.xlsx"
    scan(page, book)
    for sheet in ("Plan", "Bookings", "Key"):
        page.get_by_test_id("stMain").get_by_role("radio", name=re.compile(rf"^{sheet} \(")).click()
        heading = page.get_by_role("heading", name=re.compile(f"signs on {sheet}"))
        expect(heading).to_be_visible()
        settled(page)
        assert addresses_on_the_map(page) == addresses_in_the_list(page)
    with page.expect_download() as told:
        page.get_by_role("button", name=re.compile(r"^All \d+ of the file")).click()
    listed = Path(told.value.path()).read_text(encoding="utf-8-sig")
    for secret in secrets_of(book):
        assert secret not in page_source(page)
        assert secret not in listed


def addresses_on_the_map(page: Page) -> Counter[str]:
    """From the points of the chart, each of which says its address when it is hovered."""
    said = page.locator(".js-plotly-plot").evaluate(
        "plot => plot.data.flatMap(trace => Array.from(trace.hovertext))"
    )
    return Counter(str(one).partition(": ")[0] for one in said if one)


def addresses_in_the_list(page: Page) -> Counter[str]:
    lines = page.locator(".rd-table", has=page.get_by_role("columnheader", name="Where"))
    cells = lines.locator("tbody td:nth-child(2)").all_inner_texts()
    each = [one for cell in cells for one in cell.split(", ")]
    return Counter(one for one in each if re.fullmatch(r"[A-Z]+\d+(:[A-Z]+\d+)?", one))


def secrets_of(book: Path) -> list[str]:
    """What stands on the very hidden sheet beside the codes of patients."""
    rows = openpyxl.load_workbook(book)["Key"].iter_rows(min_row=2, min_col=2, values_only=True)
    return [str(cell) for row in rows for cell in row if cell]


def test_check_18_a_figure_that_could_be_three_levels_says_what_it_takes(
    server: Server, page: Page
) -> None:
    from readiness.workspace.demo import open_example

    with store_of(server) as session:
        made = open_example(session)
    go(page, server.url("evidence", assessment=made), "Batch register.xlsx")
    page.get_by_test_id("stRadioOption").filter(has_text="Rebooking log.csv").click()
    line = page.locator(".rd-table tbody tr", has_text="S8")
    expect(line).to_be_visible()
    dot, badge = line.locator("u.rd-hollow"), line.locator(".rd-badge.rd-unknown")
    expect(dot).to_have_css("background-color", "rgb(255, 255, 255)")
    expect(badge).to_have_text("?")
    expect(badge).to_have_css("border-top-style", "dashed")
    counts = line.locator("td").nth(5)
    expect(counts).to_contain_text("no")
    expect(counts).to_contain_text(re.compile(r"\d+ more"))


BAD_FILES = {
    "a program": ("log.csv", b"MZ\x90\x00\x03\x00\x00\x00\xff\xff\x00\x00", "This is no table"),
    "an empty file": ("empty.csv", b"", "The file holds nothing"),
    "a picture called a log": ("scan.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(64), "This is no table"),
    "half a workbook": ("half.xlsx", b"PK\x03\x04" + bytes(64), "was not read"),
}


@pytest.mark.parametrize("case", BAD_FILES)
def test_a_file_that_cannot_be_a_log_is_refused_with_advice(
    server: Server, page: Page, fresh: Callable[[str], str], tmp_path: Path, case: str
) -> None:
    made = fresh(f"Refused {case}")
    name, content, said = BAD_FILES[case]
    file = tmp_path / name
    file.write_bytes(content)
    page.locator('input[type="file"]').set_input_files(file)
    expect(page.get_by_role("alert").filter(has_text=said)).to_contain_text(f"{name} was not read")
    expect(page.get_by_text("Nothing of it was stored")).to_be_visible()
    assert kept(server, made) == []
    page.get_by_role("button", name="Put it away").click()
    expect(page.get_by_role("heading", name="What do our own records show?")).to_be_visible()


def test_text_without_known_headings_asks_what_it_is(
    server: Server, page: Page, fresh: Callable[[str], str], tmp_path: Path
) -> None:
    made = fresh("Unknown headings")
    drop(page, written(tmp_path / "minutes.csv", [("1", "2")], ("Topic", "Owner")))
    expect(page.get_by_role("alert")).to_contain_text("No known kind of log has these headings")
    assert kept(server, made) == []


def test_a_column_that_is_missing_is_asked_for(
    server: Server, page: Page, fresh: Callable[[str], str], tmp_path: Path
) -> None:
    made = fresh("Missing column")
    rows = [
        deviation(n, day.isoformat())[:1] + deviation(n, "")[2:] for n, day in enumerate(days(9))
    ]
    headings = [h for h in HEADINGS if h != "Date Discovered"]
    drop(page, written(tmp_path / "no dates.csv", rows, headings))
    go_on_to_columns(page)
    expect(page.get_by_text(re.compile("Still needed: .*iscovered"))).to_be_visible()
    expect(confirm_button(page)).to_be_disabled()
    assert kept(server, made) == []


def test_a_type_that_is_no_log_is_turned_away_by_the_uploader(
    server: Server, page: Page, fresh: Callable[[str], str], tmp_path: Path
) -> None:
    made = fresh("Wrong type")
    file = tmp_path / "minutes.docx"
    file.write_bytes(b"PK\x03\x04")
    page.locator('input[type="file"]').set_input_files(file)
    expect(page.get_by_text(re.compile("not allowed"))).to_be_visible()
    assert kept(server, made) == []
