"""Pairs of shocks (method 10, *Cascade*)."""

import numpy as np
import pytest

from readiness.domain.base import remade
from readiness.domain.errors import Stopped
from readiness.stress.cascade import cascade
from readiness.stress.simulate import journeys
from tests.stress.slots import parameters

GIVEN = parameters(
    demand_per_year=22,
    replications=12,
    horizon_days=900,
    clinic={"slack_days": 4, "next_opening_days": 14},
    shocks=[
        {"kind": "no_starts", "from_day": 300, "days": 20},
        {"kind": "release_delay", "add_days": 3, "from_day": 300, "days": 60},
        {"kind": "release_delay", "add_days": 2, "from_day": 300, "days": 60},
    ],
)


def test_a_pair_costs_what_both_cost_less_each_alone() -> None:
    found = cascade(GIVEN)
    assert [(p.first, p.second) for p in found.pairs] == [(0, 1), (0, 2), (1, 2)]

    def waits(*shocks: int) -> np.ndarray:
        world = remade(GIVEN, shocks=tuple(GIVEN.shocks[i] for i in shocks))
        seen = journeys(world, 3)
        ended = np.array(seen.ended)
        return np.where(ended <= 900, ended - seen.requested, np.inf)

    # Nobody leaves, so that only the horizon cuts: of all replications one by hand.
    four = np.array([waits(), waits(1), waits(2), waits(1, 2)])
    kept = four[:, np.isfinite(four).all(axis=0)]
    # Slack of 4 days: 3 late or 2 late keep the date, 5 late miss it by 14 days.
    assert (kept[1] - kept[0]).sum() == 0
    assert (kept[2] - kept[0]).sum() == 0
    extra = (kept[3] - kept[0]).sum()
    assert extra > 0
    assert extra % 14 == pytest.approx(0, abs=1e-6)
    assert found.pairs[2].extra.days.value > 0
    assert found.alone[1].days.value == pytest.approx(0, abs=1e-9)


def test_the_story_is_of_the_patient_hurt_most_by_the_worst_pair() -> None:
    found = cascade(GIVEN)
    assert found.worst is not None
    worst = found.pairs[found.worst]
    assert worst.extra.days.value == max(p.extra.days.value for p in found.pairs)
    assert found.story is not None
    calm, one, other, both = found.story.steps
    assert [s.world for s in (calm, both)] == ["neither", "both"]
    assert both.treated > one.treated + other.treated - calm.treated
    assert calm.collected <= calm.started < calm.treated


def test_one_shock_makes_no_pair() -> None:
    with pytest.raises(ValueError, match="two shocks"):
        cascade(remade(GIVEN, shocks=GIVEN.shocks[:1]))


def test_shocks_that_do_not_touch_each_other_have_no_story() -> None:
    shocks = [
        {"kind": "release_delay", "add_days": 3, "from_day": 100, "days": 10},
        {"kind": "release_delay", "add_days": 3, "from_day": 500, "days": 10},
    ]
    found = cascade(parameters(demand_per_year=12, replications=3, shocks=shocks))
    assert found.pairs[0].extra.days.value == pytest.approx(0, abs=1e-9)
    assert found.story is None or found.worst is None


def test_a_cascade_can_be_stopped() -> None:
    with pytest.raises(Stopped):
        cascade(GIVEN, lambda done, of: done < 1)
