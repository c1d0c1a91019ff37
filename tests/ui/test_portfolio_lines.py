"""The page Portfolio: empty, with two, and with rounds; names from outside stay text."""

import pytest

from readiness.domain.errors import ReadinessError
from readiness.ui import state
from readiness.workspace import outlines
from readiness.workspace.answers import answer
from readiness.workspace.assessments import create
from readiness.workspace.rounds import next_round
from readiness.workspace.session import Session
from tests.ui.desk import Opener, choose, drawn, press


def test_with_fewer_than_two_it_says_what_it_is_for(look: Opener, begun: str) -> None:
    app = look("portfolio")
    assert not app.exception
    assert any("Begin another assessment first" in m.value for m in app.markdown)
    assert not app.get("plotly_chart")


def test_where_they_stand_as_picture_and_table(look: Opener, desk: Session, begun: str) -> None:
    answer(desk, begun, "OPM-1", "team", level=2)
    other = create(desk, "Birch", "in_vivo", "pivotal")
    answer(desk, other, "OPM-1", "team", level=1)
    create(desk, "Not begun", "in_vivo", "pivotal")
    app = look("portfolio")
    assert not app.exception
    [chart] = app.get("plotly_chart")
    assert "The lowest score is 1.00: Birch" in chart.proto.alt
    page = drawn(app)
    assert "Two sites and products: 2 with too little known for a level." in page
    assert "Alder &lt;b&gt;Bridge&lt;/b&gt; *x*" in page
    assert f"result?assessment={other}" in page
    assert page.index("Birch") < page.index("Alder"), "the lowest first"
    assert "Not in these figures (1)" in [e.label for e in app.expander]


def test_rounds_say_how_the_index_moved(look: Opener, desk: Session, begun: str) -> None:
    create(desk, "Birch", "in_vivo", "pivotal")
    answer(desk, begun, "OPM-1", "team", level=2)
    app = choose(look("portfolio"), "Part of the portfolio", "Rounds")
    assert any("no assessment here has an earlier round" in m.value.lower() for m in app.markdown)
    second = next_round(desk, begun)
    answer(desk, second, "OPM-1", "team", level=1)
    app = choose(look("portfolio"), "Part of the portfolio", "Rounds")
    assert not app.exception
    page = drawn(app)
    assert "2.00 → 1.00" in page
    assert "▼ 1.00" in page
    assert f"rounds?assessment={second}" in page
    assert any("0 rose, 1 fell, 0 stood still" in m.value for m in app.markdown)


def test_one_that_cannot_be_judged_is_named(
    look: Opener, desk: Session, begun: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(desk, begun, "OPM-1", "team", level=2)
    answer(desk, create(desk, "Birch", "in_vivo", "pivotal"), "OPM-1", "team", level=2)

    def broken(*_: object) -> None:
        raise ReadinessError("not to be read")

    monkeypatch.setattr(outlines, "_outlined", broken)
    app = look("portfolio", portfolio_left_out=True)
    assert not app.exception
    assert "not to be read" in drawn(app)


def test_the_page_joins_the_navigation_once_there_are_two(
    look: Opener, desk: Session, begun: str
) -> None:
    app = look("assessments")
    assert app.session_state[state.SEVERAL] == (None, False)
    create(desk, "Second", "autologous", "phase_1")
    app = press(app, "Continue")
    assert app.session_state[state.SEVERAL] == (begun, True), "asked again at another assessment"
