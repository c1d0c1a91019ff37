"""The four archetypes as a map shows them."""

from typing import Any

from readiness.operating_model.map_archetypes import recognise
from tests.operating_model.maps import NODES, graph, runs

EVERY = ("asset_level", "process_step", "network", "lifecycle")


def shown(links: list[dict[str, Any]], *steps: dict[str, str]) -> dict[str, str]:
    seen = graph({"map_nodes": [*NODES, *steps], "map_links": links})
    return {id: why for id in EVERY if (why := recognise(seen, id))}


def step(id: str, product: str = "") -> dict[str, str]:
    return {"id": id, "kind": "step", "name": id.title(), "product": product}


def test_one_maker_is_no_hybrid() -> None:
    assert shown([runs("own")]) == {}


def test_steps_of_one_product_at_two_parties() -> None:
    found = shown([runs("own"), runs("cdmo", "fill")], step("fill"))
    assert found == {
        "process_step": "steps of one product are run by different parties: Expansion: Own; "
        "Fill: Maker"
    }


def test_one_step_at_two_parties() -> None:
    found = shown([runs("own"), runs("cdmo")])
    assert found == {"network": "one step runs at several parties: Expansion: Own, Maker"}


def test_two_products_at_two_parties() -> None:
    steps = [step("cells", "Alpha"), step("fill", "Beta")]
    found = shown([runs("own", "cells"), runs("cdmo", "fill")], *steps)
    assert found == {
        "asset_level": "products are made by different parties: Alpha: Own; Beta: Maker"
    }


def test_a_step_that_changes_hands_between_stages() -> None:
    found = shown([runs("cdmo", until="pivotal"), runs("own", since="launch")])
    assert found == {"lifecycle": "a step changes hands between stages: Expansion: Maker, then Own"}
