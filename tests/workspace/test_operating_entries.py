"""Named entries of the operating model as a person enters them."""

import pytest

from readiness.domain.errors import InputRefused, NotFound
from readiness.workspace.answers import undo
from readiness.workspace.notes import IdentifierFound
from readiness.workspace.operating_entries import add_entry, remove_entry, set_entry
from readiness.workspace.results import result, state
from tests.workspace.desk import begun


def test_an_entry_is_named_changed_removed_and_brought_back() -> None:
    desk, id = begun()
    first = add_entry(desk, id, "data_set", "Slot plan")
    assert first == "slot-plan"
    assert add_entry(desk, id, "data_set", "Slot plan") == "slot-plan-2"
    set_entry(desk, id, "data_set", first, "origin", "paper")
    found = result(desk, id).operating_model.data_readiness
    assert found is not None
    assert found.sets[0].lacks == ("origin",)
    remove_entry(desk, id, "data_set", first)
    assert len(state(desk, id).assessment.operating.data_sets) == 1
    with pytest.raises(NotFound):
        set_entry(desk, id, "data_set", first, "origin", "copy")
    undo(desk, id)
    assert len(state(desk, id).assessment.operating.data_sets) == 2


def test_a_data_set_that_is_consumed_is_not_taken_away() -> None:
    desk, id = begun()
    plan = add_entry(desk, id, "data_set", "Plan")
    use = add_entry(desk, id, "ai_use", "Next slot")
    set_entry(desk, id, "ai_use", use, "consumes", [plan])
    with pytest.raises(InputRefused, match="Next slot consumes it"):
        remove_entry(desk, id, "data_set", plan)
    set_entry(desk, id, "ai_use", use, "consumes", [])
    remove_entry(desk, id, "data_set", plan)


def test_names_are_needed_and_stand_for_no_person() -> None:
    desk, id = begun()
    with pytest.raises(InputRefused):
        add_entry(desk, id, "ai_use", " ")
    with pytest.raises(IdentifierFound):
        add_entry(desk, id, "ai_use", "as ada@maker.example wished")
    made = add_entry(desk, id, "ai_use", "Next slot")
    with pytest.raises(IdentifierFound):
        set_entry(desk, id, "ai_use", made, "checks", "ask ada@maker.example")
    with pytest.raises(InputRefused):
        set_entry(desk, id, "ai_use", made, "state", "dream")
