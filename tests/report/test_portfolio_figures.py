"""The pictures of a portfolio hold exactly the figures, and say what is not known."""

from dataclasses import replace
from fractions import Fraction

from readiness.domain.portfolio import RoundPoint
from readiness.report.portfolio_figures import (
    ROUNDS,
    WORST,
    common_gaps_figure,
    heat_map,
    rounds_figure,
)
from readiness.workspace.portfolio import common_gaps
from tests.domain.test_outline import made
from tests.made import questionnaire
from tests.workspace.test_portfolio import lacks, line


def test_the_heat_map_prints_each_score_and_a_question_mark() -> None:
    lines = [
        line("a", dimensions={"OPM": Fraction(7, 3), "CTL": None}),
        line("b", dimensions={"OPM": Fraction(1)}),
    ]
    [trace] = heat_map(lines, {"OPM": "Operating", "CTL": "Control"}).data
    assert [list(row) for row in trace.text] == [["2.33", "?"], ["1.00", "?"]]
    assert [list(row) for row in trace.z] == [[7 / 3, None], [1.0, None]]
    assert trace.hovertext[0][1] == "Title a<br>Control: not known"


def test_rounds_are_drawn_by_their_days_for_so_many_as_the_eye_follows() -> None:
    points = tuple(
        RoundPoint("r", "Round", made().as_of, 2, index) for index in (Fraction(2), None)
    )
    figure = rounds_figure([replace(line(f"{n}"), rounds=points) for n in range(ROUNDS + 2)])
    assert len(figure.data) == ROUNDS
    assert list(figure.data[0].y) == [2.0]


def test_bars_are_stacked_by_urgency_and_only_the_worst_are_drawn() -> None:
    content = questionnaire()
    ids = list(content.capabilities)[: WORST + 3]
    gaps = common_gaps(
        [lacks("a", act_now=dict.fromkeys(ids, 1)), lacks("b", next={ids[0]: 1})], content
    )
    act, following = common_gaps_figure(gaps).data
    assert (act.name, following.name) == ("act now", "next")
    assert len(act.x) == WORST
    assert (act.x[0], following.x[0], following.x[1]) == (1, 1, 0)
