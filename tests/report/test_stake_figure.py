"""Impact against lock-in: where each bubble stands, and how large it is."""

from fractions import Fraction

import pytest

from readiness.domain.planned import Stake
from readiness.report.stake_figure import LARGEST, impact_against_lock_in, placed


def stake(id: str, impact: int, lock_in: int, effort: int, band: str = "next") -> Stake:
    said = {"id": id, "name": id, "impact": impact, "lock_in": lock_in, "effort": effort}
    return Stake.model_validate(said | {"priority": Fraction(30), "band": band})


def test_lock_in_goes_across_and_impact_up():
    assert [(x, y) for x, y, _ in placed([stake("A", 5, 2, 4)])] == [(2, 5)]


def test_bubbles_of_one_place_stand_apart_around_it():
    found = placed([stake(f"G{n}", 3, 4, 1) for n in range(7)])
    spots = {(round(x, 3), round(y, 3)) for x, y, _ in found}
    assert len(spots) == 7
    assert all(abs(x - 4) < 0.5 and abs(y - 3) < 0.5 for x, y in spots)


def test_the_area_is_the_work_and_the_colour_the_band():
    stakes = (stake("A", 5, 2, 16, "act now"), stake("B", 1, 1, 4))
    first, second = impact_against_lock_in(stakes).data
    assert (first.name, second.name) == ("act now", "next")
    # A quarter of the work has a quarter of the area, so half the width.
    assert first.marker.size[0] == pytest.approx(LARGEST)
    assert second.marker.size[0] == pytest.approx(LARGEST / 2)
    assert list(first.text) == ["A"]
    assert not impact_against_lock_in(()).data
