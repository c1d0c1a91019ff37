"""Who hands what to whom: by pair, with the flags where the map raises them."""

from typing import Any

import pytest

from readiness.operating_model.map_matrix import handed, own_steps, places, takers
from readiness.operating_model.model_map import graph_today, judge_map
from tests.made import assessment, questionnaire
from tests.operating_model.maps import drawn, passes

CONTENT = questionnaire()
OUT, BACK = ("own", "cdmo"), ("cdmo", "own")
RAISED_AT = {"F2": BACK, "F4": OUT, "F6": OUT, "F8": ("cdmo", "board")}


def pairs(drawing: dict[str, Any]) -> dict[tuple[str, str], tuple[list[str], list[str]]]:
    """Ids of links and of flags by pair."""
    made = assessment(hybrid={}, operating=drawing)
    found = judge_map(made, CONTENT)
    assert found is not None
    cells = handed(graph_today(made, CONTENT), found)
    return {pair: ([k.id for k in one.links], list(one.flags)) for pair, one in cells.items()}


def test_each_pair_has_what_passes_between_them() -> None:
    """The order goes out, the product comes back, both are seen on the board; runs are no cell."""
    assert pairs(drawn()) == {
        ("own", "cdmo"): (["order"], []),
        ("cdmo", "own"): (["product"], []),
        ("own", "board"): (["own-seen"], []),
        ("cdmo", "board"): (["cdmo-seen"], []),
    }


@pytest.mark.parametrize("flag", RAISED_AT)
def test_a_flag_stands_at_the_pair_that_raises_it(flag: str) -> None:
    found = pairs(drawn([flag]))
    assert [pair for pair, (_, flags) in found.items() if flag in flags] == [RAISED_AT[flag]]


def test_a_hand_over_without_an_owner_stands_under_f5() -> None:
    """Somebody leads the chain, and nobody owns the gift."""
    drawing = drawn()
    drawing["map_links"].append(passes("gift", "own", "cdmo", "material", owner=""))
    assert pairs(drawing)["own", "cdmo"] == (["order", "gift"], ["F5"])


def test_places_run_steps_and_views_only_take() -> None:
    made = assessment(operating=drawn())
    graph = graph_today(made, CONTENT)
    assert [node.id for node in places(graph)] == ["own", "cdmo"]
    assert [node.id for node in takers(graph)] == ["own", "cdmo", "board"]
    assert [step.id for step in own_steps(graph, "cdmo")] == ["grow"]
