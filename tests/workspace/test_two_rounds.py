"""What moved and why, against arithmetic by hand; and what must hold for any two rounds."""

import random
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readiness.domain.base import remade
from readiness.domain.evidence import Evidence
from readiness.domain.result import CapabilityResult, QuestionnaireStamp
from readiness.domain.scale import Level
from readiness.domain.two_rounds import CAUSES, Move, TwoRounds
from readiness.engine import assess
from readiness.workspace.swapping import Round
from readiness.workspace.two_rounds import stamp_of, two_rounds
from tests.made import questionnaire, random_assessment, said
from tests.rounds import one, tally


def told(move: Move[Any]) -> list[tuple[object, ...]]:
    """The changes of a figure as plain values."""
    return [(change.cause, change.before, change.after) for change in move.changes]


def level_of(found: TwoRounds, id: str) -> list[tuple[object, ...]]:
    """The changes of one capability's level."""
    return told(next(move for move in found.capabilities if move.id == id).level)


def test_answers_and_what_was_shown_for_them_each_get_their_part() -> None:
    """OPM-1 has no metric: its level is min(claimed, backing), and a statement backs 2.

    Before: 1 said. After: 4 with a record, which backs 5. The answer alone gives min(4, 2) = 2,
    the record then min(4, 4) = 4. ANR-1 stays at 2, so the index goes from (1 + 2) / 2 = 3/2 over
    (2 + 2) / 2 = 2 to (4 + 2) / 2 = 3: answers 1/2, basis 1.
    """
    still = said("ANR-1", 2, basis="statement")
    before = one(said("OPM-1", 1, basis="statement"), still)
    after = one(said("OPM-1", 4, basis="record"), still)
    found = two_rounds(before, after)
    assert level_of(found, "OPM-1") == [("answers", 1, 2), ("basis", 2, 4)]
    assert told(found.index) == [
        ("answers", Fraction(3, 2), Fraction(2)),
        ("basis", Fraction(2), Fraction(3)),
    ]
    assert told(found.dimensions["OPM"]) == [("answers", 1, 2), ("basis", 2, 4)]
    assert [move.id for move in found.capabilities] == ["OPM-1"]
    assert [change.text for change in found.inputs] == [
        "one answer with another level",
        "one answer backed by more",
    ]


def test_two_causes_that_only_work_together_go_to_the_later_one() -> None:
    """PPL-1 with H1 alone: level min(evidenced, records + 1), records at most 3 (few metrics).

    H1, cut points 4, 2, 0.8, 0.2: 90 in 20 is 4.5, level 1; 30 in 20 is 1.5, level 3. Before:
    min(2, 1 + 1) = 2. With the new answer 4 on a record still min(4, 2) = 2; with the new records
    min(4, 3 + 1) = 4.
    """
    before = one(said("PPL-1", 2, basis="record"), **tally(90))
    after = one(said("PPL-1", 4, basis="record"), **tally(30))
    found = two_rounds(before, after)
    assert level_of(found, "PPL-1") == [("records", 2, 4)]
    (metric,) = found.metrics
    assert metric.before
    assert metric.after
    assert (metric.before.level, metric.after.level, metric.direction) == (1, 3, "better")


def test_what_is_carried_over_moves_nothing_and_is_named() -> None:
    """H1 at 1.5 is level 3; carried over as level 3 it holds PPL-1 where it was: min(3, 4) = 3."""
    answer = said("PPL-1", 3, basis="record")
    carried = [{"metric": "H1", "level": 3, "measured_on": "2026-11-22"}]
    found = two_rounds(one(answer, **tally(30)), one(answer, carried=carried))
    assert (found.capabilities, found.metrics, found.index.changes) == ((), (), ())
    assert found.carried == ("H1",)


def test_a_stage_on_opens_gaps_that_are_nobody_s_fault() -> None:
    """OPM-1 has the profile G, targets 2 2 3 4 5: from Phase 1 the next stage asks 2, from Phase 2
    it asks 3. At level 2 there is no gap, then one level; the level itself stands still.
    Its priority is 100 * (1 / 4) * (s / 5) = 5 s, with s over 2 and under 4 in the band *plan*.
    """
    answer = said("OPM-1", 2, basis="document")
    before = one(answer)
    found = two_rounds(before, one(answer, profile={"stage": "phase_2"}))
    (gap,) = found.gaps
    assert (gap.capability, told(gap.size)) == ("OPM-1", [("profile", 0, 1)])
    assert (gap.before, gap.after and gap.after.band) == (None, "plan")
    assert found.capabilities == ()
    assert two_rounds(one(answer, profile={"stage": "phase_2"}), before).gaps[0].size.after == 0


