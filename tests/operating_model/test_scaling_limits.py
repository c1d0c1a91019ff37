"""The lowest limit is the real capacity, by hand and by property."""

from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from readiness.domain.assessment import Profile
from readiness.domain.operating_result import CapacityResult
from readiness.domain.scaling_limits import ScalingLimit
from readiness.domain.slots import SlotFacts
from readiness.operating_model.scaling_limits import judge_limits
from tests.made import questionnaire

IDS = [dimension.id for dimension in questionnaire().dimensions]


def judged(
    volumes: dict[str, int], demand: int | None = None, slots: SlotFacts | None = None, **more: Any
) -> CapacityResult | None:
    profile = Profile(
        organisation="T", modality="autologous", stage="phase_1", demand_per_year=demand
    )
    said = [ScalingLimit(id=id, volume=volume, **more) for id, volume in volumes.items()]
    return judge_limits(questionnaire(), said, profile, slots)


def test_the_lowest_limit_by_hand() -> None:
    found = judged({"PRC": 60, "DOC": 24, "MAT": 36}, demand=120)
    assert found is not None
    assert (found.capacity, found.lowest) == (24, ("DOC",))
    assert found.share == Fraction(1, 5)  # 24 of 120
    assert [one.id for one in found.limits[:3]] == ["DOC", "MAT", "PRC"]
    assert len(found.limits) == 10
    assert {one.volume for one in found.limits[3:]} == {None}
    assert [one.is_enough for one in found.limits[:4]] == [False, False, False, None]


def test_equal_limits_are_both_the_lowest_and_the_demand_itself_is_enough() -> None:
    found = judged({"PRC": 30, "DOC": 30}, demand=30)
    assert found is not None
    assert set(found.lowest) == {"PRC", "DOC"}
    assert found.share == 1
    assert found.limits[0].is_enough


def test_silence_and_a_demand_that_nobody_knows() -> None:
    assert judged({}) is None
    assert (
        judge_limits(questionnaire(), [ScalingLimit(id="DOC", owner="Head")], _profile(), None)
        is None
    )
    found = judged({"DOC": 24})
    assert found is not None
    assert (found.demand, found.share, found.limits[0].is_enough) == (None, None, None)
    none = judged({"DOC": 24}, demand=0)
    assert none is not None
    assert (none.share, none.limits[0].is_enough) == (None, True)


def test_a_basis_without_what_it_rests_on_is_none() -> None:
    bare, based = (
        judged({"DOC": 24}, basis="judged"),
        judged({"DOC": 24}, basis="judged", source="H"),
    )
    assert bare is not None
    assert based is not None
    assert (bare.limits[0].is_based, based.limits[0].is_based) == (False, True)


def test_what_the_register_shows_stands_beside_it() -> None:
    found = judged({"DOC": 24}, slots=SlotFacts(batches=13, starts_per_year=11.5))
    assert found is not None
    assert (found.made, found.counted) == (11.5, 13)


@given(
    st.dictionaries(st.sampled_from(IDS), st.integers(1, 1000), min_size=1),
    st.sampled_from(IDS),
    st.integers(1, 1000),
    st.integers(1, 1000),
)
def test_one_more_limit_never_adds_capacity(
    volumes: dict[str, int], id: str, volume: int, demand: int
) -> None:
    before = judged(volumes, demand)
    after = judged({id: volume} | volumes, demand)
    assert before is not None
    assert after is not None
    assert after.capacity <= before.capacity == min(volumes.values())
    assert all(one.volume is None or one.volume >= after.capacity for one in after.limits)
    assert after.share == Fraction(after.capacity, demand)


def _profile() -> Profile:
    return Profile(organisation="T", modality="autologous", stage="phase_1")
