"""What an interviewer keeps beside the answers: none of it is judged (screens 3.2, domain 10.1)."""

from datetime import date, datetime
from typing import Literal

from pydantic import Field

from readiness.domain.base import Model

RequestStatus = Literal["asked", "promised", "received", "not_available"]


class Note(Model):
    """Something that was said and is no answer yet."""

    id: str
    text: str = Field(min_length=1)
    capability: str | None = None
    """None: it belongs to no question yet."""
    respondent: str | None = None
    """Who said it; None: nobody in particular."""


class FollowUp(Model):
    """An answer to come back to."""

    capability: str
    respondent: str


class EvidenceRequest(Model):
    """A document or record that somebody was asked for."""

    id: str
    what: str = Field(min_length=1)
    capability: str | None = None
    respondent: str | None = None
    """Who was asked."""
    status: RequestStatus = "asked"
    asked_on: date
    due: date | None = None

    @property
    def is_open(self) -> bool:
        """Whether it may still come."""
        return self.status in ("asked", "promised")

    def is_overdue(self, today: date) -> bool:
        """Whether it should have come before today."""
        return self.is_open and self.due is not None and self.due < today


class Sitting(Model):
    """The time of the talk with one respondent, against what was planned.

    It runs while ``started`` is set; ``seconds`` are those of the times before.
    """

    respondent: str
    planned_minutes: int = Field(ge=1)
    seconds: int = Field(default=0, ge=0)
    started: datetime | None = None

    def elapsed(self, now: datetime) -> int:
        """Seconds until now."""
        running = 0.0 if self.started is None else (now - self.started).total_seconds()
        return self.seconds + max(0, int(running))
