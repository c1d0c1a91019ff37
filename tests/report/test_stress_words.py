"""The simulation told in words."""

import pytest

from readiness.domain.base import remade
from readiness.domain.simulated import Doses, Interval, Slack, Step, Story
from readiness.domain.simulation import Clinic
from readiness.report.stress_words import (
    clinic_in_words,
    doses_in_words,
    fullest_in_words,
    loads_in_words,
    queue_in_words,
    slack_in_words,
    story_in_words,
)
from readiness.stress.loads import loads
from readiness.stress.simulate import simulate
from tests.stress.slots import parameters

SHOCK = {"kind": "site_down", "site": "A", "from_day": 400, "days": 60}
GIVEN = parameters(replications=4, demand_per_year=20, warm_up_days=100, shocks=[SHOCK])
SHOCKED, USUAL = simulate(GIVEN), simulate(remade(GIVEN, shocks=()))


def exactly(value: float) -> Interval:
    """An interval without width."""
    return Interval(value=value, low=value, high=value)


def costing(alone: float, both: float, extra: float, hardest: float) -> Slack:
    """A small delay that costs exactly so many days."""
    return Slack(alone=exactly(alone), both=exactly(both), extra=exactly(extra), hardest=hardest)


def test_words_of_the_queue() -> None:
    words = queue_in_words(SHOCKED, USUAL)
    assert "Without shocks" in words
    assert "weeks after the last shock has ended" in words
    assert "shock" not in queue_in_words(USUAL, None)
    lost = SHOCKED.model_copy(
        update={"recovery_weeks": SHOCKED.recovery_weeks.model_copy(update={"weeks": None})}  # type: ignore[union-attr]  # every shock of this world ends
    )
    assert queue_in_words(lost, USUAL).endswith("never comes back to its usual length.")


def test_words_of_the_load() -> None:
    found = loads(parameters(replications=4, demand_per_year=16, warm_up_days=100))
    assert found.knee is not None
    assert f"at about {found.loads[found.knee].factor:g} times" in loads_in_words(found)
    flat = found.model_copy(update={"knee": None})
    assert loads_in_words(flat).startswith("Waiting does not tip")


def test_the_bottleneck_has_a_name_also_where_nothing_is_full() -> None:
    assert fullest_in_words(USUAL).startswith("Nothing is full; used most: suites, 5")
    full = simulate(parameters(replications=2, demand_per_year=60, warm_up_days=300))
    assert fullest_in_words(full) == "The bottleneck is suites: used 91 % of the time."


def test_the_second_delay_of_a_week_tells_the_slack() -> None:
    # Of domain 8.5: 3 days alone, 17 together.
    words = slack_in_words("a late reagent", costing(3, 17, 11, 14))
    assert words == (
        "A late reagent costs 3.0 patient-days; the same once more in that week, 17.0 patient-days "
        "together, 11.0 more than each by itself: the first uses up the slack. The patient hit "
        "hardest waits 14.0 days more than the two delays explain."
    )
    calm = slack_in_words("a late reagent", costing(0, 0, 0, 0))
    assert calm.startswith("A late reagent costs nobody a day")
    assert calm.endswith("there is slack for both.")


def test_slack_at_the_clinic() -> None:
    words = clinic_in_words(Clinic(slack_days=4, next_opening_days=14))
    assert words == (
        "A delay of up to 4 days keeps the date at the clinic; one day more costs 14 days."
    )
    assert "ready at any time" in clinic_in_words(None)


def test_campaigns_and_weeks_without_a_dose() -> None:
    doses = Doses(stock_by_day=(0, 9, 5, 7), stock_out_weeks=exactly(1.5), campaigns=exactly(4))
    assert doses_in_words(doses, 3, 1) == (
        "4.0 campaigns of 3 batches begin in the two years. The mean stock falls to 5.0 doses at "
        "the lowest; no dose is there in 1.5 weeks."
    )


@pytest.mark.parametrize(
    ("both_start", "why"), [(17, "one behind the other"), (11, "lost after it")]
)
def test_one_patient_in_four_worlds(both_start: float, why: str) -> None:
    def step(world: str, started: float, treated: float) -> Step:
        return Step(world=world, collected=9, started=started, treated=treated)

    steps = (
        step("neither", 10, 31),
        step("first", 11, 31),
        step("second", 10, 33),
        step("both", both_start, 47),
    )
    told = story_in_words(Story(replication=0, patient=3, steps=steps), "one", "two")
    assert "collected on day 9.0 and given back on day 31.0" in told[0]
    assert "0.0 and 2.0 days later" in told[1]
    assert "With both it is day 47.0: 14.0 days more" in told[2]  # 47 - 31 - 33 + 31
    assert why in told[2]
