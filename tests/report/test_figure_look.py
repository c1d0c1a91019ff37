"""Every chart of the screen has the same letters and ground, and its own legend."""

from readiness.report.figure_look import FONT, INK, LEGEND_ABOVE, layout
from readiness.report.figures import Dots, dot_plot


def test_a_chart_adds_what_is_its_own() -> None:
    made = layout(250, right=12, top=24, legend=LEGEND_ABOVE)
    assert made["height"] == 250
    assert made["margin"] == {"l": 8, "r": 12, "t": 24, "b": 8}
    assert made["legend"] == LEGEND_ABOVE
    assert layout(1, left=40, right=0, top=0)["margin"]["l"] == 40


def test_the_dot_plot_wears_it() -> None:
    drawn = dot_plot([Dots("OPM", 2, None, 2)], {1: "heroic"}).layout
    assert (drawn.font.family, drawn.font.color) == (FONT, INK)
    assert drawn.paper_bgcolor == "rgba(0,0,0,0)"
    assert drawn.showlegend is False
    assert drawn.height == 34 + 34 * 1 + 30
