"""Records judged (method 3): levels at every cut point, usability, suspicion, typed levels."""

from fractions import Fraction
from typing import Any

import pytest

from readiness.domain.assessment import Detection, Profile, TypedMeasurement
from readiness.domain.evidence import Observation
from readiness.domain.measurement import Measurement
from readiness.scoring.judge import Circumstances, is_detection_shown, judge, level_of
from readiness.scoring.typed import observe_typed
from tests.made import AS_OF, questionnaire

MANUAL = Profile(organisation="x", modality="autologous", stage="phase_1", sites=1, parties=1)


def typed(metric: str, batches: int | None = 12, checks: Any = (), **given: Any) -> Measurement:
    """A tally typed in and judged."""
    content = questionnaire()
    definition = content.metric_by_id[metric]
    tally = TypedMeasurement(metric=metric, **given)
    about = Circumstances(content.records, MANUAL, batches, checks, typed=True)
    return judge(observe_typed(tally, definition, content.records), definition, about)


@pytest.mark.parametrize("metric", [m.id for m in questionnaire().metrics])
def test_levels_at_and_beside_every_cut_point(metric: str) -> None:
    """High is worse: level k while value > c_k; low is worse: while value < c_k (method 3)."""
    definition = questionnaire().metric_by_id[metric]
    special = {rule.value for rule in definition.special}
    step = Fraction(1, 10**6)
    worse = step if definition.direction == "high" else -step
    for n, cut in enumerate(definition.cuts, start=1):
        equal_to_next = definition.cuts.count(cut) > 1
        if not equal_to_next:
            assert level_of(cut + worse, definition, "autologous") == n
            if cut not in special:
                assert level_of(cut, definition, "autologous") == n + 1


def test_thresholds_compare_exactly() -> None:
    """0.8 per batch is level 5 of D1: 8 events in 10 batches, not 0.8000000000000000444."""
    definition = questionnaire().metric_by_id["D1"]
    assert level_of(Fraction(8, 10), definition, "autologous") == 5
    assert level_of(Fraction(8, 10) + Fraction(1, 10**18), definition, "autologous") == 4


def test_cut_points_scale_for_a_modality_before_they_apply() -> None:
    """B7: 15 days are level 3 for autologous (cuts 30, 15, 8, 4), 5 days times 3 for others."""
    definition = questionnaire().metric_by_id["B7"]
    assert level_of(Fraction(24), definition, "autologous") == 2
    assert level_of(Fraction(24), definition, "allogeneic") == 4  # cuts 90, 45, 24, 12
    assert level_of(Fraction(25), definition, "in_vivo") == 3


def test_poisson_rate_with_its_ends() -> None:
    """74 in 12 batches: 6.17, 80 % from 5.27 to 7.19 (domain 4.5): level 2 throughout."""
    seen = typed("D1", events=74, exposure=12)
    assert (seen.level, seen.level_low, seen.level_high) == (2, 2, 2)
    assert (round(seen.low or 0, 2), round(seen.high or 0, 2)) == (5.27, 7.19)
    assert (seen.usable, seen.soft) == (True, False)


def test_two_levels_are_soft_three_are_not_scored() -> None:
    soft = typed("D1", events=31, exposure=9)  # 2.68 to 4.38 (domain 4.5): levels 2 and 3
    assert (soft.usable, soft.soft, soft.level) == (True, True, 3)
    unknown = typed("D9", events=2, trials=5)  # 18.0 to 67.0 %: levels 1, 2 and 3
    assert not unknown.usable
    assert unknown.level == 2
    assert unknown.reason == "the 80 % interval touches 3 levels"
    assert unknown.more_needed


def test_fewer_than_five_batches_or_trials_are_not_scored() -> None:
    assert typed("D1", batches=5, events=37, exposure=6).usable
    assert not typed("D1", batches=4, events=37, exposure=6).usable
    assert not typed("D1", batches=None, events=37, exposure=6).usable
    assert typed("D4", events=0, trials=5).usable  # 0 to 24.7 % (domain 4.5): level 1
    assert not typed("D4", events=0, trials=4).usable


def test_concentration_needs_fifteen_interventions() -> None:
    assert typed("H2", events=15, trials=15).usable
    assert not typed("H2", events=14, trials=14).usable


def test_censuses_need_no_batches_and_no_interval() -> None:
    tallies: list[dict[str, Any]] = [
        {"metric": "S1", "value": 2},
        {"metric": "S6", "level": 1, "source": "scan"},
    ]
    for given in tallies:
        seen = typed(batches=None, **given)
        assert seen.usable
        assert seen.level_low == seen.level == seen.level_high


def test_ordinal_level_is_its_value() -> None:
    seen = typed("S6", level=2, source="scan")
    assert (seen.value, seen.level) == (2, 2)


