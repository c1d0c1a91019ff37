"""The worksheets of changes: longest path, plan against actual (domain 1.4, method 11)."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from graphlib import CycleError, TopologicalSorter
from math import ceil

import numpy as np

from readiness.domain.lock_in import AreaWeeks, LockInRules, RippleArea
from readiness.domain.ripple import Change, ChangeArea, RippleRules
from readiness.domain.ripple_result import AreaResult, ChangeResult, RippleResult
from readiness.operating_model.base_rates import base_rates
from readiness.operating_model.lock_in import (
    critical_path,
    ends_of,
    finish_times,
    longest_path,
    path_weeks,
    usual_order,
)

Order = dict[str, tuple[str, ...]]


def judge_changes(
    rules: RippleRules,
    ledger: LockInRules,
    changes: Sequence[Change],
    launch: date | None,
    as_of: date,
) -> RippleResult | None:
    """Every change, and the base rates of all; None without a change."""
    if not changes:
        return None
    return RippleResult(
        changes=tuple(_change(ledger, change, launch, as_of) for change in changes),
        base_rates=base_rates(rules, ledger, changes),
    )


def order_of(ledger: LockInRules, change: Change) -> tuple[Order, str]:
    """What each area of a change comes after, and the areas that wait for each other.

    What was typed counts before the content's order; where areas wait for each other all of the
    typed order is left out, so that a figure can be given.
    """
    usual = usual_order(ledger)
    typed = usual | {
        one.area: one.after for one in change.areas if one.area in usual and one.after is not None
    }
    try:
        TopologicalSorter(typed).prepare()
    except CycleError as error:
        return usual, ", ".join(area for area in usual if area in error.args[1])
    return typed, ""


def _change(ledger: LockInRules, change: Change, launch: date | None, as_of: date) -> ChangeResult:
    order, loop = order_of(ledger, change)
    said = {area.id: change.of(area.id) for area in ledger.areas}
    touched = [one for one in said.values() if one.affected]
    plans = planned_weeks(ledger, change)
    drawn = path_weeks(ledger, f"change|{change.id}", plans, order)
    late = float(np.quantile(drawn, float(ledger.percentile)))
    begin_by = launch - timedelta(days=ceil(7 * late)) if launch else None
    likely = finish_times({one.area: np.array([float(one.mode)]) for one in plans}, order, 1)
    low, high = ends_of(ledger, drawn)
    is_over = bool(touched) and all(one.actual_weeks is not None for one in touched)
    return ChangeResult(
        id=change.id,
        name=change.name,
        areas=tuple(
            _area(area, said[area.id], order, {k: float(v[0]) for k, v in likely.items()})
            for area in ledger.areas
        ),
        weeks=float(drawn.mean()),
        weeks_low=low,
        weeks_high=high,
        weeks_late=late,
        likely=max((float(end[0]) for end in likely.values()), default=0.0),
        one_by_one=float(sum((one.mode for one in plans), Fraction(0))),
        critical=critical_path(plans, order),
        effort=sum((one.effort or Fraction(0) for one in touched), Fraction(0)),
        lots=max((one.lots or 0 for one in touched), default=0),
        done=sum(one.actual_weeks is not None for one in touched),
        of=len(touched),
        actual=_actual(touched, order) if is_over else None,
        actual_effort=_spent(touched),
        begin_by=begin_by,
        is_late=not is_over and bool(plans) and begin_by is not None and begin_by < as_of,
        loop=loop,
    )


def planned_weeks(ledger: LockInRules, change: Change) -> list[AreaWeeks]:
    """The weeks planned of every touched area, in the content's order."""
    found = (said.planned(area) for area in ledger.areas if (said := change.of(area.id)).affected)
    return [weeks for weeks in found if weeks is not None]


def _area(
    area: RippleArea, said: ChangeArea, order: Order, likely: Mapping[str, float]
) -> AreaResult:
    planned = said.planned(area) if said.affected else None
    ends = likely[area.id] if planned else None
    return AreaResult(
        id=area.id,
        name=area.name,
        affected=said.affected,
        size=said.size,
        has_owner=bool(said.owner.strip()),
        effort=said.effort,
        planned=planned,
        starts=ends - float(planned.mode) if planned and ends is not None else None,
        ends=ends,
        lots=said.lots,
        after=order[area.id],
        actual_weeks=said.actual_weeks,
        actual_effort=said.actual_effort,
    )


def _actual(touched: Sequence[ChangeArea], order: Order) -> float:
    """The longest path of what the areas took: the same order, the true weeks."""
    took = {one.area: np.array([float(one.actual_weeks or 0)]) for one in touched}
    return float(longest_path(took, order, 1)[0])


def _spent(touched: Sequence[ChangeArea]) -> Fraction | None:
    spent = [one.actual_effort for one in touched if one.actual_effort is not None]
    return sum(spent, Fraction(0)) if spent else None
