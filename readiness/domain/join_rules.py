"""What the join-rate test asks for: which logs must name a batch (domain 1.24, 3.5.9)."""

from pydantic import Field

from readiness.domain.base import Exact, Model


class LinkedLog(Model):
    """A log that should name every batch, and where that is read."""

    id: str
    name: str
    sources: tuple[str, ...]
    """Tables with the column that names the batch: ``bookings.batch``; any of them will do."""
    filled: str = ""
    """A column of the same row without which the row is no record: ``disposition_date``."""
    dates: tuple[str, ...] = ()
    """The first that is there says when a row was made; a row without a date is no stray."""
    without: dict[str, tuple[str, ...]] = {}
    """Rows with these values in these columns do not count: ``{status: [cancelled]}``."""
    every: bool = True
    """Every batch must stand here; a log of deviations names only those that had one."""


class JoinRules(Model):
    """What the test asks for."""

    settled_days: int = Field(ge=0)
    """Batches that began later than this before the as-of date may still lack records."""
    needed: Exact = Field(gt=0, le=1)
    logs: tuple[LinkedLog, ...]
