"""The pictures show the plan's own figures."""

from fractions import Fraction

import pytest

from readiness.domain.planned import Open
from readiness.report.plan_figures import burn_down, gantt, months_of, who_is_full
from tests.report.plans import plan

WAVES = {0: "Stop and fix", 1: "Visibility", 4: "The rest"}


def test_a_bar_an_action_in_the_colour_of_its_wave():
    figure = gantt(plan(), WAVES)
    bars = [trace for trace in figure.data if trace.type == "bar"]
    assert [bar.name for bar in bars] == ["0 Stop and fix", "4 The rest"]
    assert [(bar.base[0], bar.x[0]) for bar in bars] == [(0, 3), (2, 4)]
    assert bars[0].text[0] == "1→3  Head of QA"
    # X needs QMS-3: a line from week 3 in the first row to week 2 in the second.
    (elbow,) = (trace for trace in figure.data if trace.type == "scatter")
    assert list(elbow.x) == [3, 3, 2, None]
    # The frozen week is a stripe.
    assert [(shape.x0, shape.x1) for shape in figure.layout.shapes] == [(6, 7)]


def test_the_burn_down_is_made_of_steps():
    steps = (Open(week=0, priority=Fraction(50)), Open(week=3, priority=Fraction(20)))
    (line,) = burn_down(plan(burn_down=steps)).data
    assert (list(line.x), list(line.y)) == ([0, 3, 8], [50, 20, 20])
    assert line.line.shape == "hv"


def test_who_is_full_gathers_four_weeks_and_leaves_out_rests():
    # Weeks 0 to 3: 4 * 0.5 of 4 * 0.75; weeks 4 to 7 without the frozen week 6: 3 of each.
    assert months_of(plan(), "QA") == [(2.0, 3.0), (1.5, 2.25)]
    (cells,) = who_is_full(plan()).data
    assert cells.z[0][0] == pytest.approx(2 / 3)
    assert list(cells.text[0]) == ["2", "1.5"]
