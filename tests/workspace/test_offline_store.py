"""The interview workbook out, filled in, and back in, by way of the store."""

from typing import Any

import pytest

from readiness.domain.errors import Clash, InputRefused, NotFound
from readiness.workspace.answers import answer, history, undo
from readiness.workspace.offline_store import export_workbook, look_at_workbook, take_workbook
from readiness.workspace.people import add_respondent
from readiness.workspace.results import state
from readiness.workspace.session import Session
from readiness.workspace.three_way import Undecided
from tests.workspace.desk import begun
from tests.workspace.filling import changed, fill, row_of, sign


def qa_desk() -> tuple[Session, str, str]:
    """An assessment with a quality lead, r1, who answered two questions."""
    desk, id = begun()
    who = add_respondent(desk, id, "QA", "lead")
    answer(desk, id, "QMS-1", who, level=2, basis="document", note="logbook", proof="SOP-7")
    answer(desk, id, "QMS-2", who, level=3, basis="statement")
    return desk, id, who


def said(desk: Session, id: str, who: str) -> dict[str, tuple[Any, ...]]:
    return {
        r.capability: (r.level, r.basis, r.reason or r.note, r.proof)
        for r in state(desk, id).assessment.responses
        if r.respondent == who
    }


def test_out_filled_in_and_back_in_as_one_change() -> None:
    desk, id, who = qa_desk()
    book = export_workbook(desk, id, who)
    back = fill(
        book,
        "QA",
        {
            "QMS-1": ("c", "record seen", "log of 2026", "log.xlsx"),
            "QMS-4": ("Not applicable", None, "no changes yet"),
            "QMS-5": ("do not know",),
            "DOC-1": ("a", "said"),
        },
    )
    incoming = look_at_workbook(desk, id, "back.xlsx", back)
    assert {(line.key[0], line.kind) for line in incoming.lines} == {
        ("QMS-1", "changed"),
        ("QMS-4", "new"),
        ("QMS-5", "new"),
        ("DOC-1", "new"),
    }
    assert not incoming.refused
    before = said(desk, id, who)
    assert before["QMS-1"] == (2, "document", "logbook", "SOP-7"), "looking writes nothing"

    take_workbook(desk, id, incoming, {})
    assert said(desk, id, who) == {
        "QMS-1": (3, "record", "log of 2026", "log.xlsx"),
        "QMS-2": (3, "statement", "", ""),
        "QMS-4": ("not_applicable", None, "no changes yet", ""),
        "QMS-5": ("unknown", None, "", ""),
        "DOC-1": (1, "statement", "", ""),
    }
    rows = [r for r in history(desk, id) if r.reason.startswith("interview workbook")]
    assert len(rows) == 4
    assert len({r.revision for r in rows}) == 1

    again = look_at_workbook(desk, id, "back.xlsx", back)
    assert again.lines == (), "importing twice changes nothing"
    undo(desk, id)
    assert said(desk, id, who) == before


def test_an_untouched_workbook_changes_nothing() -> None:
    desk, id, who = qa_desk()
    incoming = look_at_workbook(desk, id, "x.xlsx", export_workbook(desk, id, who))
    assert (incoming.lines, incoming.refused, incoming.notes) == ((), (), ())


def test_an_emptied_answer_is_shown_and_taken_away() -> None:
    desk, id, who = qa_desk()
    book = fill(export_workbook(desk, id, who), "QA", {"QMS-2": (None, None)})
    incoming = look_at_workbook(desk, id, "x.xlsx", book)
    assert [(line.key[0], line.kind) for line in incoming.lines] == [("QMS-2", "taken away")]
    take_workbook(desk, id, incoming, {})
    assert set(said(desk, id, who)) == {"QMS-1"}


def test_a_deleted_row_is_no_change_and_is_said() -> None:
    desk, id, who = qa_desk()
    book = changed(
        export_workbook(desk, id, who),
        lambda b: b["QA"].delete_rows(row_of(b["QA"], "QMS-2")),
    )
    incoming = look_at_workbook(desk, id, "x.xlsx", book)
    assert incoming.lines == ()
    assert [n.code for n in incoming.notes] == ["IV30"]


