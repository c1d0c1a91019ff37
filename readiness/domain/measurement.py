"""A metric judged, and the stream indices (method 3)."""

from readiness.domain.base import Exact, Model
from readiness.domain.evidence import MonthCount, ObservedWindow, RowRef, Trend
from readiness.domain.scale import Level


class Measurement(Model):
    """A metric's value, judged (method 3)."""

    metric: str
    value: Exact | None = None
    events: int | None = None
    exposure: Exact | None = None
    trials: int | None = None
    n: int | None = None
    low: float | None = None
    high: float | None = None
    low95: float | None = None
    high95: float | None = None
    level: Level | None = None
    level_low: Level | None = None
    level_high: Level | None = None
    uncapped: Level | None = None
    """The level before a suspicion capped it, else None."""
    usable: bool = False
    soft: bool = False
    suspicion: bool = False
    interval_unknown: bool = False
    carried_over: bool = False
    reason: str | None = None
    more_needed: str | None = None
    """What it would take to know."""
    trend: Trend | None = None
    window: ObservedWindow | None = None
    """The part of the window that it was measured on, where the log covers less than the whole."""
    rows: tuple[RowRef, ...] = ()
    over: tuple[RowRef, ...] = ()
    """Rows that it is counted over and that are no events themselves."""
    left_out: tuple[RowRef, ...] = ()
    beside: dict[str, float] = {}
    months: tuple[MonthCount, ...] = ()
    """Its events and exposure by month, where it is a rate or a share."""
    remark: str = ""
    """How the figure came about, where that is not as its definition says."""
    source: str = ""


class IndexDetail(Model):
    """A stream index with the metrics used."""

    value: Exact | None
    low: Exact | None = None
    high: Exact | None = None
    used: tuple[str, ...] = ()
    of: int
    surcharge: bool = False
    reason: str = ""
