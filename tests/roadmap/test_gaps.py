"""Ranked gaps, the second list, alarms without a gap, and what came too early (method 6 and 7)."""

from typing import Any

from readiness.domain.gaps import Gap
from readiness.roadmap.gaps import (
    Ranking,
    ahead_of_need,
    homeless_alarms,
    not_assessed,
    ranked_gaps,
)
from readiness.roadmap.priority import Alarm
from tests.roadmap.small import at, capability, override, ranking, small


def gaps(found: Ranking, **finals: Any) -> dict[str, Gap]:
    """The gaps to Phase 2 by capability, in their order, without the weightings."""
    known = [at(id, final) for id, final in finals.items()]
    return {g.capability: g for g in ranked_gaps(found, known, "phase_2", robustness=False)}


def test_order_goes_by_priority_then_p_then_l_then_effort_then_content() -> None:
    """All gap 1 (F: target 3 at Phase 2, final 2) but A, whose gap is 2.

    A: s 2, 100*0.5*0.4 = 20. B: 0.45*4 + 0.3*1 + 0.25*1 = 2.35, 11.75.
    C: 0.45*1 + 0.3*5 + 0.25*1 = 2.2, 11. D, E, F, G: s 2, 10 each, the same P and L: less effort
    first (F with 2 person-weeks, the others with 4), then content order G, D, E.
    """
    content = small(
        capability("G", 2, 2, 2),
        capability("D", 2, 2, 2),
        capability("E", 2, 2, 2),
        capability("F", 2, 2, 2, effort=2),
        capability("C", 1, 5, 1),
        capability("B", 4, 1, 1),
        capability("A", 2, 2, 2),
    )
    found = gaps(ranking(content), A=1, B=2, C=2, D=2, E=2, F=2, G=2)
    assert list(found) == ["A", "B", "C", "F", "G", "D", "E"]
    assert [g.rank for g in found.values()] == [1, 2, 3, 4, 5, 6, 7]


def test_ties_of_priority_go_to_p_and_then_to_l() -> None:
    """Weights of one third each: 3 + 2 + 1 in any order is s 2. P 3 first, then P 2 with L 3."""
    content = small(
        capability("A", 1, 3, 2),
        capability("B", 2, 3, 1),
        capability("C", 2, 1, 3),
        capability("D", 3, 1, 2),
    )
    even = {"weights": {"P": 1, "R": 1, "L": 1}}
    found = gaps(ranking(content, settings=even), A=2, B=2, C=2, D=2)
    assert len({g.priority for g in found.values()}) == 1
    assert list(found) == ["D", "C", "B", "A"]


def test_by_rule_comes_before_any_number() -> None:
    """A by an alarm with 5 points stands before B with 100; B reaches the band by its number."""
    content = small(capability("A", 1, 1, 1), capability("B", 5, 5, 5))
    found = gaps(
        ranking(content, Alarm("A", "custody gap"), overrides=[override("B", "target", 5)]),
        A=2,
        B=2,
    )
    assert list(found) == ["A", "B"]
    assert [(g.band, g.act_now) for g in found.values()] == [("act now", True), ("act now", False)]
    assert found["A"].reasons == ("custody gap",)
    assert (found["A"].wave, found["B"].wave) == (0, 4)
    assert (found["B"].priority, found["B"].target_override) == (75, "seen on site")


def test_no_gap_no_entry() -> None:
    content = small(capability("A", 5, 5, 5), capability("B", 5, 5, 5))
    assert list(gaps(ranking(content), A=3, B=4)) == []


def test_not_assessed_as_from_level_one_without_a_gap_last() -> None:
    """To Phase 2: F 3 and X 1. A X (5, 5, 5) has no gap from 1; B F s 2, 20; C F s 3, 30.

    D F (5, 1, 1) would be act-now by rule at a known 1: s 2.8, 28, here it takes its number.
    """
    content = small(
        capability("A", 5, 5, 5, profile="X"),
        capability("B", 2, 2, 2),
        capability("C", 3, 3, 3),
        capability("D", 5, 1, 1),
    )
    unknown = [at(id, None) for id in "ABCD"]
    assert not_assessed(ranking(content), unknown, "phase_2") == ("C", "D", "B", "A")


def test_an_alarm_without_a_gap_is_a_finding() -> None:
    content = small(capability("A", 1, 1, 1), capability("B", 1, 1, 1))
    found = ranking(content, Alarm("A", "custody gap"), Alarm("B", "custody gap"))
    listed = tuple(gaps(found, A=2, B=3).values())
    (finding,) = homeless_alarms(found, listed)
    assert (finding.kind, finding.capability) == ("act_now_without_gap", "B")


def test_ahead_of_need_is_two_above_with_little_lock_in() -> None:
    """To Phase 2 (F 3): 5 is two above. L 2 counts, L 3 does not; 4 is one above."""
    content = small(capability("A", 3, 3, 2), capability("B", 3, 3, 3), capability("C", 3, 3, 1))
    found = ahead_of_need(ranking(content), [at("A", 5), at("B", 5), at("C", 4)], "phase_2")
    assert [f.capability for f in found] == ["A"]
    lowered = ranking(content, overrides=[override("B", "L", 2)])
    assert [f.capability for f in ahead_of_need(lowered, [at("B", 5)], "phase_2")] == ["B"]
