"""Gaps in their order, and the roadmap that closes them (method 7 and 8)."""

from typing import Literal

from readiness.domain.base import Exact, Model
from readiness.domain.scale import Level

Band = Literal["act now", "next", "plan", "watch"]


class RatingUsed(Model):
    """A rating as used, with the content's value where it was overridden."""

    value: Level
    content: Level
    reason: str
    override_reason: str = ""


class Gap(Model):
    """Target minus final, and why it stands where it stands (method 7)."""

    rank: int
    capability: str
    final: Level
    target: Level
    gap: int
    severity: Exact
    priority: Exact
    band: Band
    act_now: bool
    reasons: tuple[str, ...] = ()
    """The rules that make it *act now*."""
    ratings: dict[str, RatingUsed]
    target_override: str = ""
    wave: int
    in_first_5: float | None = None
    in_first_10: float | None = None
    mean_rank: float | None = None
    rank_low: int | None = None
    rank_high: int | None = None
    robust: Literal["robust", "rank uncertain", "fixed by rule"] | None = None
    in_first_5_ordered: float | None = None
    in_first_10_ordered: float | None = None
    mean_rank_ordered: float | None = None
    rank_low_ordered: int | None = None
    rank_high_ordered: int | None = None
    robust_ordered: Literal["robust", "rank uncertain", "fixed by rule"] | None = None


class Gaps(Model):
    """The two views of the horizon (method 6)."""

    next_stage: tuple[Gap, ...] = ()
    launch: tuple[Gap, ...] = ()


class RoadmapItem(Model):
    """An action in its order (method 8)."""

    order: int
    capability: str
    wave: int
    inherited_from: str | None = None
    """The gap whose rank or wave moved it forward."""
    final: Level | None
    target: Level
    raised: bool = False
    """The target was raised because another capability needs it."""
    assess_first: bool = False
    prerequisites: tuple[str, ...] = ()
    """Unsatisfied ones, which come before it."""
    reason: str
