"""When map and people differ, and when an archetype holds."""

from typing import Any

import pytest

from readiness.domain.map_result import MapArchetype, MapFlag


@pytest.mark.parametrize(
    ("derived", "typed", "differs"),
    [
        ("raised", "clear", True),
        ("clear", "raised", True),
        ("raised", "raised", False),
        ("not known", "raised", False),
        ("raised", "not known", False),
        ("raised", None, False),
    ],
)
def test_only_yes_against_no_differs(derived: Any, typed: Any, differs: bool) -> None:
    flag = MapFlag(id="F1", name="x", state="raised", derived=derived, typed=typed, why="")
    assert flag.differs is differs


@pytest.mark.parametrize(
    ("chosen", "decided", "holds"),
    [(True, None, True), (True, False, False), (False, True, True), (False, None, False)],
)
def test_a_decision_goes_before_a_choice(chosen: bool, decided: Any, holds: bool) -> None:
    one = MapArchetype(id="a", name="A", shown=True, why="", decided=decided, chosen=chosen)
    assert one.holds is holds
