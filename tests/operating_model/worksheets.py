"""Worksheets of changes whose arithmetic can be done in the head."""

from typing import Any

from readiness.domain.ripple import Change, ChangeArea


def area(name: str, low: Any = None, mode: Any = None, high: Any = None, **more: Any) -> ChangeArea:
    """A touched area with weeks of its own; one figure alone is fixed."""
    if mode is None:
        mode, high = low, low
    given = {"area": name, "affected": True, "low": low, "mode": mode, "high": high} | more
    return ChangeArea.model_validate(given)


def change(*areas: ChangeArea, id: str = "c", name: str = "New reagent") -> Change:
    """A change."""
    return Change(id=id, name=name, areas=areas)
