"""Records level of a capability, and the stream indices (method 3; domain 4.6)."""

from fractions import Fraction
from typing import Any

import pytest

from readiness.domain.measurement import Measurement
from readiness.domain.metric import Stream
from readiness.scoring.records import records_level, stream_index, usable
from tests.made import questionnaire

RULES = questionnaire().records


def measured(**levels: Any) -> dict[str, Measurement]:
    """Usable measurements with these levels; a negative one is not usable."""
    return {
        id: Measurement(
            metric=id,
            level=abs(level),
            level_low=abs(level),
            level_high=abs(level),
            usable=level > 0,
        )
        for id, level in levels.items()
    }


def stream(id: str) -> Stream:
    """A stream of the content."""
    return next(s for s in questionnaire().streams if s.id == id)


@pytest.mark.parametrize(
    ("levels", "named", "level"),
    [
        ([], 4, None),
        ([4], 1, 4),
        ([5, 4], 4, 4),  # half of four is not fewer than half; the lower of two
        ([5], 2, 5),
        ([5], 3, 3),  # one of three: at most 3
        ([2], 3, 2),  # the cap lifts nothing
        ([5, 5], 5, 3),  # two of five
        ([5, 5, 4], 5, 5),
        ([1, 3, 4, 5], 4, 3),
    ],
)
def test_lower_median_with_few_at_most_three(levels: Any, named: int, level: Any) -> None:
    assert records_level(levels, named, RULES) == level


def test_only_what_is_usable_counts() -> None:
    content = questionnaire()
    metrics = content.metrics_of["QMS-1"]
    assert [m.id for m in metrics] == ["D1", "D2", "D7", "D9"]
    found = usable(metrics, measured(D1=2, D2=-5, D9=4, H1=1))
    assert [m.metric for m in found] == ["D1", "D9"]


def test_index_over_four_usable_metrics() -> None:
    """Process instability, levels 2, 2, 3, 1: mean 2, 100 * (1 - (2 - 1)/4) = 75."""
    found = stream_index(stream("deviations"), measured(D1=2, D2=2, D3=3, B1=1, H1=5), RULES, False)
    assert (found.value, found.used, found.of) == (75, ("D1", "D2", "D3", "B1"), 7)


def test_three_are_not_enough_evidence() -> None:
    known = measured(D1=2, D2=2, D3=3, D6=-1)
    found = stream_index(stream("deviations"), known, RULES, False)
    assert found.value is None
    assert found.reason == "not enough evidence: 3 of 7, needs 4"


def test_all_at_five_is_stable_and_all_at_one_is_survival() -> None:
    for level, value in ((5, 0), (1, 100)):
        known = measured(H1=level, H2=level, H3=level, H5=level)
        assert stream_index(stream("heroics"), known, RULES, False).value == value


@pytest.mark.parametrize(
    ("s6", "value", "surcharge"),
    [
        (3, Fraction(125, 2), False),  # levels 2, 2, 3, 3: mean 5/2, 100 * (1 - 3/8) = 62.5
        (2, Fraction(315, 4), True),  # 2, 2, 3, 2: mean 9/4, 68.75 and 10
        (1, 85, True),  # 2, 2, 3, 1: mean 2, 75 and 10
    ],
)
def test_identifiable_data_add_ten(s6: int, value: Any, surcharge: bool) -> None:
    known = measured(S1=2, S2=2, S3=3, S6=s6)
    found = stream_index(stream("scheduling"), known, RULES, False)
    assert (found.value, found.surcharge) == (value, surcharge)


def test_exposure_ends_at_a_hundred() -> None:
    found = stream_index(stream("scheduling"), measured(S1=1, S2=1, S3=1, S6=1), RULES, False)
    assert found.value == 100


def test_index_ends_from_the_intervals() -> None:
    known = measured(H1=3, H2=3, H3=3, H5=3)
    known["H1"] = known["H1"].model_copy(update={"level_low": 2, "level_high": 4})
    found = stream_index(stream("heroics"), known, RULES, False)
    # Mean 3: 50; with H1 at 4 13/4: 43.75; with H1 at 2 11/4: 56.25.
    assert (found.low, found.value, found.high) == (Fraction(175, 4), 50, Fraction(225, 4))


def test_documentation_burden_is_not_part_of_the_short_form() -> None:
    known = measured(B4=2, B5=2, B6=2, B7=2)
    assert stream_index(stream("batch_records"), known, RULES, False).value == 75
    short = stream_index(stream("batch_records"), known, RULES, True)
    assert (short.value, short.reason) == (None, "not part of the short form")
