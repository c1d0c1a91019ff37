"""Today's slack: a small delay, and the same once more in the same week."""

import pytest
from pydantic import TypeAdapter

from readiness.domain.errors import Stopped
from readiness.domain.simulation import Shock
from readiness.stress.slack import slack
from tests.stress.slots import parameters

SHOCK: TypeAdapter[Shock] = TypeAdapter(Shock)
WORLD = parameters(
    demand_per_year=20,
    replications=30,
    horizon_days=700,
    clinic={"slack_days": 4, "next_opening_days": 14},
)


def release(add_days: float) -> tuple[Shock, Shock]:
    """Two delays of release in the same two weeks."""
    said = {"kind": "release_delay", "add_days": add_days, "from_day": 300, "days": 14}
    return SHOCK.validate_python(said), SHOCK.validate_python(said)


def test_the_second_delay_costs_a_clinic_date_where_the_first_used_the_slack() -> None:
    # Slack of 4 days: 3 late keeps the date, 6 late misses it by 14; 1 and 2 late both keep it.
    used, spare = slack(WORLD, [release(3), release(1)])
    assert used.alone.value == pytest.approx(0, abs=1e-9)
    assert used.extra.low > 0
    assert used.both.value == pytest.approx(used.extra.value)
    assert used.hardest == pytest.approx(14)
    assert (spare.both.value, spare.hardest) == (pytest.approx(0, abs=1e-9), 0)


def test_progress_counts_all_delays_and_stops() -> None:
    seen: list[tuple[int, int]] = []

    def note(done: int, of: int) -> bool:
        seen.append((done, of))
        return True

    slack(WORLD, [release(3), release(1)], note)
    assert seen[0] == (0, 60)
    assert seen[-1] == (59, 60)
    with pytest.raises(Stopped, match="Delay 2 of 2"):
        slack(WORLD, [release(3), release(1)], lambda done, _: done < 40)
