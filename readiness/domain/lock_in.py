"""Early choices, what they save and what undoing them takes: entries and content (method 11)."""

from typing import Literal

from pydantic import Field, model_validator

from readiness.domain.base import Exact, Model

Size = Literal["small", "medium", "large"]
SIZES: tuple[Size, ...] = ("small", "medium", "large")


class AreaWeeks(Model):
    """How long one area takes: a triangular duration in weeks."""

    area: str
    low: Exact = Field(ge=0, le=1000)
    mode: Exact = Field(ge=0, le=1000)
    high: Exact = Field(ge=0, le=1000)

    @model_validator(mode="after")
    def _in_order(self) -> "AreaWeeks":
        if not self.low <= self.mode <= self.high:
            raise ValueError("low, mode and high run upwards")
        return self


class LockInChoice(Model):
    """An early choice: a shortcut with what it saves now."""

    id: str = Field(min_length=1, pattern=r"^[a-z0-9][a-z0-9_-]*$")
    name: str = Field(min_length=1)
    weeks_saved: Exact = Field(default=0, ge=0, le=1000, validate_default=True)
    chance: Exact = Field(default=1, ge=0, le=1, validate_default=True)
    """That it must be undone before launch."""
    areas: tuple[AreaWeeks, ...] = ()
    """Those that undoing it touches."""


class RippleArea(Model):
    """An area of a change with its usual weeks by size, and what comes before it."""

    id: str
    name: str
    text: str
    after: tuple[str, ...] = ()
    small: tuple[Exact, Exact]
    medium: tuple[Exact, Exact]
    large: tuple[Exact, Exact]

    def usual(self, size: Size) -> AreaWeeks:
        """Low and high of the content, the middle between them as the most likely."""
        low, high = getattr(self, size)
        return AreaWeeks(area=self.id, low=low, mode=(low + high) / 2, high=high)


class TypicalChoice(Model):
    """An early choice that is met again and again."""

    id: str
    name: str
    areas: dict[str, Size]


class LockInFindings(Model):
    """What is said of a choice."""

    passed: str
    debt: str
    no_launch_date: str


class LockInRules(Model):
    """``lock_in.yaml``."""

    capability: str
    draws: int = Field(ge=100)
    seed: int
    interval: Exact = Field(gt=0, lt=1)
    percentile: Exact = Field(gt=0, lt=1)
    areas: tuple[RippleArea, ...]
    typical: tuple[TypicalChoice, ...]
    remark: str
    findings: LockInFindings
