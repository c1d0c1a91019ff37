"""Answers: kept when given, checked for identifiers, undone as new entries."""

from typing import cast

import pytest

from readiness.domain.errors import InputRefused
from readiness.store import EntryClash
from readiness.workspace.answers import Given, Looked, answer, history, undo, undoable
from readiness.workspace.consensus import record_consensus
from readiness.workspace.notes import IdentifierFound
from readiness.workspace.results import result, state
from tests.workspace.desk import begun


def test_an_answer_is_there_and_grows_part_by_part() -> None:
    desk, id = begun()
    answer(desk, id, "OPM-1", "team", level=3)
    answer(desk, id, "OPM-1", "team", basis="document", note="memo of May")
    answer(desk, id, "OPM-1", "team", proof="options.pdf")
    given = state(desk, id).assessment.responses_of["OPM-1"][0]
    assert (given.level, given.basis, given.note) == (3, "document", "memo of May")
    assert given.proof == "options.pdf"


def test_a_level_comes_first() -> None:
    desk, id = begun()
    with pytest.raises(InputRefused, match="Choose a level first"):
        answer(desk, id, "OPM-1", "team", note="no level yet")


def test_there_is_no_such_question() -> None:
    desk, id = begun()
    with pytest.raises(InputRefused, match="no such question"):
        answer(desk, id, "OPM-99", "team", level=1)


def test_another_kind_of_answer_drops_what_belonged_to_the_old_one() -> None:
    desk, id = begun()
    answer(desk, id, "OPM-1", "team", level=3, basis="record")
    answer(desk, id, "OPM-1", "team", level="not_applicable", reason="one site only")
    given = state(desk, id).assessment.responses_of["OPM-1"][0]
    assert (given.level, given.basis, given.reason) == ("not_applicable", None, "one site only")
    answer(desk, id, "OPM-1", "team", level=2)
    assert state(desk, id).assessment.responses_of["OPM-1"][0].reason == ""


@pytest.mark.parametrize("part", ["note", "reason", "proof"])
def test_what_identifies_somebody_asks_before_it_saves(part: str) -> None:
    desk, id = begun()
    answer(desk, id, "OPM-1", "team", level=3)
    text = "ask jane.doe@clinic.example"
    with pytest.raises(IdentifierFound):
        answer(desk, id, "OPM-1", "team", **cast("Given", {part: text}))
    given = state(desk, id).assessment.responses_of["OPM-1"][0]
    assert text not in given.model_dump_json()
    answer(desk, id, "OPM-1", "team", note_confirmed=True, note=text)
    assert state(desk, id).assessment.responses_of["OPM-1"][0].note == text


def test_undo_takes_back_the_last_change_as_a_new_entry() -> None:
    desk, id = begun()
    answer(desk, id, "OPM-1", "team", level=3)
    answer(desk, id, "OPM-1", "team", level=4)
    rows = len(history(desk, id))
    assert undoable(desk, id)
    undo(desk, id)
    assert state(desk, id).assessment.responses_of["OPM-1"][0].level == 3
    assert len(history(desk, id)) == rows + 1
    undo(desk, id)
    assert "OPM-1" not in state(desk, id).assessment.responses_of
    assert undo(desk, id) is None


def test_a_consensus_takes_a_gate_out_and_the_answer_stays() -> None:
    desk, id = begun()
    answer(desk, id, "MAT-5", "team", level="not_applicable", reason="no contractor at all")
    before = next(c for c in result(desk, id).capabilities if c.id == "MAT-5")
    assert before.applicable
    record_consensus(desk, id, "MAT-5", "not_applicable", "no contractor at all")
    after = next(c for c in result(desk, id).capabilities if c.id == "MAT-5")
    assert not after.applicable
    assert len(after.answers) == 1


def test_a_change_made_looking_at_an_older_answer_is_refused_with_both() -> None:
    desk, id = begun()
    answer(desk, id, "OPM-1", "team", level=2, basis="document")
    [seen] = state(desk, id).assessment.responses
    answer(desk, id, "OPM-1", "team", level=4)
    with pytest.raises(EntryClash) as clash:
        answer(desk, id, "OPM-1", "team", looked_at=Looked(seen), level=5)
    assert isinstance(clash.value.mine, dict)
    assert isinstance(clash.value.theirs, dict)
    assert (clash.value.mine["level"], clash.value.theirs["level"]) == (5, 4)
    with pytest.raises(EntryClash):
        answer(desk, id, "OPM-1", "team", looked_at=Looked(seen), note="said of level 2")
    assert state(desk, id).assessment.responses[0].level == 4
    answer(desk, id, "OPM-1", "team", looked_at=Looked(seen), level=4)  # the same: no clash


def test_two_people_at_different_parts_of_an_answer_are_both_kept() -> None:
    desk, id = begun()
    answer(desk, id, "OPM-1", "team", level=2)
    [seen] = state(desk, id).assessment.responses
    answer(desk, id, "OPM-1", "team", looked_at=Looked(seen), note="memo")
    answer(desk, id, "OPM-1", "team", looked_at=Looked(seen), basis="document")
    [kept] = state(desk, id).assessment.responses
    assert (kept.note, kept.basis) == ("memo", "document")


def test_two_first_answers_clash_too() -> None:
    desk, id = begun()
    answer(desk, id, "OPM-1", "team", level=2)
    with pytest.raises(EntryClash):
        answer(desk, id, "OPM-1", "team", looked_at=Looked(None), level=3)
