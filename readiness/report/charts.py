"""Native charts with their points cached, so that a viewer that recalculates nothing draws them."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal, TypeVar

from openpyxl.chart import BarChart, ScatterChart
from openpyxl.chart.data_source import (
    AxDataSource,
    NumData,
    NumDataSource,
    NumRef,
    NumVal,
    StrData,
    StrRef,
    StrVal,
)
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.legend import Legend
from openpyxl.chart.marker import Marker
from openpyxl.chart.series import Series, SeriesLabel, XYSeries
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import CharacterProperties, Font, Paragraph, ParagraphProperties

from readiness.report.cells import Page, plain
from readiness.report.styles import FONT, GREY, INK, LINE

Chart = TypeVar("Chart", BarChart, ScatterChart)
Point = int | float | Fraction | None


@dataclass(frozen=True)
class Numbers:
    """A range of numbers and what stands in it now; None is a point that is not drawn.

    ``reference`` None: the chart holds the figures itself.
    """

    reference: str | None
    points: Sequence[Point]
    format: str = "General"


@dataclass(frozen=True)
class Words:
    """A range of labels, None for none, and what stands in it now."""

    reference: str | None
    points: Sequence[str]


@dataclass(frozen=True)
class Drawn:
    """One series: its name, figures and colour; ``across`` only in a scatter."""

    name: str
    values: Numbers
    colour: str
    across: Numbers | None = None
    labels: str | None = None


def bars(labels: Words, series: Sequence[Drawn], highest: int | None) -> BarChart:
    """Horizontal bars, the first label on top; the value axis begins at 0."""
    chart = BarChart()
    chart.type, chart.grouping, chart.gapWidth = "bar", "clustered", 45
    chart.overlap = 0
    for drawn in series:
        chart.series.append(_series(drawn, labels))
    chart.x_axis.scaling.orientation = "maxMin"
    chart.y_axis.scaling.min = 0
    chart.y_axis.crosses = "max"
    if highest is not None:
        chart.y_axis.scaling.max = highest
        chart.y_axis.majorUnit = 1
    chart.legend = Legend() if len(series) > 1 else None
    if chart.legend is not None:
        chart.legend.position = "b"
    return _dressed(chart)


def spans(labels: Words, begins: Sequence[Point], series: Sequence[Drawn]) -> BarChart:
    """Bars in time: each stands where its invisible begin ends, and belongs to one series.

    Without a legend, which would name what is not drawn: the labels say what a colour says.
    """
    chart = bars(labels, (Drawn("Begin", Numbers(None, begins), LINE), *series), highest=None)
    chart.grouping, chart.overlap = "stacked", 100
    chart.series[0].graphicalProperties = GraphicalProperties(noFill=True)
    chart.legend = None
    return chart


def scatter(series: Sequence[Drawn], across: str, upward: str) -> ScatterChart:
    """Markers without lines, a series a band."""
    chart = ScatterChart()
    chart.style, chart.scatterStyle = 13, "lineMarker"
    symbols: tuple[Literal["diamond", "square", "triangle", "circle"], ...] = (
        "diamond",
        "square",
        "triangle",
        "circle",
    )
    for number, drawn in enumerate(series):
        points = XYSeries(
            xVal=AxDataSource(**_numbers(drawn.across)) if drawn.across else None,
            yVal=NumDataSource(**_numbers(drawn.values)),
            tx=SeriesLabel(v=drawn.name),
        )
        points.marker = Marker(symbol=symbols[number % 4], size=8)
        points.marker.graphicalProperties = GraphicalProperties(solidFill=drawn.colour)
        points.graphicalProperties = GraphicalProperties(ln=LineProperties(noFill=True))
        chart.series.append(points)
    chart.x_axis.title, chart.y_axis.title = across, upward
    chart.x_axis.scaling.min = 0
    chart.y_axis.scaling.min, chart.y_axis.scaling.max = 1, 5
    chart.y_axis.majorUnit = 1
    chart.x_axis.number_format = chart.y_axis.number_format = "0"
    chart.legend = Legend()
    chart.legend.position = "b"
    return _dressed(chart)


def place(
    page: Page, chart: BarChart | ScatterChart, at: str, size: tuple[float, float], alt: str
) -> None:
    """Put a chart on a sheet: width and height in centimetres, and what it shows in a sentence."""
    chart.width = size[0]  # type: ignore[assignment] # its published types say whole centimetres
    chart.height = size[1]
    page.sheet.add_chart(chart, at)
    page.pictures.append(alt)


def _numbers(drawn: Numbers) -> dict[str, Any]:
    """The source of a series: a range with its points, or the points alone."""
    points = [
        NumVal(idx=n, v=repr(plain(value)))
        for n, value in enumerate(drawn.points)
        if value is not None
    ]
    cache = NumData(formatCode=drawn.format, ptCount=len(drawn.points), pt=points)
    if drawn.reference is None:
        return {"numLit": cache}
    return {"numRef": NumRef(f=drawn.reference, numCache=cache)}


def _series(drawn: Drawn, labels: Words) -> Series:
    cached = StrData(
        ptCount=len(labels.points),
        pt=[StrVal(idx=n, v=word) for n, word in enumerate(labels.points)],
    )
    series = Series(
        cat=AxDataSource(strRef=StrRef(f=labels.reference, strCache=cached))
        if labels.reference
        else AxDataSource(strLit=cached),
        val=NumDataSource(**_numbers(drawn.values)),
        tx=SeriesLabel(v=drawn.name),
    )
    series.graphicalProperties = GraphicalProperties(solidFill=drawn.colour)
    series.invertIfNegative = False
    if drawn.labels:
        series.dLbls = DataLabelList()
        series.dLbls.showVal = True
        series.dLbls.numFmt = drawn.labels
        for part in ("showSerName", "showCatName", "showLegendKey", "showPercent"):
            setattr(series.dLbls, part, False)
        series.dLbls.txPr = _letters(8)
    return series


def _letters(size: float, colour: str = INK) -> RichText:
    look = CharacterProperties(sz=int(size * 100), solidFill=colour, latin=Font(typeface=FONT))
    return RichText(p=[Paragraph(pPr=ParagraphProperties(defRPr=look), endParaRPr=look)])


def _dressed(chart: Chart) -> Chart:
    """Axes shown (the library hides them), quiet grid, plotted although its data are hidden."""
    chart.visible_cells_only = False
    chart.title = None
    for axis in (chart.x_axis, chart.y_axis):
        axis.delete = False
        axis.txPr = _letters(8)
        axis.majorTickMark = "none"
        axis.graphicalProperties = GraphicalProperties(ln=LineProperties(solidFill=LINE))
        if axis.title is not None and axis.title.tx and axis.title.tx.rich:
            for paragraph in axis.title.tx.rich.p:
                look = CharacterProperties(
                    sz=800, b=False, solidFill=GREY, latin=Font(typeface=FONT)
                )
                paragraph.pPr = ParagraphProperties(defRPr=look)
                for run in paragraph.r or ():
                    run.rPr = look
            axis.title.overlay = False
    lines = GraphicalProperties(ln=LineProperties(solidFill=LINE))
    if chart.y_axis.majorGridlines is not None:
        chart.y_axis.majorGridlines.spPr = lines
    if isinstance(chart, BarChart):
        chart.x_axis.majorGridlines = None
    elif chart.x_axis.majorGridlines is not None:
        chart.x_axis.majorGridlines.spPr = lines
    if chart.legend is not None:
        chart.legend.txPr = _letters(8)
    chart.graphical_properties = GraphicalProperties(ln=LineProperties(solidFill=LINE))
    return chart