def test_what_was_entered_meanwhile_is_a_conflict_and_a_person_decides() -> None:
    desk, id, who = qa_desk()
    book = fill(export_workbook(desk, id, who), "QA", {"QMS-1": ("e",), "QMS-2": ("d",)})
    answer(desk, id, "QMS-1", who, level=4)
    incoming = look_at_workbook(desk, id, "x.xlsx", book)
    kinds = {line.key[0]: line.kind for line in incoming.lines}
    assert kinds == {"QMS-1": "conflict", "QMS-2": "changed"}
    [clash] = incoming.open_conflicts
    assert [v and v.level for v in (clash.exported, clash.found, clash.stored)] == [2, 5, 4]
    assert [n.code for n in incoming.notes] == ["IV06"]
    with pytest.raises(Undecided):
        take_workbook(desk, id, incoming, {})
    assert said(desk, id, who)["QMS-2"][0] == 3, "nothing of the rest was written either"
    take_workbook(desk, id, incoming, {("QMS-1", who): "app"})
    assert (said(desk, id, who)["QMS-1"][0], said(desk, id, who)["QMS-2"][0]) == (4, 4)


def test_a_list_that_became_stale_is_refused() -> None:
    desk, id, who = qa_desk()
    book = fill(export_workbook(desk, id, who), "QA", {"QMS-2": ("d",)})
    incoming = look_at_workbook(desk, id, "x.xlsx", book)
    answer(desk, id, "QMS-2", who, level=1)
    with pytest.raises(Clash, match="look at the list again"):
        take_workbook(desk, id, incoming, {})
    assert said(desk, id, who)["QMS-2"][0] == 1


def test_a_new_respondent_comes_with_the_answers() -> None:
    desk, id = begun()
    book = sign(export_workbook(desk, id, "QA"), "QA", "r7", "executive")
    book = fill(book, "QA", {"QMS-1": ("b", "said")})
    take_workbook(desk, id, look_at_workbook(desk, id, "x.xlsx", book), {})
    person = state(desk, id).assessment.respondent_by_id["r7"]
    assert (person.function, person.seniority) == ("QA", "executive")
    assert said(desk, id, "r7") == {"QMS-1": (2, "statement", "", "")}


def test_shuffled_descriptions_come_back_as_the_level_of_the_text() -> None:
    desk, id, who = qa_desk()
    book = export_workbook(desk, id, who, shuffled=True)
    content = state(desk, id).questionnaire.capabilities
    seen = {}

    def choose(b) -> None:
        for row in b["QA"].iter_rows(min_row=5):
            anchors = content[row[0].value].anchors
            level = 1 + sum(map(ord, row[0].value)) % 5
            seen[row[0].value] = level
            row[7].value = "abcde"[[c.value for c in row[2:7]].index(anchors[level - 1])]
            row[8].value = "said"

    take_workbook(desk, id, look_at_workbook(desk, id, "x.xlsx", changed(book, choose)), {})
    assert {c: v[0] for c, v in said(desk, id, who).items()} == seen


def test_a_note_that_names_somebody_is_left_out_until_a_person_says_otherwise() -> None:
    desk, id, who = qa_desk()
    note = "ask ada.lovelace@northgate.example"
    book = fill(export_workbook(desk, id, who), "QA", {"DOC-1": ("b", "said", note)})
    incoming = look_at_workbook(desk, id, "x.xlsx", book)
    [(key, message)] = incoming.asks.items()
    assert "an e-mail address" in message
    assert "ada" not in message
    assert take_workbook(desk, id, incoming, {}) is None
    take_workbook(desk, id, incoming, {key: "file"})
    assert said(desk, id, who)["DOC-1"][2] == note


def test_a_workbook_of_another_assessment_is_refused() -> None:
    desk, id, who = qa_desk()
    from readiness.workspace.assessments import create

    other = create(desk, "Other maker", "autologous", "phase_1")
    with pytest.raises(InputRefused, match='belongs to the assessment "Maker"'):
        look_at_workbook(desk, other, "x.xlsx", export_workbook(desk, id, who))


def test_nobody_of_that_name_is_said() -> None:
    desk, id, _ = qa_desk()
    with pytest.raises(NotFound, match="nobody called 'r9'"):
        export_workbook(desk, id, "r9")
