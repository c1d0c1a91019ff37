"""Words without an answer are kept as quick notes, once, and never with a name in them."""

from readiness.domain.interviewing import Note
from readiness.workspace.answers import answer
from readiness.workspace.jottings import add_note, remove_note
from readiness.workspace.offline_notes import as_notes, loose_text
from readiness.workspace.offline_store import export_workbook, look_at_workbook, take_workbook
from readiness.workspace.people import add_respondent
from readiness.workspace.results import state
from tests.workspace.desk import begun
from tests.workspace.filling import fill, sign

TOLD = {
    "DOC-1": (None, None, "seen last week"),
    "QMS-1": (None, "said", "twice a year", "minutes.pdf"),
    "QMS-2": ("b", "said"),
}


def test_notes_come_in_with_the_answers_and_one_undo_takes_them_back() -> None:
    desk, id = begun()
    who = add_respondent(desk, id, "QA", "lead")
    add_note(desk, id, "from the first talk")
    book = fill(export_workbook(desk, id, who), "QA", TOLD)
    found = look_at_workbook(desk, id, "back.xlsx", book)
    assert [(n.code, n.sheet) for n in found.notes if n.code == "IV11"] == [("IV11", "QA")] * 2
    assert not found.refused
    take_workbook(desk, id, found, {})
    said = state(desk, id).assessment
    assert [(n.id, n.text, n.capability, n.respondent) for n in said.notes[1:]] == [
        ("n2", "seen last week", "DOC-1", who),
        ("n3", "twice a year (minutes.pdf)", "QMS-1", who),
    ]
    assert [(r.capability, r.level) for r in said.responses] == [("QMS-2", 2)]
    desk.store.undo(desk.actor, id)
    back = state(desk, id).assessment
    assert (len(back.notes), back.responses) == (1, ())


def test_the_same_workbook_again_brings_no_note_twice() -> None:
    desk, id = begun()
    who = add_respondent(desk, id, "QA", "lead")
    book = fill(export_workbook(desk, id, who), "QA", {"DOC-1": (None, None, "seen last week")})
    take_workbook(desk, id, look_at_workbook(desk, id, "back.xlsx", book), {})
    again = look_at_workbook(desk, id, "back.xlsx", book)
    assert (again.loose, again.lines) == ({}, ())
    # Nor once it has become the words of an answer.
    answer(desk, id, "DOC-1", who, level=2, note="as told: seen last week")
    remove_note(desk, id, "n1")
    assert look_at_workbook(desk, id, "back.xlsx", book).loose == {}


def test_somebody_new_comes_with_a_note_alone() -> None:
    desk, id = begun()
    book = fill(export_workbook(desk, id, "QA"), "QA", {"DOC-1": (None, None, "seen last week")})
    found = look_at_workbook(desk, id, "back.xlsx", sign(book, "QA", "q7"))
    take_workbook(desk, id, found, {})
    said = state(desk, id).assessment
    assert [n.respondent for n in said.notes] == ["q7"]
    assert "q7" in said.respondent_by_id


def test_ids_that_were_ever_used_are_not_used_again() -> None:
    made = as_notes({("OPM-1", "r1"): "a", ("OPM-2", "r1"): "b"}, ["n1", "n3"])
    assert made[0] == Note(id="n2", text="a", capability="OPM-1", respondent="r1")
    assert [n.id for n in made] == ["n2", "n4"]
    assert loose_text("a", "") == "a"