def test_time_alone_makes_a_drill_count_less() -> None:
    """75 points held on 1 Sept 2026 count 75 in November, and 75 - 20 = 55 fourteen months later:
    under the 70 that level 4 asks of both drills.
    """
    held = [
        {"scenario": scenario, "held_on": "2026-09-01", "points": 75}
        for scenario in ("demand_doubled", "site_down")
    ]
    found = two_rounds(one(drills=held), one(drills=held, as_of=date(2027, 11, 22)))
    (drills,) = found.conditions
    assert (drills.level, drills.id, told(drills.met)) == (4, "drills", [("date", True, False)])


def test_other_cut_points_are_their_own_cause() -> None:
    """H1 at 42 in 20 = 2.1 lies over the cut point 2, level 2; with 2.5 it is level 3."""
    before = one(**tally(42))
    metrics = tuple(
        remade(m, cuts=(Fraction(4), Fraction(5, 2), m.cuts[2], m.cuts[3])) if m.id == "H1" else m
        for m in questionnaire().metrics
    )
    content = remade(questionnaire(), metrics=metrics, version="2099.1", sha256="other")
    found = two_rounds(before, replace(before, questionnaire=content))
    assert level_of(found, "PPL-1") == [("content", 2, 3)]
    assert [change.cause for change in found.inputs][:1] == ["content"]
    assert (found.before.content.version, found.after.content.version) == (
        questionnaire().version,
        "2099.1",
    )


def test_the_content_of_that_day_is_told_only_where_it_is_another() -> None:
    here = one()
    then = QuestionnaireStamp(id="cgt-operational-readiness", version="2020.1", sha256="old")
    assert two_rounds(here, here, then).before.judged_then == then
    assert two_rounds(here, here, stamp_of(questionnaire())).before.judged_then is None


def test_two_questionnaires_are_not_compared() -> None:
    other = replace(one(), questionnaire=remade(questionnaire(), id="other"))
    with pytest.raises(ValueError, match="two questionnaires"):
        two_rounds(one(), other)


def test_a_content_without_a_capability_shows_it_as_no_longer_asked() -> None:
    """PRC-6 is nobody's prerequisite, so that a content may leave it out."""
    before = one(said("PRC-6", 2), said("PRC-5", 2))
    dimensions = tuple(
        d.model_copy(update={"capabilities": tuple(c for c in d.capabilities if c.id != "PRC-6")})
        for d in questionnaire().dimensions
    )
    content = remade(questionnaire(), dimensions=dimensions, sha256="fewer")
    (move,) = two_rounds(before, replace(before, questionnaire=content)).capabilities
    assert (move.id, move.after, move.direction) == ("PRC-6", None, "other")
    assert told(move.level) == [("content", 2, None)]


seeds = st.integers(0, 2**32 - 1)


def drawn(seed: int) -> Round:
    return Round(random_assessment(random.Random(seed)), questionnaire(), Evidence())


def counted(shown: CapabilityResult) -> Level | None:
    return shown.final if shown.applicable and shown.in_form else None


def every_move(found: TwoRounds) -> Iterable[Move[Any]]:
    yield from (found.level, found.verdict, found.index)
    for by_name in (found.figures, found.dimensions, found.streams):
        yield from by_name.values()
    yield from (move.met for move in found.conditions)
    yield from (move.level for move in found.capabilities)
    yield from (move.size for move in found.gaps)


@settings(max_examples=15, deadline=None)
@given(seeds)
def test_a_round_against_itself_shows_nothing(seed: int) -> None:
    assert two_rounds(drawn(seed), drawn(seed)).is_still


@settings(max_examples=25, deadline=None)
@given(seeds, seeds)
def test_the_reasons_make_the_whole_move(earlier: int, later: int) -> None:
    """From end to end without a rest, each cause at most once and in order; and the ends are what
    the engine says of each round alone.
    """
    old, new = drawn(earlier), drawn(later)
    found = two_rounds(old, new)
    for move in every_move(found):
        values = [move.before, *(c.after for c in move.changes)]
        assert [c.before for c in move.changes] == values[:-1]
        assert values[-1] == move.after
        assert all(a != b for a, b in pairwise(values))
        places = [CAUSES.index(cause) for cause in move.causes]
        assert places == sorted(set(places))
    ends = [assess(side.assessment, questionnaire(), robustness=False) for side in (old, new)]
    assert [found.index.before, found.index.after] == [result.index for result in ends]
    assert [found.level.before, found.level.after] == [result.level for result in ends]
    if found.index.before is not None and found.index.after is not None:
        parts = [c.after - c.before for c in found.index.changes if c.after and c.before]
        if len(parts) == len(found.index.changes):
            assert sum(parts) == found.index.after - found.index.before
    levels = [{c.id: c for c in result.capabilities} for result in ends]
    for capability in found.capabilities:
        assert capability.before
        assert capability.after
        assert capability.before.final == levels[0][capability.id].final
        assert capability.after.final == levels[1][capability.id].final
    moved = {capability.id for capability in found.capabilities}
    for id, shown in levels[0].items():
        assert id in moved or counted(shown) == counted(levels[1][id])
