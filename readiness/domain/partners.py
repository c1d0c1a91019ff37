"""Contract makers as they were asked: claims, answers, failures, slots by month (domain 7)."""

from typing import Literal

from pydantic import Field

from readiness.domain.base import Exact, Model

Score = Literal[0, 1, 2, 3, 4]
MOST_LETTERS = 1000
"""Of a text that is typed or comes back with a question list."""
MONTH = r"^\d{4}-(0[1-9]|1[0-2])$"


class Partner(Model):
    """A contract maker and what it claims; None is *not said*, never 0."""

    id: str = Field(min_length=1, pattern=r"^[a-z0-9][a-z0-9_-]*$")
    name: str = Field(min_length=1)
    kind: str = ""
    """The kind of partner as the content's reports know it, if one fits."""
    process_days: Exact | None = Field(default=None, gt=0)
    changeover_days: Exact | None = Field(default=None, ge=0)
    lines: int = Field(default=1, ge=1)
    """Parallel lines in a suite."""
    claimed_utilisation: Exact | None = Field(default=None, ge=0, le=1)
    claimed_wait_days: int | None = Field(default=None, ge=0)
    """Days to the next slot that it offers."""
    claimed_batches: int | None = Field(default=None, ge=0)
    claimed_failures: int | None = Field(default=None, ge=0)
    """Failures in the claimed batches."""
    batch_numbers: int | None = Field(default=None, ge=0)
    """Batch numbers issued in the months of the slot table."""
    critical_deviations: int | None = Field(default=None, ge=0)


class PartnerAnswer(Model):
    """How one question was answered, by the partner or, of the mirror, about the sponsor.

    ``score`` None: not asked; that counts against the sponsor, not the partner.
    """

    partner: str
    question: str
    score: Score | None = None
    red_flag: bool = False
    reaction: str = ""
    note: str = ""


class PartnerFailure(Model):
    """One of the last failures, and what changed because of it."""

    partner: str
    n: int = Field(ge=1, le=9)
    month: str = Field(default="", pattern=rf"{MONTH}|^$")
    step: str = ""
    cause: str = ""
    changed: str = ""
    shown: str = ""
    """What showed that it worked."""


class SlotMonth(Model):
    """One month of one suite as the partner counts it."""

    partner: str
    month: str = Field(pattern=MONTH)
    suite: str = "all"
    offered: int = Field(ge=0)
    booked: int = Field(ge=0)
    started: int = Field(ge=0)
    completed: int = Field(ge=0)
    cancelled_sponsor: int | None = Field(default=None, ge=0)
    cancelled_partner: int | None = Field(default=None, ge=0)
    cancelled_other: int | None = Field(default=None, ge=0)

    @property
    def cancelled(self) -> int:
        """By anybody, as far as it was said."""
        said = (self.cancelled_sponsor, self.cancelled_partner, self.cancelled_other)
        return sum(count for count in said if count is not None)
