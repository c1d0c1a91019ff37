"""When a data set meets its conditions and a use of AI is ready, by hand."""

from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from readiness.domain.data_readiness import CONDITIONS, AiUse, DataSet
from readiness.domain.evidence import JoinTest, LogLink
from readiness.domain.operating import Operating
from readiness.domain.operating_result import DataResult
from readiness.operating_model.data_readiness import judge_data
from tests.made import questionnaire

RULES = questionnaire().data_readiness
SOUND: dict[str, Any] = {
    "origin": "system_of_record",
    "identified": True,
    "stamped": True,
    "checked": 120,
    "complete": 118,
}


def judged(*sets: DataSet, joins: JoinTest | None = None, **use: Any) -> DataResult:
    consumes = [one.id for one in sets]
    made = AiUse.model_validate({"id": "u", "name": "Use", "consumes": consumes} | use)
    found = judge_data(RULES, Operating(data_sets=sets, ai_uses=(made,)), joins)
    assert found is not None
    return found


def a_set(id: str = "s", **changed: Any) -> DataSet:
    return DataSet.model_validate({"id": id, "name": id.upper()} | SOUND | changed)


def linked(found: int, of: int = 12, *, every: bool = True, is_tested: bool = True) -> JoinTest:
    log = LogLink(id="schedule", name="Schedule", every=every, found=found, is_tested=is_tested)
    return JoinTest(
        batches=of, young=0, strays=0, linked=found, of=of, share=Fraction(found, of), logs=(log,)
    )


def test_a_use_is_ready_only_if_every_set_meets_all_four() -> None:
    # 118 of 120 are 98.3 %, asked for are 90 %.
    found = judged(a_set("a"), a_set("b"))
    assert found.sets[0].share == Fraction(59, 60)
    assert found.sets[0].met == CONDITIONS
    assert found.uses[0].is_ready
    found = judged(a_set("a"), a_set("b", stamped=False))
    assert (found.uses[0].is_ready, found.uses[0].blocking) == (False, ("b",))
    assert found.sets[1].lacks == ("stamped",)
    assert not judged().uses[0].is_ready


def test_the_degree_that_its_entry_states_is_what_counts() -> None:
    # 7 of 10 are 70 %: enough for an entry that asks for 70 %, too little for the usual 90 %.
    few: dict[str, Any] = {"checked": 10, "complete": 7}
    assert judged(a_set(**few, needed="0.7")).uses[0].is_ready
    assert judged(a_set(**few)).sets[0].lacks == ("complete",)
    assert judged(a_set(checked=10, complete=9)).uses[0].is_ready  # 90 % is 90 %


def test_what_nobody_said_is_neither_met_nor_lacking_and_not_ready() -> None:
    found = judged(DataSet(id="s", name="S", checked=0))
    assert (found.sets[0].met, found.sets[0].lacks, found.sets[0].share) == ((), (), None)
    assert not found.uses[0].is_ready


def test_a_spreadsheet_is_no_system_of_record() -> None:
    for origin, ready in (("system_of_record", True), ("spreadsheet", False), ("copy", False)):
        assert judged(a_set(origin=origin)).uses[0].is_ready is ready


def test_the_join_rate_test_overrules_what_was_said_of_the_key() -> None:
    one = a_set(log="schedule")
    # 98 % of 12 batches are 11.76: 11 are too few, 12 are enough.
    assert judged(one, joins=linked(11)).sets[0].is_contradicted
    assert judged(one, joins=linked(11)).sets[0].lacks == ("identified",)
    assert judged(one, joins=linked(12)).uses[0].is_ready
    # A log that need not name every batch, or that was not tested, contradicts nothing.
    assert judged(one, joins=linked(0, every=False)).uses[0].is_ready
    assert judged(one, joins=linked(0, is_tested=False)).uses[0].is_ready


def test_silence_gives_nothing_and_a_test_alone_gives_the_test() -> None:
    assert judge_data(RULES, Operating(), None) is None
    found = judge_data(RULES, Operating(), linked(3))
    assert found is not None
    assert (found.sets, found.uses, found.joins) == ((), (), linked(3))


WORSE = st.sampled_from(
    [{"origin": "paper"}, {"identified": None}, {"stamped": False}, {"complete": 0}, {"needed": 1}]
)


@given(st.lists(st.fixed_dictionaries({"complete": st.integers(0, 120)}), max_size=4), WORSE)
def test_no_further_or_worse_set_makes_a_use_ready(
    sets: list[dict[str, int]], worse: dict[str, Any]
) -> None:
    made = [a_set(f"s{n}", **said) for n, said in enumerate(sets)]
    before = judged(*made).uses[0].is_ready
    assert before is (bool(sets) and all(said["complete"] >= 108 for said in sets))  # 90 % of 120
    assert not judged(*made, a_set("more", **worse)).uses[0].is_ready
