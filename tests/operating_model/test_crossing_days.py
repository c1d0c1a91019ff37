"""Pairs of shocks told to pairs of flows."""

from itertools import combinations

from readiness.domain.simulated import Cascade, Harm, Interval, Pair
from readiness.operating_model.crossing_days import crossing_days
from tests.made import questionnaire

RULES = questionnaire().intersections


def harm(days: float) -> Harm:
    spread = Interval(value=days, low=days - 1, high=days + 1)
    return Harm(days=spread, lost=spread)


def cascade(count: int, *extra: float) -> Cascade:
    pairs = tuple(
        Pair(first=i, second=j, together=harm(9), extra=harm(days))
        for (i, j), days in zip(combinations(range(count), 2), extra, strict=True)
    )
    alone = tuple(harm(1) for _ in range(count))
    return Cascade(replications=2, alone=alone, pairs=pairs, worst=None, story=None)


def test_the_pair_of_shocks_that_costs_most_speaks_for_two_flows() -> None:
    # Pairs in order: material and site 2, material and failures 5, site and failures 7. The
    # first two meet on materials and batch, so 5 counts; the third is on one flow and tries none.
    shocks = ["material_late", "site_down", "failures"]
    found = crossing_days(RULES, shocks, cascade(3, 2, 5, 7))
    assert {id: pair.extra.days.value for id, pair in found.items()} == {"materials-batch": 5}


def test_a_shock_without_a_flow_tries_no_pair() -> None:
    assert crossing_days(RULES, ["material_late", "unheard_of"], cascade(2, 3)) == {}
