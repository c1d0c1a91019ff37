"""Charts: cached points, words for those who do not see them."""

import io
import zipfile

from readiness.report.charts import Drawn, Numbers, Words, bars, scatter
from readiness.report.facts import Facts


def test_unknown_points_are_left_out_of_the_cache() -> None:
    labels = Words("_calc!$A$1:$A$3", ["a", "b", "c"])
    chart = bars(labels, [Drawn("One", Numbers("_calc!$B$1:$B$3", [1, None, 2.5]), "1F3A4D")], 5)
    cache = chart.series[0].val.numRef.numCache
    assert cache.ptCount == 3
    assert [(p.idx, p.v) for p in cache.pt] == [(0, 1), (2, 2.5)]
    assert chart.legend is None
    assert chart.x_axis.delete is chart.y_axis.delete is False
    assert chart.visible_cells_only is False


def test_a_scatter_has_markers_and_no_line() -> None:
    across = Numbers("_calc!$A$1:$A$2", [1, 2])
    drawn = Drawn("One", Numbers("_calc!$B$1:$B$2", [3, 4]), "1F3A4D", across=across)
    chart = scatter([drawn], "Effort", "Severity")
    assert chart.series[0].marker.symbol == "diamond"
    assert chart.series[0].graphicalProperties.line.noFill


def test_every_chart_has_its_text_and_its_points(report: bytes, facts: Facts) -> None:
    with zipfile.ZipFile(io.BytesIO(report)) as archive:
        drawing = archive.read("xl/drawings/drawing1.xml").decode()
        charts = [archive.read(f"xl/charts/chart{n}.xml").decode() for n in (1, 2, 3)]
    assert drawing.count("descr=") == drawing.count("<cNvPr") == 3
    first = facts.gaps[0]
    assert any(f"First: {first.capability}" in text for text in (drawing,))
    for chart in charts:
        assert "numCache" in chart
        assert "radar" not in chart
    assert f"<v>{float(first.priority)!r}</v>" in charts[1] or first.capability in charts[1]
