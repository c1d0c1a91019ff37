"""Named styles and colours of the workbook (the workbook specification, *Common to all sheets*)."""

from dataclasses import dataclass
from typing import Any, Literal

from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side
from openpyxl.styles.cell_style import StyleArray

from readiness.report.own_book import OwnBook, OwnCell, OwnSheet

FONT = "Arial"
INK, NAVY, TEAL, GREY = "22303A", "1F3A4D", "2A7F86", "6B7780"
WHITE, TILE, LINE, INPUT, PALE = "FFFFFF", "EEF1F4", "D5DCE0", "FFF8DC", "E6ECEF"
ALERT, CALM = "A33A0A", "1D6F5C"
LINK = "0B5C7D"
LEVEL_FILLS = ("9C3D0A", "E08A3C", "C3CAD1", "5E9CC9", "1B5E96")
LEVEL_INKS = (WHITE, INK, INK, INK, WHITE)
BandKey = Literal["act_now", "next", "plan", "watch"]
BAND_FILLS: dict[BandKey, str] = {
    "act_now": "9C3D0A",
    "next": "E08A3C",
    "plan": "8FB8D6",
    "watch": "DCE3E9",
}
BAND_INKS: dict[BandKey, str] = {"act_now": WHITE, "next": INK, "plan": INK, "watch": INK}

Horizontal = Literal["left", "center", "right"]


@dataclass(frozen=True)
class Look:
    """One named style; ``format`` is an Excel number format, ``open`` an unlocked input."""

    size: float = 10
    bold: bool = False
    italic: bool = False
    underline: bool = False
    ink: str = INK
    fill: str | None = None
    across: Horizontal = "left"
    up: Literal["top", "center", "bottom"] = "center"
    wrap: bool = False
    format: str = "General"
    below: str | None = LINE
    weight: Literal["hair", "thin", "medium"] = "hair"
    open: bool = False
    indent: int = 0


TILES: dict[str, Any] = {"fill": TILE, "below": None, "indent": 1}
INPUTS: dict[str, Any] = {"fill": INPUT, "below": "C9B458", "open": True}
BIG: dict[str, Any] = {"size": 17, "bold": True, "ink": NAVY}

