"""Nodes and links keep to their kinds."""

import pytest
from pydantic import ValidationError

from readiness.domain.model_map import ArchetypeSaid, MapLink, MapNode


def test_a_new_link_says_nothing_yet() -> None:
    link = MapLink(id="a-b", source="a", target="b", kind="data")
    assert (link.connection, link.escalation_hours, link.owner) == (None, None, "")


def test_ids_are_safe_and_a_decision_has_its_reason() -> None:
    with pytest.raises(ValidationError):
        MapNode(id="A | B", kind="site", name="A")
    with pytest.raises(ValidationError):
        ArchetypeSaid(id="network", holds=True, reason="")
