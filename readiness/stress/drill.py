"""Points of a first-hour drill, and which drill counts (method 9)."""

from collections.abc import Sequence
from datetime import date

from readiness.domain.assessment import Drill, DrillAnswer
from readiness.domain.dates import months_before
from readiness.domain.drills import DrillRules, Scenario
from readiness.domain.result import DrillResult


def score_drills(
    drills: Sequence[Drill], rules: DrillRules, as_of: date
) -> tuple[DrillResult, ...]:
    """Every drill with its points, in the order of scenario and date; ``latest`` marks what counts.

    The latest drill of a scenario held on or before the as-of date counts; of two runs on one day
    the lower; one older than twelve months loses points after the cap, not under 0 (method 9).
    """
    order = [s.id for s in rules.scenarios]
    known = sorted(
        (d for d in drills if d.scenario in order),
        key=lambda d: (order.index(d.scenario), d.held_on),
    )
    scored = [_score(d, rules, as_of) for d in known]
    latest = {s: _latest([r for r in scored if r.scenario == s], as_of) for s in order}
    return tuple(r.model_copy(update={"latest": r is latest[r.scenario]}) for r in scored)


def _latest(results: Sequence[DrillResult], as_of: date) -> DrillResult | None:
    held = [r for r in results if r.held_on <= as_of]
    if not held:
        return None
    day = max(r.held_on for r in held)
    return min(
        (r for r in held if r.held_on == day), key=lambda r: (r.counted, not r.critical_fail)
    )


def _score(drill: Drill, rules: DrillRules, as_of: date) -> DrillResult:
    scenario = next(s for s in rules.scenarios if s.id == drill.scenario)
    points, workings = raw_points(drill, scenario, rules)
    counted = min(points, rules.critical_cap) if drill.critical_fail else points
    if counted < points:
        workings += f"; critical fail: at most {rules.critical_cap}"
    stale = drill.held_on < months_before(as_of, rules.stale_months)
    if stale:
        counted = max(0, counted - rules.stale_points)
        workings += f"; older than {rules.stale_months} months: {rules.stale_points} points less"
    band = next(b.name for b in rules.bands if counted >= b.minimum)
    return DrillResult(
        scenario=drill.scenario,
        held_on=drill.held_on,
        points=points,
        counted=counted,
        critical_fail=drill.critical_fail,
        stale=stale,
        latest=False,
        band=band,
        workings=workings,
    )


def raw_points(drill: Drill, scenario: Scenario, rules: DrillRules) -> tuple[int, str]:
    """Points before cap and age, as typed or from the blocks and the timed items."""
    if drill.points is not None:
        return drill.points, f"{drill.points} points as recorded"
    by_block = points_by_block(drill, scenario, rules)
    total = sum(by_block.values())
    parts = [f"{block} {points}" for block, points in by_block.items()]
    return total, " + ".join(parts) + f" = {total}"


def points_by_block(drill: Drill, scenario: Scenario, rules: DrillRules) -> dict[str, int]:
    """Points of each block before cap and age; a drill typed in as a sum alone gives none."""
    if drill.points is not None:
        return {}
    found = {}
    for block in rules.blocks:
        given = drill.blocks.get(block.id)
        if given is None and block.id == rules.timed_block:
            given = _timed(drill, scenario, rules)
        found[block.id] = min(block.points, max(0, given or 0))
    return found


def _timed(drill: Drill, scenario: Scenario, rules: DrillRules) -> int:
    """Each item once; of two answers to one item the lower, as of two runs on one day."""
    found: dict[int, int] = {}
    for answer in drill.items:
        points = item_points(answer, scenario, rules)
        found[answer.n] = min(points, found.get(answer.n, points))
    return sum(found.values())


def item_points(answer: DrillAnswer, scenario: Scenario, rules: DrillRules) -> int:
    """Points of one timed answer: right in time, within double the time, later or partial."""
    if answer.answer == "partial":
        return rules.partial
    if answer.answer != "right":
        return 0
    target = next((item.minutes for item in scenario.items if item.n == answer.n), None)
    if target is None:
        return 0
    if answer.minute is None:
        return rules.partial
    if answer.minute <= target:
        return rules.right_in_time
    return rules.right_late if answer.minute <= rules.late_factor * target else rules.partial


def mandatory_points(
    results: Sequence[DrillResult], rules: DrillRules
) -> dict[str, tuple[int, bool]]:
    """Counted points and critical fail of each mandatory scenario; not held counts 0."""
    latest = {r.scenario: r for r in results if r.latest}
    return {
        s.id: (latest[s.id].counted, latest[s.id].critical_fail) if s.id in latest else (0, False)
        for s in rules.scenarios
        if s.mandatory
    }


def recent_critical_fails(
    results: Sequence[DrillResult], as_of: date, months: int
) -> tuple[str, ...]:
    """Scenarios whose latest drill, within these months, ended in a critical fail (method 7)."""
    since = months_before(as_of, months)
    return tuple(r.scenario for r in results if r.latest and r.critical_fail and r.held_on >= since)
