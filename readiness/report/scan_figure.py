"""The map of one sheet of a scheduling workbook: where its signs lie, never what stands there."""

import re
from collections.abc import Sequence
from typing import NamedTuple

import plotly.graph_objects as go

from readiness.domain.scan import CellFinding, SheetScan

FONT, INK, LINE = "Source Sans", "#17212B", "#DCE3E9"
DATA, FORMULA, HEADING = "#F1F4F6", "#DFEBF5", "#C9D3DC"
CONFIG = {"displayModeBar": False}
LEAST_ROWS, LEAST_COLUMNS = 12, 8
_ADDRESS = re.compile(r"([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?")


class Sign(NamedTuple):
    """How a kind of sign is drawn and called."""

    words: str
    symbol: str
    colour: str


SIGNS = {
    "overwritten": Sign("formula overwritten by a value", "square", "#E69F00"),
    "error_cell": Sign("formula shows an error", "x", "#9C3D0A"),
    "identifiable": Sign("may identify somebody", "circle-open", "#CC79A7"),
    "double_booking": Sign("two bookings, one suite", "diamond", "#0072B2"),
    "text_date": Sign("date kept as text", "triangle-up-open", "#009E73"),
}
OTHER = Sign("another sign", "cross-thin-open", "#3D4B57")


def sign_of(kind: str) -> Sign:
    """The sign of a kind of finding."""
    return SIGNS.get(kind, OTHER)


def place(address: str) -> tuple[int, int, int, int]:
    """First row and column, last row and column of an address in A1 notation, from 1.

    Raises ValueError for a text that is no address.
    """
    found = _ADDRESS.fullmatch(address)
    if found is None:
        raise ValueError(f"{address!r} is no address")
    first_row, first_column = int(found[2]), _number(found[1])
    if found[3] is None:
        return first_row, first_column, first_row, first_column
    return first_row, first_column, int(found[4]), _number(found[3])


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - 64
    return number


def letters(number: int) -> str:
    """A for 1, AA for 27."""
    text = ""
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(65 + rest) + text
    return text


def placed(findings: Sequence[CellFinding], sheet: str) -> list[CellFinding]:
    """The findings of a sheet that have an address: those that the map can show."""
    return [f for f in findings if f.sheet == sheet and f.address and _ADDRESS.fullmatch(f.address)]


def in_words(findings: Sequence[CellFinding], sheet: str) -> str:
    """The map in a sentence, for those who do not see it."""
    counts: dict[str, int] = {}
    for finding in placed(findings, sheet):
        words = sign_of(finding.kind).words
        counts[words] = counts.get(words, 0) + finding.count
    said = ", ".join(f"{words}: {count}" for words, count in counts.items())
    return f"Map of the sheet {sheet}. {said or 'No sign with an address'}."


def scan_map(sheet: SheetScan, findings: Sequence[CellFinding]) -> go.Figure:
    """Columns on top, rows downwards; grey data, pale blue formulas, a symbol for each sign.

    Hover shows the address and the kind of sign, never content. The legend shows and hides.
    """
    shown = placed(findings, sheet.name)
    spots = [place(f.address or "") for f in shown]
    rows = max([LEAST_ROWS, sheet.rows, *(spot[2] for spot in spots)])
    columns = max([LEAST_COLUMNS, sheet.columns, *(spot[3] for spot in spots)])
    figure = go.Figure()
    for block in sheet.blocks:
        colour = {"data": DATA, "formula": FORMULA, "heading": HEADING}[block.kind]
        figure.add_shape(
            type="rect",
            x0=block.first_column - 0.5,
            x1=block.last_column + 0.5,
            y0=block.first_row - 0.5,
            y1=block.last_row + 0.5,
            fillcolor=colour,
            line={"width": 0},
            layer="below",
        )
    for words in dict.fromkeys(sign_of(f.kind).words for f in shown):
        mine = [(f, s) for f, s in zip(shown, spots, strict=True) if sign_of(f.kind).words == words]
        figure.add_trace(_marks(words, mine))
    figure.update_layout(
        height=min(720, max(320, 90 + 14 * rows)),
        margin={"l": 40, "r": 8, "t": 28, "b": 8},
        font={"family": FONT, "size": 13, "color": INK},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        legend={"orientation": "h", "yanchor": "top", "y": -0.02, "x": 0},
        hoverlabel={"bgcolor": "#FFFFFF", "font": {"family": FONT, "color": INK}},
    )
    _axes(figure, rows, columns)
    return figure


def _axes(figure: go.Figure, rows: int, columns: int) -> None:
    step = max(1, -(-columns // 26))
    figure.update_xaxes(
        range=[0.5, columns + 0.5],
        tickvals=list(range(1, columns + 1, step)),
        ticktext=[letters(n) for n in range(1, columns + 1, step)],
        side="top",
        automargin=True,
        gridcolor=LINE,
        zeroline=False,
        fixedrange=True,
        showline=True,
        mirror=True,
        linecolor="#8795A1",
    )
    figure.update_yaxes(
        range=[rows + 0.8, 0.2],
        tickformat="d",
        automargin=True,
        gridcolor=LINE,
        zeroline=False,
        fixedrange=True,
        showline=True,
        mirror=True,
        linecolor="#8795A1",
        ticklabelstandoff=8,
    )


def _marks(
    words: str, found: Sequence[tuple[CellFinding, tuple[int, int, int, int]]]
) -> go.Scatter:
    sign = sign_of(found[0][0].kind)
    count = sum(finding.count for finding, _ in found)
    return go.Scatter(
        x=[column for _, (_, column, _, _) in found],
        y=[row for _, (row, _, _, _) in found],
        mode="markers",
        name=f"{words} ({count})",
        marker={
            "symbol": sign.symbol,
            "size": 11,
            "color": sign.colour,
            "line": {"width": 1.5 if sign.symbol.endswith("open") else 1, "color": INK}
            if not sign.symbol.endswith("open")
            else {"width": 2, "color": sign.colour},
        },
        hovertext=[f"{finding.address}: {words}" for finding, _ in found],
        hoverinfo="text",
    )
