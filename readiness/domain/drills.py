"""The first-hour drill: scenarios, items and points (method 9)."""

from readiness.domain.base import Model


class DrillItem(Model):
    """An information item of a drill with its owner and target minutes (domain 6.3)."""

    n: int
    text: str
    owner: str
    minutes: int


class Scenario(Model):
    """A scenario of the first-hour drill (domain 6.3)."""

    id: str
    name: str
    mandatory: bool = False
    summary: str
    items: tuple[DrillItem, ...]


class DrillBlock(Model):
    """A block of the 100 points (domain 6.2)."""

    id: str
    name: str
    points: int


class DrillBand(Model):
    """From how many points a band begins."""

    minimum: int
    name: str


class DrillRules(Model):
    """Points, cap, age (method 9)."""

    blocks: tuple[DrillBlock, ...]
    bands: tuple[DrillBand, ...]
    timed_block: str = "B"
    """The block whose points come from the timed items."""
    critical_cap: int
    stale_months: int
    stale_points: int
    right_in_time: int
    right_late: int
    partial: int
    late_factor: int
    critical_fails: tuple[str, ...]
    scenarios: tuple[Scenario, ...]
