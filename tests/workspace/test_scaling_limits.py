"""Scaling limits as a person enters them."""

import pytest

from readiness.domain.errors import InputRefused
from readiness.workspace.notes import IdentifierFound
from readiness.workspace.people import set_profile
from readiness.workspace.results import result
from readiness.workspace.scaling_limits import set_limit
from tests.workspace.desk import begun


def test_a_limit_is_entered_and_judged_at_once() -> None:
    desk, id = begun()
    set_profile(desk, id, "demand_per_year", 120)
    set_limit(desk, id, "DOC", "volume", 30)
    set_limit(desk, id, "DOC", "owner", "Head of Quality")
    found = result(desk, id).operating_model.capacity
    assert found is not None
    assert (found.capacity, found.demand, found.limits[0].is_owned) == (30, 120, True)


def test_words_and_volumes_are_checked() -> None:
    desk, id = begun()
    with pytest.raises(IdentifierFound):
        set_limit(desk, id, "DOC", "owner", "ask ada@maker.example")
    with pytest.raises(InputRefused):
        set_limit(desk, id, "DOC", "volume", 0)
