"""The model map entered row by row, judged, and taken back."""

from typing import Any

import pytest

from readiness.domain.errors import InputRefused
from readiness.workspace.answers import undo
from readiness.workspace.model_map import (
    begun_links,
    begun_nodes,
    decide_archetype,
    keep_links,
    keep_nodes,
    link_rows,
    node_rows,
    set_conductor,
)
from readiness.workspace.notes import IdentifierFound
from readiness.workspace.results import result, state
from readiness.workspace.session import Session
from tests.workspace.desk import begun

THREE = [
    {"kind": "site", "name": "Own suite"},
    {"kind": "contractor", "name": "Maker"},
    {"kind": "step", "name": "Expansion"},
]
LINK = {"source": "maker", "kind": "data", "target": "own-suite", "connection": "scan"}


def drawn() -> tuple[Session, str]:
    desk, id = begun()
    keep_nodes(desk, id, THREE)
    keep_links(desk, id, [LINK])
    return desk, id


def nodes(desk: Session, id: str) -> list[dict[str, Any]]:
    return node_rows(state(desk, id).assessment)


def links(desk: Session, id: str) -> list[dict[str, Any]]:
    return link_rows(state(desk, id).assessment)


def test_nodes_and_links_get_ids_of_their_words() -> None:
    desk, id = drawn()
    assert [node["id"] for node in nodes(desk, id)] == ["own-suite", "maker", "expansion"]
    assert [link["id"] for link in links(desk, id)] == ["maker-data-own-suite"]
    found = result(desk, id).operating_model.model_map
    assert found is not None
    assert (found.nodes, found.makers, found.handovers) == (3, 2, 1)


def test_two_links_of_the_same_ends_are_two() -> None:
    desk, id = drawn()
    keep_links(desk, id, [*links(desk, id), LINK | {"carries": "Certificates"}])
    assert [k["id"] for k in links(desk, id)] == ["maker-data-own-suite", "maker-data-own-suite-2"]


def test_a_node_that_is_renamed_keeps_its_links_and_one_deleted_takes_them_along() -> None:
    desk, id = drawn()
    renamed = [THREE[0], THREE[1] | {"name": "Fenmark"}, THREE[2]]
    keep_nodes(desk, id, renamed)  # as a table tells it that has not learnt the ids
    assert [node["name"] for node in nodes(desk, id)][1] == "Fenmark"
    assert [link["source"] for link in links(desk, id)] == ["maker"]
    keep_nodes(desk, id, [one for one in nodes(desk, id) if one["id"] != "maker"])
    assert links(desk, id) == []
    undo(desk, id)
    assert (len(nodes(desk, id)), len(links(desk, id))) == (3, 1)


def test_what_is_begun_is_counted_and_not_kept() -> None:
    desk, id = begun()
    keep_nodes(desk, id, [{"kind": "site", "name": None}])
    assert nodes(desk, id) == []
    assert begun_nodes([{"kind": "site", "name": None}, {"kind": None, "name": ""}]) == 1
    assert begun_links([{"source": "own-suite", "kind": None, "target": None}, LINK]) == 1


def test_nothing_changed_is_no_change() -> None:
    desk, id = drawn()
    before = state(desk, id).loaded.revision
    keep_nodes(desk, id, nodes(desk, id))
    assert state(desk, id).loaded.revision == before


def test_what_cannot_be_is_refused() -> None:
    desk, id = drawn()
    with pytest.raises(InputRefused, match="This name stands there twice"):
        keep_nodes(desk, id, [*THREE, {"kind": "step", "name": "maker "}])
    with pytest.raises(InputRefused, match="only a place runs"):
        keep_links(desk, id, [LINK | {"kind": "runs"}])
    with pytest.raises(InputRefused, match="less than or equal to 999"):
        keep_links(desk, id, [LINK | {"escalation_hours": 1000}])
    with pytest.raises(IdentifierFound):
        keep_links(desk, id, [LINK | {"owner": "ann@maker.example"}])
    assert [link["owner"] for link in links(desk, id)] == [""]


def test_one_role_leads_and_a_name_is_asked_about() -> None:
    desk, id = begun()
    set_conductor(desk, id, " Head of supply chain ")
    assert state(desk, id).assessment.operating.conductor == "Head of supply chain"
    with pytest.raises(IdentifierFound):
        set_conductor(desk, id, "Anna Meier")
    set_conductor(desk, id, "")
    assert state(desk, id).assessment.operating.conductors == ()


def test_a_decision_has_its_reason_and_can_be_taken_back() -> None:
    desk, id = drawn()
    with pytest.raises(InputRefused, match="needs its reason"):
        decide_archetype(desk, id, "network", True, " ")
    decide_archetype(desk, id, "network", True, "Two regions")
    assert result(desk, id).hybrid.archetypes == ("network",)
    decide_archetype(desk, id, "network", None)
    assert result(desk, id).hybrid.archetypes == ()
