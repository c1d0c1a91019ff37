"""The map of one sheet of a scheduling workbook: where its signs lie, never what stands there."""

import re
from collections import Counter
from collections.abc import Sequence

import plotly.graph_objects as go

from readiness.domain.addresses import column_letters, column_number
from readiness.domain.scan import CellFinding, MapBlock, SheetScan
from readiness.report.figure_look import INK, LINE, QUIET, layout
from readiness.report.scan_signs import Sign, rank_of, sign_of

DATA, FORMULA, HEADING = "#F1F4F6", "#DFEBF5", "#C9D3DC"
FRAME, LABELLED = "#5E9CC9", 2
LEGEND_BELOW = {
    "orientation": "h",
    "yref": "container",  # below the plot it would stay where it was when the window grows
    "yanchor": "bottom",
    "y": 0,
    "x": 0,
    "itemsizing": "constant",
    "maxheight": 600,
}
LEAST_ROWS, LEAST_COLUMNS = 12, 8
MOST_STILL = 60
"""More rows than that and the map can be drawn closer."""
SIZE, SPREAD, LEGEND_LINE = 11, 0.3, 12
Spot = tuple[int, int, int, int]
"""First row and column, last row and column, from 1."""
_ADDRESS = re.compile(r"([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?")


def place(address: str) -> Spot:
    """First row and column, last row and column of an address in A1 notation, from 1.

    Raises ValueError for a text that is no address.
    """
    found = _ADDRESS.fullmatch(address)
    if found is None:
        raise ValueError(f"{address!r} is no address")
    first_row, first_column = int(found[2]), column_number(found[1])
    if found[3] is None:
        return first_row, first_column, first_row, first_column
    return first_row, first_column, int(found[4]), column_number(found[3])


def placed(findings: Sequence[CellFinding], sheet: str) -> list[CellFinding]:
    """The findings of a sheet that have an address: those that the map can show."""
    return [f for f in findings if f.sheet == sheet and f.address and _ADDRESS.fullmatch(f.address)]


def in_words(findings: Sequence[CellFinding], sheet: str) -> str:
    """The map in a sentence, for those who do not see it."""
    counts: dict[str, int] = {}
    for finding in sorted(placed(findings, sheet), key=lambda f: rank_of(f.kind)):
        words = sign_of(finding.kind).words
        counts[words] = counts.get(words, 0) + finding.count
    said = ", ".join(f"{words}: {count}" for words, count in counts.items())
    return f"Map of the sheet {sheet}. {said or 'No sign with an address'}."


def scan_map(sheet: SheetScan, findings: Sequence[CellFinding]) -> go.Figure:
    """Columns on top, rows downwards; grey data, framed formulas, a symbol for each sign.

    A range has its mark in the middle and a line from its first to its last cell. Signs of one
    cell stand side by side. Hover shows the address and the kind of sign, never content. The
    legend shows and hides; a long sheet can be drawn closer with the mouse.
    """
    shown = placed(findings, sheet.name)
    spots = [place(f.address or "") for f in shown]
    rows = max([LEAST_ROWS, sheet.rows, *(spot[2] for spot in spots)])
    columns = max([LEAST_COLUMNS, sheet.columns, *(spot[3] for spot in spots)])
    figure = go.Figure()
    for block in sheet.blocks:
        _block(figure, block)
    marks = list(zip(shown, spots, _beside(spots), strict=True))
    for kind in sorted({f.kind for f in shown}, key=rank_of):
        figure.add_trace(_marks(sign_of(kind), [mark for mark in marks if mark[0].kind == kind]))
    height = min(720, max(320, 90 + 14 * rows)) + LEGEND_LINE * len(figure.data)
    figure.update_layout(
        layout(height, left=40, right=8, top=28, legend=LEGEND_BELOW, showlegend=True)
    )
    _axes(figure, rows, columns)
    return figure


def _block(figure: go.Figure, block: MapBlock) -> None:
    """A rectangle; formulas have a frame and their name, so that grey print keeps them apart."""
    is_formula = block.kind == "formula"
    figure.add_shape(
        type="rect",
        x0=block.first_column - 0.5,
        x1=block.last_column + 0.5,
        y0=block.first_row - 0.5,
        y1=block.last_row + 0.5,
        fillcolor={"data": DATA, "formula": FORMULA, "heading": HEADING}[block.kind],
        line={"width": 1 if is_formula else 0, "color": FRAME, "dash": "dot"},
        layer="below",
    )
    if block.kind == "data":
        return
    first, last = column_letters(block.first_column), column_letters(block.last_column)
    span = first if first == last else f"{first}:{last}"
    wide = block.last_column - block.first_column >= LABELLED
    figure.add_annotation(
        x=block.first_column - 0.45,
        y=block.first_row - 0.5 if is_formula else (block.first_row + block.last_row) / 2,
        text=(f"formulas {span}" if wide else "formulas") if is_formula else "heading",
        xanchor="left",
        yanchor="bottom" if is_formula else "middle",
        showarrow=False,
        font={"size": 11, "color": "#0B5C7D" if is_formula else QUIET},
    )


def _beside(spots: Sequence[Spot]) -> list[float]:
    """How far each mark moves aside so that those of one cell can all be seen."""
    together = Counter(spots)
    met: Counter[Spot] = Counter()
    moved = []
    for spot in spots:
        step = min(SPREAD, 0.8 / together[spot])
        moved.append(step * (met[spot] - (together[spot] - 1) / 2))
        met[spot] += 1
    return moved


def _axes(figure: go.Figure, rows: int, columns: int) -> None:
    step = max(1, -(-columns // 26))
    shared = {
        "automargin": True,
        "gridcolor": LINE,
        "zeroline": False,
        "showline": True,
        "mirror": True,
        "linecolor": "#8795A1",
    }
    figure.update_xaxes(
        range=[0.5, columns + 0.5],
        tickvals=list(range(1, columns + 1, step)),
        ticktext=[column_letters(n) for n in range(1, columns + 1, step)],
        side="top",
        fixedrange=True,
        **shared,
    )
    figure.update_yaxes(
        range=[rows + 1.8, 0.2],
        tickformat="d",
        fixedrange=rows <= MOST_STILL,
        ticklabelstandoff=8,
        **shared,
    )


def _marks(sign: Sign, found: Sequence[tuple[CellFinding, Spot, float]]) -> go.Scatter:
    count = sum(finding.count for finding, _, _ in found)
    x: list[float | None] = []
    y: list[float | None] = []
    sizes: list[int] = []
    said: list[str] = []
    for finding, (top, left, bottom, right), aside in found:
        is_range = (top, left) != (bottom, right)
        ends = [(left, top), ((left + right) / 2, (top + bottom) / 2), (right, bottom)]
        for column, row in ends if is_range else ends[1:2]:
            is_mark = (column, row) == ends[1]
            x.append(column + aside)
            y.append(row)
            sizes.append(SIZE if is_mark else 0)
            said.append(f"{finding.address}: {sign.words}" if is_mark else "")
        if is_range:
            x.append(None)
            y.append(None)
            sizes.append(0)
            said.append("")
    is_open = sign.symbol.endswith("open")
    return go.Scatter(
        x=x,
        y=y,
        mode="lines+markers" if None in x else "markers",
        connectgaps=False,
        line={"width": 2, "color": sign.colour},
        name=f"{sign.words} ({count})",
        marker={
            "symbol": sign.symbol,
            "size": sizes,
            "opacity": 1,
            "color": sign.colour,
            "line": {"width": 2, "color": sign.colour} if is_open else {"width": 1, "color": INK},
        },
        hovertext=said,
        hoverinfo="text",
    )
