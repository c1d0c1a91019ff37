"""A figure keeps its own colours and says in words what one sees."""

import json

from streamlit.testing.v1 import AppTest

from readiness.report.figure_look import CONFIG


def page() -> None:
    import plotly.graph_objects as go

    from readiness.ui.picture import picture

    picture(go.Figure(go.Bar(y=[1, 2])), alt="Two bars, the second higher.", key="bars")


def test_a_figure_has_words_and_no_other_theme() -> None:
    [chart] = AppTest.from_function(page).run().get("plotly_chart")
    assert chart.proto.theme == ""
    assert json.loads(chart.proto.config) == CONFIG
    assert chart.proto.alt == "Two bars, the second higher."
