"""Doses of a critical material, with lots that take long to come."""

from collections import deque

from readiness.domain.simulation import Material


class Stock:
    """What lies on the shelf and what is on order (method 10).

    Doses are promised in the order in which they are asked for, the oldest lot first, so that a
    dose promised for a day to come is never given to somebody else. What is neither promised nor
    at or below ``reorder_at`` is never less than one dose, lots on order included.
    """

    def __init__(self, material: Material) -> None:
        self.material = material
        self._lots: deque[tuple[float, int]] = deque()
        self._free = 0
        if material.stock:
            self._add(0.0, material.stock)
        self._reorder(0.0)

    def earliest(self, day: float) -> float:
        """The first time from ``day`` on at which a dose is there."""
        return max(day, self._lots[0][0])

    def take(self, now: float) -> None:
        """Promise one dose, and order a lot where what is left has fallen low."""
        there, doses = self._lots.popleft()
        if doses > 1:
            self._lots.appendleft((there, doses - 1))
        self._free -= 1
        self._reorder(now)

    def _reorder(self, now: float) -> None:
        while self._free <= self.material.reorder_at:
            self._add(now + self.material.lead_days, self.material.lot)

    def _add(self, there: float, doses: int) -> None:
        self._lots.append((there, doses))
        self._free += doses
