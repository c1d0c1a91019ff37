"""What the batch register tells about patient slots, to begin a simulation with (method 10)."""

from readiness.domain.base import Model


class SlotFacts(Model):
    """Figures of the batches of the window; None where the register does not tell.

    ``starts_per_year``: from ``batches`` started; ``process_days``: share by whole days of the
    ``timed`` batches; ``failure``: share of ``ended`` batches that failed or were stopped;
    ``release``: minimum, median and 90th percentile of days from the end of the process to the
    disposition, of ``released`` batches.
    """

    batches: int
    starts_per_year: float | None = None
    process_days: dict[int, float] = {}
    timed: int = 0
    failure: float | None = None
    failed: int = 0
    ended: int = 0
    release: tuple[float, float, float] | None = None
    released: int = 0
