"""Quick notes: kept, placed, made an answer in one change, checked for identifiers."""

import pytest

from readiness.domain.errors import InputRefused, NotFound
from readiness.workspace.answers import answer, history, undo
from readiness.workspace.folder_writing import write_assessment
from readiness.workspace.jottings import add_note, follow_up, make_answer, place_note, remove_note
from readiness.workspace.notes import IdentifierFound
from readiness.workspace.results import state
from tests.workspace.desk import begun
from tests.workspace.folders import parse


def test_a_note_becomes_the_words_of_an_answer_and_one_undo_takes_it_back() -> None:
    desk, made = begun()
    note = add_note(desk, made, "  printed each Friday ", capability="CTL-1", respondent="team")
    make_answer(desk, made, note, "CTL-1", "team", 2)
    now = state(desk, made).assessment
    assert (now.responses[0].level, now.responses[0].note) == (2, "printed each Friday")
    assert now.notes == ()
    undo(desk, made)
    now = state(desk, made).assessment
    assert now.responses == ()
    assert [n.text for n in now.notes] == ["printed each Friday"]


def test_a_note_joins_the_words_that_are_there_and_keeps_the_level() -> None:
    desk, made = begun()
    answer(desk, made, "CTL-1", "team", level=3, note="One file.")
    note = add_note(desk, made, "Two copies on Friday.", respondent="team")
    make_answer(desk, made, note, "CTL-1", "team")
    response = state(desk, made).assessment.responses[0]
    assert (response.level, response.note) == (3, "One file. Two copies on Friday.")


def test_without_a_level_a_note_is_no_answer() -> None:
    desk, made = begun()
    note = add_note(desk, made, "heard in the corridor")
    with pytest.raises(InputRefused, match="Choose a level first"):
        make_answer(desk, made, note, "CTL-1", "team")
    assert len(state(desk, made).assessment.notes) == 1
    with pytest.raises(NotFound):
        make_answer(desk, made, "n9", "CTL-1", "team", 2)


def test_a_note_that_names_somebody_is_asked_about() -> None:
    desk, made = begun()
    with pytest.raises(IdentifierFound, match="e-mail"):
        add_note(desk, made, "ask ada@northgate.example")
    assert state(desk, made).assessment.notes == ()
    add_note(desk, made, "write to info@northgate.example", confirmed=True)
    assert len(state(desk, made).assessment.notes) == 1
    with pytest.raises(InputRefused):
        add_note(desk, made, "   ")


def test_ids_are_never_used_twice_and_the_history_keeps_all() -> None:
    desk, made = begun()
    first = add_note(desk, made, "one")
    remove_note(desk, made, first)
    assert add_note(desk, made, "two") == "n2"
    place_note(desk, made, "n2", "QMS-1", "team")
    [note] = state(desk, made).assessment.notes
    assert (note.capability, note.respondent) == ("QMS-1", "team")
    kinds = [row.new is not None for row in history(desk, made) if row.kind == "note"]
    assert kinds == [True, False, True, True]


def test_marks_are_set_and_taken_away_and_travel_with_the_folder() -> None:
    desk, made = begun()
    follow_up(desk, made, "CTL-1", "team", True)
    add_note(desk, made, "one", capability="CTL-1", respondent="team")
    said = state(desk, made).assessment
    assert [(f.capability, f.respondent) for f in said.follow_ups] == [("CTL-1", "team")]
    complete = said.model_copy(
        update={"profile": said.profile.model_copy(update={"sites": 1, "parties": 1})}
    )
    assert parse(write_assessment(complete)) == complete
    follow_up(desk, made, "CTL-1", "team", False)
    assert state(desk, made).assessment.follow_ups == ()
