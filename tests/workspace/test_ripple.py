"""Worksheets of changes as a person enters them."""

import pytest

from readiness.domain.errors import InputRefused, NotFound
from readiness.workspace.answers import undo
from readiness.workspace.notes import IdentifierFound
from readiness.workspace.results import result, state
from readiness.workspace.ripple import add_change, remove_change, set_area, set_weeks
from readiness.workspace.session import Session
from tests.workspace.desk import begun


def only(desk: Session, id: str):
    [change] = state(desk, id).assessment.operating.changes
    return change


def test_names_are_needed_and_stand_for_no_person() -> None:
    desk, id = begun()
    with pytest.raises(InputRefused):
        add_change(desk, id, "  ")
    with pytest.raises(IdentifierFound):
        add_change(desk, id, "as ada@maker.example said")
    assert [add_change(desk, id, "New bag") for _ in range(2)] == ["new-bag", "new-bag-2"]


def test_fields_are_kept_one_by_one_and_judged_at_once() -> None:
    desk, id = begun()
    made = add_change(desk, id, "New bag")
    set_area(desk, id, made, "analytics", "affected", True)
    set_area(desk, id, made, "analytics", "size", "medium")
    with pytest.raises(IdentifierFound):
        set_area(desk, id, made, "analytics", "owner", "ada@maker.example")
    set_area(desk, id, made, "analytics", "owner", "QC lead")
    set_weeks(desk, id, made, "analytics", 30, 30, 30)
    set_area(desk, id, made, "analytics", "actual_weeks", 31.5)
    found = result(desk, id).operating_model.ripple
    assert found is not None
    [one] = found.changes
    assert (one.weeks, one.actual, one.areas[0].has_owner) == (30, 31.5, True)
    with pytest.raises(InputRefused, match="upwards"):
        set_weeks(desk, id, made, "analytics", 30, 20, 40)
    # Another size takes the place of typed weeks: 1 to 3.
    set_area(desk, id, made, "analytics", "size", "small")
    assert only(desk, id).areas[0].low is None
    assert only(desk, id).areas[0].size == "small"


def test_areas_may_not_wait_for_each_other() -> None:
    desk, id = begun()
    made = add_change(desk, id, "New bag")
    set_area(desk, id, made, "regulatory", "after", ("analytics",))
    with pytest.raises(InputRefused, match="wait for each other"):
        set_area(desk, id, made, "analytics", "after", ["regulatory"])
    assert only(desk, id).of("analytics").after is None


def test_a_worksheet_is_removed_and_brought_back() -> None:
    desk, id = begun()
    made = add_change(desk, id, "New bag")
    remove_change(desk, id, made)
    assert result(desk, id).operating_model.ripple is None
    with pytest.raises(NotFound):
        set_area(desk, id, made, "analytics", "affected", True)
    undo(desk, id)
    assert only(desk, id).id == made