LOOKS: dict[str, Look] = {
    "plain": Look(below=None),
    "title": Look(size=18, bold=True, ink=NAVY, below=None),
    "subtitle": Look(size=11, below=None),
    "muted": Look(ink=GREY, below=None),
    "note": Look(size=9, italic=True, ink=GREY, below=None),
    "small": Look(size=8, ink=GREY, below=None),
    "section": Look(size=12, bold=True, ink=NAVY, below=TEAL, weight="medium"),
    "head": Look(size=9, bold=True, ink=WHITE, fill=NAVY, wrap=True, below=None),
    "head_open": Look(size=9, bold=True, ink=WHITE, fill=NAVY, below=None),
    "head_wrap": Look(size=9, bold=True, ink=WHITE, fill=NAVY, wrap=True, below=None, indent=1),
    "head_mid": Look(
        size=9, bold=True, ink=WHITE, fill=NAVY, wrap=True, below=None, across="center"
    ),
    "head_week": Look(size=7, ink=WHITE, fill=NAVY, below=None, across="center"),
    "group": Look(bold=True, ink=NAVY, fill=TILE),
    "group_2": Look(bold=True, ink=NAVY, fill=TILE, format="0.00", across="center"),
    "body": Look(),
    "body_bold": Look(bold=True),
    "wrap": Look(size=9, wrap=True, up="top", indent=1),
    "wrap_bold": Look(size=9, wrap=True, up="top", bold=True),
    "wrap_mid": Look(size=9, wrap=True, up="top", across="center"),
    "fine": Look(size=8, wrap=True, up="top", indent=1),
    "line": Look(size=9),
    "line_link": Look(size=9, ink=LINK, underline=True),
    "top": Look(size=9, up="top"),
    "top_mid": Look(size=9, up="top", across="center"),
    "top_0": Look(size=9, up="top", across="center", format="0"),
    "top_1": Look(size=9, up="top", across="center", format="0.0"),
    "top_2": Look(size=9, up="top", across="center", format="0.00"),
    "top_day": Look(size=9, up="top", across="center", format="yyyy-mm-dd"),
    "top_percent": Look(size=9, up="top", across="center", format="0%"),
    "top_value": Look(size=9, up="top", across="center", format="0.0##"),
    "top_link": Look(size=9, up="top", ink=LINK, underline=True),
    "mid": Look(across="center"),
    "mid_bold": Look(across="center", bold=True),
    "mid_0": Look(across="center", format="0"),
    "mid_1": Look(across="center", format="0.0"),
    "mid_2": Look(across="center", format="0.00"),
    "mid_share": Look(across="center", format="0%"),
    "value": Look(across="center", format="0.0##"),
    "day": Look(across="center", format="yyyy-mm-dd"),
    "link": Look(ink=LINK, underline=True),
    "mark": Look(size=11, across="center"),
    "tile": Look(**TILES),
    "tile_label": Look(**TILES, size=8, ink=GREY, up="bottom"),
    "tile_note": Look(**TILES, size=8, ink=GREY, up="top"),
    "tile_words": Look(**TILES, size=15, bold=True, ink=NAVY),
    "tile_level": Look(**TILES, **BIG, format='0" of 5"'),
    "tile_0": Look(**TILES, **BIG, format="0"),
    "tile_2": Look(**TILES, **BIG, format="0.00"),
    "tile_share": Look(**TILES, **BIG, format="0%"),
    "input": Look(**INPUTS),
    "input_mid": Look(**INPUTS, across="center"),
    "input_0": Look(**INPUTS, across="center", format="0"),
    "input_2": Look(**INPUTS, across="center", format="0.00##"),
    "input_share": Look(**INPUTS, across="center", format="0%"),
    "input_value": Look(**INPUTS, across="center", format="0.0##"),
    "input_day": Look(**INPUTS, across="center", format="yyyy-mm-dd"),
    "input_top_0": Look(**INPUTS, size=9, across="center", up="top", format="0"),
    "input_top": Look(**INPUTS, size=9, up="top", wrap=True),
    "input_words": Look(**INPUTS, size=9, up="top", wrap=True, format="@"),
    "input_top_day": Look(**INPUTS, size=9, across="center", up="top", format="yyyy-mm-dd"),
}


def _named(name: str, look: Look) -> NamedStyle:
    style = NamedStyle(name=f"rd_{name}")
    style.font = Font(
        name=FONT,
        size=look.size,
        bold=look.bold,
        italic=look.italic,
        underline="single" if look.underline else None,
        color=look.ink,
    )
    if look.fill:
        style.fill = PatternFill("solid", fgColor=look.fill)
    if look.below:
        style.border = Border(bottom=Side(style=look.weight, color=look.below))
    style.alignment = Alignment(
        horizontal=look.across, vertical=look.up, wrap_text=look.wrap, indent=look.indent
    )
    style.number_format = look.format
    style.protection = Protection(locked=not look.open)
    return style


def new_book() -> tuple[OwnBook, dict[str, StyleArray]]:
    """A workbook with the named styles, and the style of each by its name, for cells to share.

    The default font is one present everywhere: Arial and Liberation Sans have the same metrics.
    """
    workbook = OwnBook(Font(name=FONT, size=10, color=INK))
    shared = {}
    for name, look in LOOKS.items():
        workbook.add_named_style(_named(name, look))
        # On a sheet that the workbook does not hold.
        cell = OwnCell(OwnSheet(workbook), row=1, column=1)
        cell.style = f"rd_{name}"
        shared[name] = cell.own_style()
    return workbook, shared
