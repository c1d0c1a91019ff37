"""A first-hour drill while it runs and after: what happened when (domain 6, screens 3.7).

Nothing here is judged as it stands: a run that has ended gives a ``Drill`` of the assessment.
"""

from datetime import date, datetime
from typing import Literal

from pydantic import Field

from readiness.domain.base import Model


class Pause(Model):
    """A time in which the clock of a run stood still."""

    begun: datetime
    over: datetime | None = None


class DrillRun(Model):
    """One hour with one scenario: when it began, stood still and ended, and who was there."""

    id: str
    scenario: str
    started: datetime
    ended: datetime | None = None
    pauses: tuple[Pause, ...] = ()
    led_by: Literal["lead", "deputy"] = "lead"
    roles: tuple[str, ...] = ()
    """Roles present, never names."""
    drill: str = ""
    """The key of the drill that it gave; empty while it runs."""
    replay_on: date | None = None

    @property
    def is_paused(self) -> bool:
        """Whether the clock stands still."""
        return self.ended is None and any(pause.over is None for pause in self.pauses)

    def elapsed(self, now: datetime) -> int:
        """Whole seconds on the clock of this run, pauses left out, never below 0."""
        until = self.ended or now
        ran = (until - self.started).total_seconds()
        ran -= sum(((p.over or until) - p.begun).total_seconds() for p in self.pauses)
        return max(0, int(ran))


class DrillStamp(Model):
    """What the facilitator pressed in a row of the drill, and when on its clock."""

    run: str
    row: str
    answer: str
    second: int = Field(ge=0)
    reason: str = ""
    """Why it was put right afterwards; empty for a stamp as it was taken."""


class DrillLine(Model):
    """A line of the decision log: who decided what, by which criterion, with which fallback."""

    run: str
    n: int = Field(ge=1)
    second: int = Field(ge=0)
    text: str = Field(min_length=1)


class DrillAction(Model):
    """Something to do that came out of a drill."""

    run: str
    n: int = Field(ge=1)
    text: str = Field(min_length=1)
    owner: str = ""
    """A role, never a name."""
    due: date | None = None
