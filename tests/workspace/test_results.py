"""Results: kept for exactly one state, handed out after the store has checked the person."""

from typing import Any

import pytest

from readiness.domain.assessment import Settings
from readiness.domain.errors import NotFound
from readiness.domain.result import Result
from readiness.engine import assess
from readiness.workspace import results
from readiness.workspace.answers import answer
from readiness.workspace.results import result, standing, state, what_if, without_answer
from tests.workspace.desk import begun


def test_the_same_state_gives_the_same_object_and_a_change_another() -> None:
    desk, id = begun()
    first = result(desk, id)
    assert result(desk, id) is first
    answer(desk, id, "OPM-1", "team", level=2)
    assert result(desk, id) is not first


def test_nobody_gets_a_foreign_result_out_of_the_memory() -> None:
    desk, id = begun()
    result(desk, id)
    desk.actor = desk.store.add_person("somebody else")
    with pytest.raises(NotFound):
        result(desk, id)
    with pytest.raises(NotFound):
        state(desk, id)


def test_what_if_stores_nothing() -> None:
    desk, id = begun()
    answer(desk, id, "OPM-1", "team", level=1)
    changed = what_if(desk, id, Settings(horizon="launch"))
    assert changed.settings["horizon"] == "launch"
    assert state(desk, id).assessment.settings.horizon == "next_stage"


def test_what_follows_every_answer_is_the_result_without_the_weightings() -> None:
    desk, id = begun()
    answer(desk, id, "OPM-1", "team", level=1)
    now = state(desk, id)
    quick = standing(desk, id, now)
    assert standing(desk, id, now) is quick
    full = result(desk, id)
    assert (quick.index, quick.findings) == (full.index, full.findings)
    assert full.gaps.next_stage[0].in_first_5 is not None
    assert quick.gaps.next_stage[0].in_first_5 is None
    assert standing(desk, id, now) is full


def test_the_effect_of_one_answer_is_the_result_without_it() -> None:
    desk, id = begun()
    answer(desk, id, "OPM-1", "team", level=1)
    before = result(desk, id).index
    answer(desk, id, "OPM-2", "team", level=2)
    now = state(desk, id)
    without = without_answer(desk, id, now, "OPM-2", "team")
    assert without.index == before
    assert without_answer(desk, id, now, "OPM-2", "team") is without
    assert len(state(desk, id).assessment.responses) == 2


def test_the_effect_stays_true_after_the_answers_were_looked_up() -> None:
    # The page has asked for the responses of a capability before it asks for the effect.
    desk, id = begun()
    answer(desk, id, "OPM-1", "team", level=1)
    before = standing(desk, id, state(desk, id))
    answer(desk, id, "OPM-1", "team", level=3)
    now = state(desk, id)
    assert len(now.assessment.responses_of["OPM-1"]) == 1
    without = without_answer(desk, id, now, "OPM-1", "team")
    assert without.coverage == 0
    assert before.coverage != 0


def test_one_answer_is_judged_once(monkeypatch: pytest.MonkeyPatch) -> None:
    runs: list[int] = []

    def counted(*inputs: Any, **options: Any) -> Result:
        runs.append(len(inputs[0].responses))
        return assess(*inputs, **options)

    monkeypatch.setattr(results, "assess", counted)
    desk, id = begun()
    standing(desk, id, state(desk, id))
    for level in (2, 4, 3):
        answer(desk, id, "OPM-1", "team", level=level)
        now = state(desk, id)
        standing(desk, id, now)
        without_answer(desk, id, now, "OPM-1", "team")
    # Nothing said, then one answer of three levels; without it stands what stood before.
    assert runs == [0, 1, 1, 1]
