"""An option and a gate as they are entered."""

import pytest
from pydantic import ValidationError

from readiness.domain.open_options import GateHeld, KeptOption


def test_an_option_is_open_until_it_is_said_otherwise() -> None:
    one = KeptOption(id="site", name="Second site")
    assert (one.state, one.cost, one.decide_by) == ("open", None, None)
    with pytest.raises(ValidationError):
        KeptOption.model_validate({"id": "site", "name": "Site", "cost": -1})


def test_a_gate_was_not_held_and_asked_nothing_at_first() -> None:
    gate = GateHeld(id="pivotal")
    assert (gate.held_on, gate.asked, gate.reshaped) == (None, (), None)
