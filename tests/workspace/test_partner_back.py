"""A list that came back: proposals, conflicts a person decides, one change that one undo takes."""

import pytest

from readiness.domain.errors import Clash, NotFound
from readiness.workspace.answers import undo
from readiness.workspace.partner_back import look_at_answers, standing, take_answers
from readiness.workspace.partners import add_partner, set_answer
from readiness.workspace.results import state
from readiness.workspace.session import Session
from readiness.workspace.three_way import Undecided
from tests.workspace.desk import begun
from tests.workspace.filled_list import XLSX, filled

CELLS = {
    ("Questions", "D5"): "Three, listed",
    ("Questions", "D6"): "Call +49 170 1234567",
    ("Failures", "C5"): "Harvest",
}
FIRST, SECOND = ("partner_answer", "CD-1", "note"), ("partner_answer", "CD-2", "note")
STEP = ("partner_failure", "1", "step")


def arranged() -> tuple[Session, str, str, bytes]:
    desk, made = begun()
    maker = add_partner(desk, made, "Maker")
    return desk, made, maker, filled(desk, made, maker, CELLS)


def test_nothing_is_stored_before_it_is_taken_and_the_score_stays_the_sponsors() -> None:
    desk, made, maker, data = arranged()
    set_answer(desk, made, maker, "CD-1", {"score": 2, "reaction": "answered"})
    back = look_at_answers(desk, made, maker, XLSX, data)
    assert [(line.key, line.kind) for line in back.lines] == [
        (FIRST, "new"),
        (SECOND, "new"),
        (STEP, "new"),
    ]
    assert list(back.asks) == [SECOND], "a phone number asks"
    assert not state(desk, made).assessment.operating.partner_failures
    take_answers(desk, made, back, {})
    said = state(desk, made).assessment.operating
    [answer] = said.partner_answers
    assert (answer.note, answer.score, answer.reaction) == ("Three, listed", 2, "answered")
    assert said.partner_failures[0].step == "Harvest"
    undo(desk, made)
    assert STEP not in standing(state(desk, made).assessment.operating, maker)


def test_what_stands_here_already_is_a_conflict() -> None:
    desk, made, maker, data = arranged()
    set_answer(desk, made, maker, "CD-1", {"note": "Asked by phone"})
    back = look_at_answers(desk, made, maker, XLSX, data)
    assert [line.key for line in back.lines if line.kind == "conflict"] == [FIRST]
    with pytest.raises(Undecided):
        take_answers(desk, made, back, {})
    take_answers(desk, made, back, {FIRST: "app", SECOND: "file", STEP: "app"})
    notes = {a.question: a.note for a in state(desk, made).assessment.operating.partner_answers}
    assert notes == {"CD-1": "Asked by phone", "CD-2": "Call +49 170 1234567"}


def test_what_was_taken_once_is_not_proposed_again() -> None:
    desk, made, maker, data = arranged()
    take_answers(desk, made, look_at_answers(desk, made, maker, XLSX, data), {SECOND: "file"})
    back = look_at_answers(desk, made, maker, XLSX, data)
    assert not back.lines
    assert take_answers(desk, made, back, {}) is None


def test_a_change_between_looking_and_taking_writes_nothing() -> None:
    desk, made, maker, data = arranged()
    back = look_at_answers(desk, made, maker, XLSX, data)
    set_answer(desk, made, maker, "CD-1", {"note": "Meanwhile"})
    with pytest.raises(Clash):
        take_answers(desk, made, back, {})
    assert not state(desk, made).assessment.operating.partner_failures


def test_the_list_of_another_maker_is_said_and_an_unknown_maker_refused() -> None:
    desk, made, _, data = arranged()
    other = add_partner(desk, made, "Other")
    [note] = look_at_answers(desk, made, other, XLSX, data).notes
    assert "another maker" in note.message
    with pytest.raises(NotFound):
        look_at_answers(desk, made, "nobody", XLSX, data)
