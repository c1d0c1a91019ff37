"""What other cut points would do: level, verdict, index and first gaps (domain 10.4)."""

from readiness.domain.base import Exact, Model
from readiness.domain.scale import Level


class Outcome(Model):
    """The figures under one set of cut points."""

    factor: Exact
    """Every cut point of the stream times this; 1 as set."""
    stream: str | None = None
    """The stream whose cut points moved; None: every metric's."""
    level: Level
    verdict: str
    index: Exact | None
    first: tuple[str, ...]
    """The capabilities ranked first, to the horizon of the assessment."""


class Sensitivity(Model):
    """The outcome as set, and with the cut points moved."""

    base: Outcome
    moved: tuple[Outcome, ...]
