"""What changes took here, area by area and size by size, beside the usual weeks (domain 1.4)."""

from collections.abc import Sequence
from fractions import Fraction
from statistics import median

from readiness.domain.lock_in import SIZES, LockInRules
from readiness.domain.ripple import Change, RippleRules
from readiness.domain.ripple_result import BaseRate


def base_rates(
    rules: RippleRules, ledger: LockInRules, changes: Sequence[Change]
) -> tuple[BaseRate, ...]:
    """One for each area and size with an actual figure, in the content's order.

    Only areas that were touched count, and only those planned by a size: weeks that were planned
    freely belong to no group. Nothing of the content is replaced by them.
    """
    found = []
    for area in ledger.areas:
        for size in SIZES:
            took = sorted(_took(changes, area.id, size))
            if not took:
                continue
            low, high = getattr(area, size)
            found.append(
                BaseRate(
                    area=area.id,
                    name=area.name,
                    size=size,
                    n=len(took),
                    least=took[0],
                    middle=median(took),
                    most=took[-1],
                    usual_low=low,
                    usual_high=high,
                    is_enough=len(took) >= rules.least,
                )
            )
    return tuple(found)


def _took(changes: Sequence[Change], area: str, size: str) -> list[Fraction]:
    said = (change.of(area) for change in changes)
    return [
        one.actual_weeks
        for one in said
        if one.affected and one.size == size and one.actual_weeks is not None
    ]
