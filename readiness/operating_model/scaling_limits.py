"""Scaling limits judged: the lowest is the real capacity, set against the demand (domain 1.5)."""

from collections.abc import Sequence
from fractions import Fraction

from readiness.domain.assessment import Profile
from readiness.domain.operating_result import CapacityResult, LimitResult
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.scaling_limits import ScalingLimit
from readiness.domain.slots import SlotFacts


def judge_limits(
    questionnaire: Questionnaire,
    said: Sequence[ScalingLimit],
    profile: Profile,
    slots: SlotFacts | None,
) -> CapacityResult | None:
    """Every dimension, the lowest limit first, those not said last; None where none was said.

    ``slots``: what the register of batches shows; its starts a year are held against the limits.
    """
    known = {one.id: one for one in said if one.volume is not None}
    if not known:
        return None
    demand = profile.demand_per_year
    limits = [
        _limit(d.id, d.name, known.get(d.id, ScalingLimit(id=d.id)), demand)
        for d in questionnaire.dimensions
    ]
    capacity = min(one.volume for one in limits if one.volume is not None)
    return CapacityResult(
        limits=tuple(sorted(limits, key=lambda one: (one.volume is None, one.volume or 0))),
        capacity=capacity,
        lowest=tuple(one.id for one in limits if one.volume == capacity),
        demand=demand,
        share=Fraction(capacity, demand) if demand else None,
        made=slots.starts_per_year if slots else None,
        counted=slots.batches if slots else 0,
    )


def _limit(id: str, name: str, said: ScalingLimit, demand: int | None) -> LimitResult:
    volume = said.volume
    return LimitResult(
        id=id,
        name=name,
        volume=volume,
        basis=said.basis,
        is_based=said.basis is not None and bool(said.source.strip()),
        is_owned=bool(said.owner.strip()),
        is_enough=None if volume is None or demand is None else volume >= demand,
    )