@pytest.mark.parametrize(
    ("metric", "given", "level"),
    [
        ("B5", {"events": 40, "trials": 40}, 4),
        ("B5", {"events": 40, "trials": 40, "level": 5, "source": "two years"}, 5),
        ("B5", {"events": 38, "trials": 40}, 4),  # 95 % is the cut of level 4
        ("S5", {"events": 0, "trials": 30}, 3),
        ("S5", {"events": 0, "trials": 30, "level": 4, "source": "none in 12 months"}, 4),
        ("S5", {"events": 1, "trials": 30}, 1),  # 3.33 per 100
        ("H3", {"events": 0, "trials": 10}, 4),
        ("H3", {"events": 1, "trials": 10}, 3),  # 10 %
    ],
)
def test_special_rules(metric: str, given: dict[str, Any], level: int) -> None:
    seen = typed(metric, **given)
    assert seen.level == level
    assert (seen.level_low or 0) <= level <= (seen.level_high or 0)


def test_typed_level_elsewhere_is_refused() -> None:
    seen = typed("D1", events=74, exposure=12, level=5)
    assert (seen.level, seen.usable) == (None, False)
    assert "cannot be typed" in str(seen.reason)


def test_bare_value_of_a_rate_or_share_is_shown_and_not_scored() -> None:
    for metric in ("D1", "D3", "H2"):
        seen = typed(metric, value=3)
        assert (seen.value, seen.level, seen.usable) == (3, None, False)


def test_medians_need_five_values_and_say_interval_unknown() -> None:
    assert typed("D7", value=4, n=5).usable
    assert typed("D7", value=4, n=5).interval_unknown
    assert not typed("D7", value=4, n=4).usable
    assert not typed("D7", value=4).usable


def test_nothing_to_count_against_is_not_measured() -> None:
    nothing: list[dict[str, Any]] = [
        {"metric": "D1", "events": 0, "exposure": 0},
        {"metric": "D3", "events": 0, "trials": 0},
    ]
    for given in nothing:
        seen = typed(**given)
        assert (seen.value, seen.level, seen.usable) == (None, None, False)
        assert "never 0" in str(seen.reason)


@pytest.mark.parametrize(
    ("metric", "given"),
    [
        ("D2", {"events": 0, "exposure": 60}),
        ("B3", {"events": 0, "trials": 60}),
        ("D8", {"events": 0, "trials": 60}),
        ("D6", {"events": 60, "trials": 60}),
        ("D1", {"events": 17, "exposure": 60}),  # 0.283 per batch, manual process
    ],
)
def test_silence_is_capped_at_two(metric: str, given: dict[str, Any]) -> None:
    seen = typed(metric, batches=60, **given)
    assert seen.suspicion
    assert (seen.level, seen.level_low, seen.level_high) == (2, 2, 2)
    assert seen.uncapped == 5


def test_no_suspicion_at_the_limit_or_with_electronic_records() -> None:
    assert not typed("D1", batches=60, events=18, exposure=60).suspicion  # exactly 0.3
    content = questionnaire()
    electronic = MANUAL.model_copy(update={"automation": "electronic"})
    seen = Observation(metric="D1", value=Fraction(17, 60), events=17, low=0.2, high=0.3)
    about = Circumstances(content.records, electronic, 60)
    assert not judge(seen, content.metric_by_id["D1"], about).suspicion


def test_usability_is_judged_before_the_cap() -> None:
    """No event in 3: 0.00 to 0.77 (domain 4.5), levels 5, 4 and 3 of D2, capped to 2, 2, 2."""
    seen = typed("D2", batches=12, events=0, exposure=3)
    assert (seen.level, seen.level_low, seen.level_high) == (2, 2, 2)
    assert not seen.usable


def check(sampled: int, reported: int, found: int, metric: str = "D1") -> Detection:
    """A look into executed records."""
    return Detection(
        metric=metric,
        records_sampled=sampled,
        reported=reported,
        found_unreported=found,
        by="assessor",
        on=AS_OF,
    )


@pytest.mark.parametrize(
    ("sampled", "reported", "found", "shown"),
    [
        (2, 4, 1, True),  # 4 of 5 = 0.8
        (1, 4, 1, False),
        (2, 79, 20, False),  # 0.798
        (5, 0, 0, True),
        (4, 0, 0, False),
        (5, 0, 1, False),
    ],
)
def test_detection_lifts_the_suspicion(
    sampled: int, reported: int, found: int, shown: bool
) -> None:
    rules = questionnaire().records
    checks = [check(sampled, reported, found)]
    assert is_detection_shown("D1", checks, rules) is shown
    assert not is_detection_shown("D2", checks, rules)
    seen = typed("D1", batches=60, events=17, exposure=60, checks=checks)
    assert seen.suspicion is not shown
    assert seen.level == (5 if shown else 2)
