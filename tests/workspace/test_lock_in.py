"""Early choices as a person enters them."""

from fractions import Fraction

import pytest

from readiness.domain.errors import InputRefused, NotFound
from readiness.workspace.answers import undo
from readiness.workspace.lock_in import (
    add_choice,
    remove_choice,
    set_chance,
    set_saved,
    set_touch,
    set_weeks,
    touch_of,
)
from readiness.workspace.notes import IdentifierFound
from readiness.workspace.results import result, state
from readiness.workspace.session import Session
from tests.made import questionnaire
from tests.workspace.desk import begun


def only(desk: Session, id: str):
    [choice] = state(desk, id).assessment.operating.choices
    return choice


def test_a_typical_choice_brings_its_areas() -> None:
    desk, id = begun()
    made = add_choice(desk, id, "", "hand_built_assay")
    assert made == "potency-assay-built-by-hand"
    rules = questionnaire().lock_in
    assert touch_of(rules, only(desk, id), "analytics") == "large"
    assert touch_of(rules, only(desk, id), "digital") == "not"


def test_names_are_needed_and_stand_for_no_person() -> None:
    desk, id = begun()
    with pytest.raises(InputRefused):
        add_choice(desk, id, "  ")
    with pytest.raises(IdentifierFound):
        add_choice(desk, id, "as ada@maker.example said")
    assert add_choice(desk, id, "Same") == "same"
    assert add_choice(desk, id, "Same") == "same-2"


def test_figures_change_one_by_one_and_are_judged_at_once() -> None:
    desk, id = begun()
    made = add_choice(desk, id, "Open process")
    set_saved(desk, id, made, 13)
    set_chance(desk, id, made, 50)
    set_touch(desk, id, made, "analytics", "medium")
    set_weeks(desk, id, made, "analytics", 30, 30, 30)
    assert only(desk, id).chance == Fraction(1, 2)
    assert touch_of(questionnaire().lock_in, only(desk, id), "analytics") == "own"
    found = result(desk, id).operating_model.ledger
    assert found is not None
    assert found.net == 2  # 0.5 * 30 - 13
    with pytest.raises(InputRefused, match="upwards"):
        set_weeks(desk, id, made, "analytics", 30, 20, 40)
    set_touch(desk, id, made, "analytics", "own")
    assert [one.high for one in only(desk, id).areas] == [30]
    set_touch(desk, id, made, "analytics", "not")
    assert only(desk, id).areas == ()


def test_a_choice_is_removed_and_brought_back() -> None:
    desk, id = begun()
    made = add_choice(desk, id, "Open process")
    remove_choice(desk, id, made)
    assert result(desk, id).operating_model.ledger is None
    with pytest.raises(NotFound):
        set_saved(desk, id, made, 1)
    undo(desk, id)
    assert only(desk, id).id == made
