"""The visibility stopwatch: codes drawn, fields answered on the clock; entries and content."""

from datetime import datetime
from typing import Literal

from pydantic import AwareDatetime, Field, model_validator

from readiness.domain.base import Exact, Model
from readiness.domain.scale import Level

Pool = Literal["in_process", "begun_last"]


class StopwatchRun(Model):
    """One test: what was drawn from how many, when it began and ended."""

    id: str
    started: AwareDatetime
    ended: AwareDatetime | None = None
    seed: int
    pool: Pool
    drawn_from: int = Field(ge=1)
    register_print: str = ""
    """Of the codes that were drawn from: the same print and seed draw the same codes."""
    codes: tuple[str, ...] = Field(min_length=1)
    """As the register is kept: coded where they name somebody."""

    @model_validator(mode="after")
    def _in_order(self) -> "StopwatchRun":
        if self.ended is not None and self.ended < self.started:
            raise ValueError("a test ends after it began")
        return self

    def elapsed(self, now: datetime) -> int:
        """Whole seconds on the clock, never below 0."""
        return max(0, int(((self.ended or now) - self.started).total_seconds()))


class StopwatchAnswer(Model):
    """Whether a field of a code was told rightly, and when; what was told is not kept."""

    run: str
    n: int = Field(ge=1)
    """Which of the codes, in the order in which they were drawn."""
    field: str
    answer: Literal["right", "wrong"]
    second: int = Field(ge=0)


class StopwatchField(Model):
    """What is asked of every code."""

    id: str
    name: str
    text: str


class StopwatchLevel(Model):
    """The level of a test with this share right in no more than these minutes."""

    level: Level
    right: Exact = Field(ge=0, le=1)
    minutes: Exact = Field(gt=0)


class StopwatchFindings(Model):
    """What is said of the latest test."""

    wrong: str
    slow: str
    stale: str


class BoardColumn(Model):
    """A field of the status board."""

    id: str
    name: str
    width: int = Field(ge=4, le=80)
    example: str
    look: Literal["text", "date"] = "text"
    values: tuple[str, ...] = ()
    """Words of a drop-down; others can be typed."""


class StatusBoard(Model):
    """The status board as a template."""

    title: str
    says: str
    rows: int = Field(ge=1, le=1000)
    columns: tuple[BoardColumn, ...]


class StopwatchRules(Model):
    """``stopwatch.yaml``."""

    capability: str
    codes: int = Field(ge=1)
    pool: int = Field(ge=1)
    """Batches begun last that are drawn from, where too few are in process."""
    seed: int
    fields: tuple[StopwatchField, ...] = Field(min_length=1)
    levels: tuple[StopwatchLevel, ...]
    stale_months: int = Field(ge=1)
    stale_levels: int = Field(ge=0)
    basis: str
    findings: StopwatchFindings
    board: StatusBoard
