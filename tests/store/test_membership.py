"""Refusals of changes of membership."""

import pytest

from readiness.domain.errors import NotAllowed
from readiness.store.membership import refuse_last_owner, refused


def test_a_workspace_keeps_an_owner():
    refuse_last_owner(1)
    with pytest.raises(NotAllowed):
        refuse_last_owner(0)


def test_a_refusal_has_its_advice():
    assert "Do this" in str(refused("That is no address", "Do this"))
