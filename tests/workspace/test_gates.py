"""Gates and options as a person enters them."""

from datetime import date

import pytest

from readiness.domain.errors import InputRefused
from readiness.workspace.gates import set_gate
from readiness.workspace.operating_entries import add_entry, set_entry
from readiness.workspace.results import result
from tests.workspace.desk import begun


def test_a_gate_closes_an_option() -> None:
    desk, id = begun()
    site = add_entry(desk, id, "option", "Second site")
    set_entry(desk, id, "option", site, "gate", "pivotal")
    set_gate(desk, id, "pivotal", "held_on", date(2020, 1, 1))
    set_gate(desk, id, "pivotal", "asked", ["cost"])
    found = result(desk, id).operating_model.options
    assert found is not None
    assert found.options[0].gate_held == date(2020, 1, 1)
    assert "cost" not in next(gate for gate in found.gates if gate.id == "pivotal").unasked


def test_what_cannot_be_is_refused() -> None:
    desk, id = begun()
    with pytest.raises(InputRefused):
        set_gate(desk, id, "pivotal", "held_on", "soon")
