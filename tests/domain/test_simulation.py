"""What a simulation accepts (formats, *Simulation parameters*)."""

from typing import Any

import pytest
from pydantic import ValidationError

from readiness.domain.simulation import NoStarts, SiteDown
from tests.stress.slots import parameters


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"warm_up_days": 1095}, "shorter than horizon_days"),
        ({"process_days": {10: 0.7, 11: 0.2}}, "must add up to 1"),
        ({"process_days": {0: 1.0}, "changeover_days": 0}, "cannot both be 0"),
        ({"sites": [{"name": "A", "suites": 1}] * 2}, "same name"),
        ({"sites": []}, "at least 1 item"),
        ({"shocks": [{"kind": "site_down", "site": "B", "from_day": 1}]}, "no site is called B"),
        ({"shocks": [{"kind": "flood", "from_day": 1}]}, "'demand', 'site_down'"),
        ({"release_days": {"minimum": 9, "median": 7, "p90": 10}}, "must not fall"),
        ({"release_days": {"minimum": 7, "median": 7, "p90": 8}}, "leaves no room"),
        ({"demand_per_year": float("inf")}, "finite"),
        ({"failure_rate": 1.2}, "less than or equal to 1"),
        ({"max_attempts": 3}, "1 or 2"),
        ({"replications": 1}, "greater than or equal to 2"),
        ({"repications": 20}, "not permitted"),
    ],
)
def test_what_cannot_be_is_refused(changes: dict[str, Any], says: str) -> None:
    with pytest.raises(ValidationError, match=says):
        parameters(**changes)


def test_the_cycle_of_a_suite() -> None:
    given = parameters(process_days={10: 0.7, 11: 0.2, 12: 0.1}, changeover_days=1)
    assert given.mean_cycle() == pytest.approx(0.7 * 10 + 0.2 * 11 + 0.1 * 12 + 1)
    assert parameters(sites=[{"name": n, "suites": 3} for n in "AB"]).suites() == 6


def test_a_spell_ends_where_it_says() -> None:
    stop = NoStarts(kind="no_starts", from_day=10, days=3)
    assert [stop.holds(d) for d in (9.9, 10, 12.9, 13)] == [False, True, True, False]
    assert SiteDown(kind="site_down", site="A", from_day=10).holds(1e9)
