"""Files dropped on the Evidence page, and the way through its steps."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.browser.seeing import settled

EXAMPLE = Path(__file__).parents[2] / "examples" / "northgate" / "evidence"
HEADINGS = (
    "Record No.",
    "Date Discovered",
    "Classification",
    "Date Closed",
    "Lot Number",
    "Root Cause Category",
    "Short Description",
)


def deviation(n: int, discovered: str, closed: str = "", **other: str) -> tuple[str, ...]:
    """A row of a deviation log."""
    return (
        f"DEV-{n:03}",
        discovered,
        other.get("severity", "Minor"),
        closed,
        other.get("batch", f"P{10 + n % 12:03}"),
        other.get("cause", "Equipment"),
        other.get("text", "Alarm overnight"),
    )


def written(file: Path, rows: Iterable[Sequence[str]], headings: Sequence[str] = HEADINGS) -> Path:
    """A file of text with semicolons, as many systems export it."""
    lines = [";".join(line) for line in [headings, *rows]]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


def drop(page: Page, *files: Path) -> None:
    """Give files to the uploader; the last one is the one that is looked at."""
    page.locator('input[type="file"]').set_input_files(list(files))
    expect(page.get_by_role("heading", name=files[-1].name, exact=True)).to_be_visible()
    settled(page)


def go_on_to_columns(page: Page) -> None:
    """From *What it is* to *Columns*."""
    page.get_by_role("button", name="Looks right, go on to columns").click()
    expect(confirm_button(page)).to_be_visible()
    settled(page)


def confirm_button(page: Page) -> Locator:
    """The button that makes a mapping hold."""
    return page.get_by_role("button", name=re.compile(r"^Confirm \d+ columns$"))


def ready(page: Page, file: str) -> Locator:
    """The line of a kept file in the list."""
    return page.get_by_text(re.compile(rf"✓ {re.escape(file)}"))


def take(page: Page, file: Path) -> None:
    """Drop a log, confirm what was recognised, and wait until it is kept."""
    drop(page, file)
    go_on_to_columns(page)
    confirm_button(page).click()
    expect(ready(page, file.name)).to_be_visible()
    window = page.get_by_text("Window:")
    onward = page.get_by_role("button", name="On to the measurements")
    expect(window.or_(onward).first).to_be_visible()
    if onward.is_visible():  # rows were left out, and are looked at first
        onward.click()
    expect(window).to_be_visible()
    settled(page)


def scan(page: Page, file: Path) -> None:
    """Drop a scheduling workbook and have it looked at from inside."""
    drop(page, file)
    page.get_by_role("button", name="Scan it").click()
    expect(ready(page, file.name)).to_be_visible()
    expect(page.get_by_text("Cell contents were not stored")).to_be_visible()
    settled(page)
