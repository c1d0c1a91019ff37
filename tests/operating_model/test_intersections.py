"""How weak the pairs are, in which order, and what is said of them."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.domain.intersections import Crossing
from readiness.engine import assess
from readiness.operating_model.intersections import judge_intersections, weakest, weakness
from tests.made import assessment, everywhere, people, questionnaire

RULES = questionnaire().intersections
SOUND = {"known": "alert", "decides": "Planner", "fallback": "Swap", "slack_days": 7}
ALL = [{"id": pair.id} | SOUND for pair in RULES.pairs]


def findings(pairs, level: int = 2) -> dict[str, str]:
    made = assessment(
        respondents=people("SC"),
        responses=everywhere(level, "document"),
        operating={"intersections": pairs},
    )
    found = assess(made, questionnaire(), robustness=False)
    return {f.text: f"{f.kind} {f.capability}" for f in found.findings if "intersection" in f.kind}


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        # Weights 2, 3, 3, 2 sum to 10, three points are the most: 30 is the worst.
        (SOUND, Fraction(0)),
        ({"known": "too_late"}, Fraction(100)),  # (2*3 + 3*3 + 3*3 + 2*3) / 30
        # A meeting has 2 points, 2 days of slack have 2: (2*2 + 2*2) / 30 = 8 / 30.
        (SOUND | {"known": "meeting", "slack_days": 2}, Fraction(80, 3)),
        # Too late, no fallback, no slack: (2*3 + 3*3 + 2*3) / 30 = 21 / 30.
        (SOUND | {"known": "too_late", "fallback": " ", "slack_days": 0}, Fraction(70)),
        (SOUND | {"slack_days": 6}, Fraction(20, 3)),  # 1 point of slack: 2 / 30
        (SOUND | {"slack_days": None}, Fraction(20)),  # not known counts like none: 6 / 30
        ({"decides": "Planner"}, None),
    ],
)
def test_weakness_by_hand(said: dict[str, object], expected: Fraction | None) -> None:
    assert weakness(RULES, Crossing.model_validate({"id": "x"} | said)) == expected


def test_the_weakest_come_first_and_equal_ones_share_a_rank() -> None:
    said = [
        Crossing.model_validate({"id": id} | SOUND | more)
        for id, more in (
            ("slots-batch", {"known": "look_ahead"}),  # 2 / 30
            ("materials-staff", {"fallback": "", "decides": ""}),  # 18 / 30
            ("release-clinic", {"fallback": "", "known": "too_late"}),  # 15 / 30
            ("slots-clinic", {"decides": "", "known": "too_late"}),  # 15 / 30
        )
    ]
    found = judge_intersections(RULES, said)
    assert found is not None
    assert len(found.pairs) == 15
    assert [(p.id, p.rank, p.weakness) for p in found.pairs[:4]] == [
        ("materials-staff", 1, 60),
        ("slots-clinic", 2, 50),
        ("release-clinic", 2, 50),
        ("slots-batch", 4, Fraction(20, 3)),
    ]
    assert {pair.rank for pair in found.pairs[4:]} == {None}
    assert [p.id for p in weakest(RULES, found)] == [p.id for p in found.pairs[:3]]


def test_silence_gives_no_matrix_and_a_sound_one_is_left_alone() -> None:
    assert judge_intersections(RULES, ()) is None
    assert judge_intersections(RULES, [Crossing(id="slots-batch", decides="Planner")]) is None
    assert findings([]) == {}
    assert findings(ALL, level=5) == {}


def test_nobody_and_no_fallback_are_findings_of_the_capability() -> None:
    pairs = [*ALL[2:], ALL[0] | {"decides": ""}, ALL[1] | {"decides": "", "fallback": ""}]
    told = {text: kind for text, kind in findings(pairs).items() if "weak " in kind}
    assert told == {
        "Slots × materials: nobody decides.": "intersection_weak CTL-3",
        "Slots × batch: nobody decides, and there is no fallback.": "intersection_weak CTL-3",
    }


def test_a_claim_that_the_matrix_contradicts_is_told_from_level_three_on() -> None:
    text = "CTL-3: people claim level 3, and nobody decides 1 of 15 pairs."
    pairs = [*ALL[1:], ALL[0] | {"decides": ""}]
    assert findings(pairs, level=3)[text] == "intersection_claim CTL-3"
    assert not any("claim" in kind for kind in findings(pairs, level=2).values())
    only_fallback = [*ALL[1:], ALL[0] | {"fallback": ""}]
    assert not any("claim" in kind for kind in findings(only_fallback, level=3).values())


def test_open_ends_are_told_by_name() -> None:
    pairs = [*ALL[2:], {"id": "slots-batch", "known": "too_late", "fallback": "Swap"}]
    told = [text for text, kind in findings(pairs).items() if "open" in kind]
    assert told == [
        "Intersection matrix: the weakest pairs: slots × batch.",
        "Intersection matrix: nobody knows the slack: slots × batch.",
        "Intersection matrix: nobody has said when one would first know: slots × materials.",
    ]


@given(
    st.sampled_from([signal.id for signal in RULES.signals]),
    st.booleans(),
    st.booleans(),
    st.one_of(st.none(), st.integers(0, 999)),
)
def test_more_slack_a_decider_or_a_fallback_never_make_a_pair_weaker(
    known: str, decided: bool, fallback: bool, slack: int | None
) -> None:
    now: dict[str, object] = {
        "known": known,
        "decides": "Planner" if decided else "",
        "fallback": "Swap" if fallback else "",
        "slack_days": slack,
    }
    value = _weakness(now)
    assert 0 <= value <= 100
    better: tuple[dict[str, object], ...] = (
        {"decides": "Planner"},
        {"fallback": "Swap"},
        {"slack_days": (slack or 0) + 1},
    )
    for more in better:
        assert _weakness(now | more) <= value


def _weakness(said: dict[str, object]) -> Fraction:
    found = weakness(RULES, Crossing.model_validate({"id": "x"} | said))
    assert found is not None
    return found
