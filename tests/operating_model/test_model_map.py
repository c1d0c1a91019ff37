"""Flags read off a map and flags typed in lead to the same level and verdict (method 1 and 12)."""

from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readiness.domain.assessment import HybridAnswers
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.result import Result
from readiness.engine import assess
from readiness.operating_model.hybrid import counted
from readiness.operating_model.model_map import judge_map
from tests.made import assessment, everywhere, people, questionnaire
from tests.operating_model.maps import DERIVED, drawn


@cache
def bare() -> Questionnaire:
    """The content without metrics: answers alone can reach level 4."""
    return Questionnaire.model_validate(questionnaire().model_dump() | {"metrics": ()})


def judged(**said: Any) -> Result:
    """A maker with level 4 everywhere and both drills held: only the flags can cap it."""
    drills = [
        {"scenario": s, "held_on": "2026-06-01", "points": 70}
        for s in ("demand_doubled", "site_down")
    ]
    made = assessment(respondents=people("QA"), responses=everywhere(4), drills=drills, **said)
    return assess(made, bare(), robustness=False)


def test_three_faults_on_the_map_cap_the_verdict_and_two_do_not() -> None:
    """Fewer than three flags are needed for level 4: 2 < 3 holds, 3 < 3 does not."""
    open_ones = {"not_known": list(DERIVED)}
    two = judged(hybrid=open_ones, operating=drawn(["F2", "F4"]))
    assert (two.level, two.verdict) == (4, "commercial-ready")
    three = judged(hybrid=open_ones, operating=drawn(["F2", "F4", "F8"]))
    assert (three.level, three.verdict) == (3, "transitional")
    [missed] = [c for c in three.steps[2].conditions if not c.met]
    assert (missed.id, missed.blocking) == ("fragmentation", ("F2", "F4", "F8"))
    # With one party the method ignores the flags, read off a map or not.
    alone = {"parties": 1, "contractors": 1}
    assert judged(profile=alone, operating=drawn(["F2", "F4", "F8"])).level == 4


@settings(max_examples=25, deadline=None)
@given(
    raised=st.sets(st.sampled_from(DERIVED)),
    asked=st.sampled_from(["flags", "not_known", None]),
    typed_too=st.sets(st.sampled_from(DERIVED)),
)
def test_a_flag_counts_the_same_from_a_map_and_typed_in(
    raised: set[str], asked: str | None, typed_too: set[str]
) -> None:
    """``asked``: what people say of the flag that no map shows; ``typed_too``: answered already.

    What people typed of a flag that the map decides agrees with it here.
    """
    extra = {asked: ["F3"]} if asked else {}
    typed = judged(
        hybrid={"flags": sorted({*raised, *extra.get("flags", [])})}
        | {"not_known": extra.get("not_known", [])}
    )
    unsaid = [flag for flag in DERIVED if flag not in typed_too]
    said = {
        "flags": sorted({*(raised & typed_too), *extra.get("flags", [])}),
        "not_known": sorted({*unsaid, *extra.get("not_known", [])}),
    }
    derived = judged(hybrid=said, operating=drawn(raised))
    assert derived.hybrid == typed.hybrid
    assert (derived.level, derived.verdict) == (typed.level, typed.verdict)
    assert derived.steps == typed.steps
    assert (derived.level_low, derived.level_high) == (typed.level_low, typed.level_high)


@pytest.mark.parametrize(
    ("on_map", "typed", "counts"),
    [
        (["F2"], {"flags": ["F2"]}, "raised"),
        (["F2"], {}, "raised"),
        ([], {"flags": ["F2"]}, "raised"),
        ([], {"not_known": ["F2"]}, "clear"),
        ([], {}, "clear"),
    ],
)
def test_who_raises_a_flag_is_heard(on_map: list[str], typed: Any, counts: str) -> None:
    made = assessment(hybrid=typed, operating=drawn(on_map))
    found = judge_map(made, questionnaire())
    assert found is not None
    [flag] = [flag for flag in found.flags if flag.id == "F2"]
    assert flag.state == counts


def test_what_nobody_was_asked_and_no_map_shows_is_not_known() -> None:
    made = assessment(operating=drawn())
    found = judge_map(made, questionnaire())
    answers = counted(None, found)
    assert answers is not None
    assert (answers.flags, answers.not_known) == ((), ("F3",))


def test_without_a_map_it_is_what_people_said() -> None:
    said = HybridAnswers(flags=("F1",))
    assert judge_map(assessment(), questionnaire()) is None
    assert counted(said, None) is said


def test_an_archetype_that_was_refused_no_longer_holds() -> None:
    refused = {"map_archetypes": [{"id": "network", "holds": False, "reason": "Trial runs"}]}
    chosen = {"archetypes": ["network", "lifecycle"]}
    found = judged(hybrid=chosen, operating=drawn() | refused)
    assert found.hybrid.archetypes == ("lifecycle",)
