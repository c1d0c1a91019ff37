"""Contract makers as a person enters them."""

import pytest

from readiness.domain.errors import InputRefused, NotFound
from readiness.workspace.answers import undo
from readiness.workspace.notes import IdentifierFound
from readiness.workspace.partners import (
    add_partner,
    partner_of,
    question_list,
    remove_partner,
    set_answer,
    set_failure,
    set_partner,
    set_slots,
)
from readiness.workspace.results import result, state
from readiness.workspace.session import Session
from tests.workspace.desk import begun


def months(desk: Session, id: str) -> list[str]:
    """Of every table that is stored."""
    return sorted(row.month for row in state(desk, id).assessment.operating.partner_slots)


ROW = {"month": "2026-01", "offered": 5, "booked": 4, "started": 3, "completed": 2}


def test_a_maker_gets_an_id_of_its_name() -> None:
    desk, id = begun()
    assert add_partner(desk, id, "Fenmark Vectors!") == "fenmark-vectors"
    assert add_partner(desk, id, "Fenmark Vectors") == "fenmark-vectors-2"
    with pytest.raises(InputRefused, match="Write the name"):
        add_partner(desk, id, "  ")


def test_answers_change_field_by_field_and_score_at_once() -> None:
    desk, id = begun()
    maker = add_partner(desk, id, "Maker")
    set_answer(desk, id, maker, "CD-5", {"score": 2})
    set_answer(desk, id, maker, "CD-5", {"red_flag": True})
    [found] = result(desk, id).operating_model.partners
    assert (found.score, found.red_flags) == (50, ("CD-5",))
    set_partner(desk, id, maker, "claimed_utilisation", 0.9)
    assert float(partner_of(desk, id, maker).claimed_utilisation or 0) == 0.9
    with pytest.raises(InputRefused):
        set_partner(desk, id, maker, "claimed_utilisation", 90)
    with pytest.raises(NotFound):
        partner_of(desk, id, "nobody")


def test_typed_words_that_name_somebody_are_asked_about() -> None:
    desk, id = begun()
    maker = add_partner(desk, id, "Maker")
    with pytest.raises(IdentifierFound):
        set_answer(desk, id, maker, "CD-1", {"note": "ask ada@maker.example"})
    with pytest.raises(IdentifierFound):
        set_failure(desk, id, maker, 1, {"cause": "see ada@maker.example"})
    set_answer(desk, id, maker, "CD-1", {"note": "ask ada@maker.example"}, confirmed=True)
    said = state(desk, id).assessment.operating
    assert [a.note for a in said.partner_answers] == ["ask ada@maker.example"]
    assert said.partner_failures == ()


def test_a_table_takes_the_place_of_the_one_before_and_one_undo_brings_that_back() -> None:
    desk, id = begun()
    maker = add_partner(desk, id, "Maker")
    set_slots(desk, id, maker, [ROW, ROW | {"month": "2026-02"}])
    set_slots(desk, id, maker, [ROW | {"month": "2026-03"}])
    assert months(desk, id) == ["2026-03"]
    undo(desk, id)
    assert months(desk, id) == ["2026-01", "2026-02"]
    with pytest.raises(InputRefused, match="twice"):
        set_slots(desk, id, maker, [ROW, ROW])
    with pytest.raises(InputRefused) as refusal:
        set_slots(desk, id, maker, [ROW | {"started": -1}])
    assert (refusal.value.problems[0].row, refusal.value.problems[0].column) == (1, "started")


def test_a_maker_leaves_with_all_that_was_said_of_it() -> None:
    desk, id = begun()
    maker, other = add_partner(desk, id, "Maker"), add_partner(desk, id, "Other")
    for one in (maker, other):
        set_answer(desk, id, one, "CD-5", {"score": 2})
        set_failure(desk, id, one, 1, {"cause": "titre"})
        set_slots(desk, id, one, [ROW])
    remove_partner(desk, id, maker)
    said = state(desk, id).assessment.operating
    assert {row.partner for row in said.partner_answers + said.partner_slots} == {other}
    undo(desk, id)
    assert len(state(desk, id).assessment.operating.partners) == 2


def test_the_list_of_questions_is_a_workbook() -> None:
    desk, id = begun()
    assert question_list(desk, id, add_partner(desk, id, "Maker")).startswith(b"PK")
