"""Paper, protection and colour rules (the workbook specification, *Common to all sheets*)."""

from collections.abc import Mapping
from typing import Literal

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Border, Font, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.numbers import NumberFormat

from readiness.report.cells import Page
from readiness.report.styles import (
    ALERT,
    BAND_FILLS,
    BAND_INKS,
    CALM,
    FONT,
    LEVEL_FILLS,
    LEVEL_INKS,
    LINE,
    BandKey,
)

MET, NOT_MET = "✓ met", "✗ not met"
MISSED_FORMATS = ("0", "0.00", "0%")
"""Each needs a number of its own in the file."""
PAPERS = {"A4": 9, "A3": 8}
FOOTER = "Operational readiness gap report"
ALLOWED = ("formatCells", "formatColumns", "formatRows", "autoFilter")


def print_page(
    page: Page,
    *,
    paper: Literal["A4", "A3"] = "A4",
    landscape: bool = True,
    scale: int | None = None,
    area: str | None = None,
    rows: str | None = None,
    columns: str | None = None,
    tall: int = 0,
    footer: str = FOOTER,
) -> None:
    """Paper, margins, footer and repeated headings.

    ``scale``: percent; without one the sheet is fitted to one page across, where manual breaks do
    not hold. ``tall``: pages down at most, 0 for as many as it takes.
    """
    sheet = page.sheet
    sheet.page_setup.paperSize = PAPERS[paper]
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    margins = sheet.page_margins
    margins.left = margins.right = margins.top = margins.header = margins.footer = 0.45
    margins.bottom = 0.65
    if scale is None:
        assert sheet.sheet_properties.pageSetUpPr is not None
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, tall
    else:
        sheet.page_setup.scale = scale
    if area:
        sheet.print_area = area
    if rows:
        sheet.print_title_rows = rows
    if columns:
        sheet.print_title_cols = columns
    # A digit after the size would be read as part of it: each part begins with a letter.
    for part, words in (("left", footer), ("center", page.title), ("right", "Page &P of &N")):
        place = getattr(sheet.oddFooter, part)
        place.text, place.size, place.font = words, 8, f"{FONT},Regular"


def protect(page: Page) -> None:
    """Formulas and figures locked, inputs open, no password; formats and filters stay free."""
    protection = page.sheet.protection
    protection.sheet = True
    for act in ALLOWED:
        setattr(protection, act, False)  # False means allowed


def _rule(
    page: Page, cells: str, formula: str, ink: str, fill: str | None, shown: str | None = None
) -> None:
    look = DifferentialStyle(font=Font(color=ink, bold=True))
    if fill is not None:
        look.fill = PatternFill("solid", bgColor=fill, fgColor=fill)
    if shown is not None:
        look.numFmt = NumberFormat(
            numFmtId=200 + MISSED_FORMATS.index(shown), formatCode=f'"✗ "{shown}'
        )
    rule = Rule(type="expression", dxf=look, formula=[formula], stopIfTrue=True)
    page.sheet.conditional_formatting.add(cells, rule)


def colour_when(page: Page, cells: str, formula: str, ink: str, fill: str | None = None) -> None:
    """Colour cells where the formula holds; the words in them say the same."""
    _rule(page, cells, formula, ink, fill)


def colour_levels(page: Page, cells: str, first: str) -> None:
    """The colours of levels 1 to 5; the digit stands in the cell. ``first``: the top left cell."""
    for level, (fill, ink) in enumerate(zip(LEVEL_FILLS, LEVEL_INKS, strict=True), start=1):
        # Scores between two levels take the colour of the level reached.
        _rule(page, cells, f"AND(ISNUMBER({first}),INT({first})={level})", ink, fill)


def colour_bands(page: Page, cells: str, first: str, names: Mapping[BandKey, str]) -> None:
    """The colours of the bands; the word, one of ``names``, stands in the cell."""
    for band, name in names.items():
        formula = f'{first}="{name}"'
        _rule(page, cells, formula, BAND_INKS[band], BAND_FILLS[band])


def line_below(page: Page, cells: str, formula: str) -> None:
    """A hairline below rows where the formula holds, without a style on each empty cell."""
    look = DifferentialStyle(border=Border(bottom=Side(style="hair", color=LINE)))
    rule = Rule(type="expression", dxf=look, formula=[formula])
    page.sheet.conditional_formatting.add(cells, rule)


def mark_missed(page: Page, cells: str, formula: str, shown: str) -> None:
    """A figure that fails its condition: red, and a cross before it."""
    _rule(page, cells, formula, ALERT, None, shown)


def colour_states(page: Page, cells: str, first: str) -> None:
    """Met and not met; the sign stands in the cell."""
    _rule(page, cells, f'{first}="{MET}"', CALM, None)
    _rule(page, cells, f'{first}="{NOT_MET}"', ALERT, None)
