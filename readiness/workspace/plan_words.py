"""A plan in sentences: how good it is, what falls outside, what would bring it in."""

from collections.abc import Iterator
from fractions import Fraction

from readiness.domain.planned import CheapNow, RoadmapPlan

DAYS = 5
"""Working days of a person-week."""


def quality(plan: RoadmapPlan) -> str:
    """*optimal*, *within 7 % of the best possible*, or why there is no such figure."""
    if plan.status in ("no people entered", "nothing to plan"):
        return plan.status.capitalize()
    if plan.status == "optimal":
        return "Plan optimal"
    percent = plan.gap_percent or 0.0
    shown = f"{percent:.1f}" if percent < 1 else f"{percent:.0f}"
    said = f"Within {shown} % of the best possible"
    return f"{said}, stopped by hand" if plan.stopped else said


def outside(plan: RoadmapPlan) -> str:
    """What the horizon cannot hold, with the smallest addition; empty if it holds all."""
    if not plan.outside:
        return ""
    count = len(plan.outside)
    ids = ", ".join(left.id for left in plan.outside)
    what = f"{count} action{'s fall' if count > 1 else ' falls'} outside the horizon: {ids}."
    return f"{what} {addition(plan)}".strip()


def addition(plan: RoadmapPlan) -> str:
    """What would bring everything in."""
    more = plan.add_capacity
    if more is None:
        return "Let the search end to learn what would bring them in." if plan.stopped else ""
    if more.longest_chain_weeks is not None:
        weeks = more.longest_chain_weeks
        return f"No added capacity suffices: the longest chain is {weeks} weeks."
    if more.alone:
        ways = [f"+{_weeks(v)} of {f}" for f, v in more.alone.items()]
        would = "would bring everything in" if len(ways) == 1 else "would each bring everything in"
        return f"{' or '.join(ways)} {would}."
    ways = [f"+{_weeks(v)} of {f}" for f, v in more.together.items()]
    return f"{' and '.join(ways)} together would bring everything in."


def _weeks(value: Fraction) -> str:
    return f"{float(value):g} person-weeks a week ({float(value * DAYS):g} days)"


def warnings(plan: RoadmapPlan) -> Iterator[str]:
    """Actions that reopen comparability, each with its day and why."""
    for found in plan.reopened:
        yield (
            f"{found.id} ends {found.end:%d %b %Y}, after the pivotal trial has begun "
            f"({plan.pivotal:%d %b %Y}). {found.why} Bring it forward, or leave it for later."
        )


def cheap_line(found: CheapNow) -> str:
    """What it costs and until when: *COI-1: lock-in 5, 6 person-weeks ...*."""
    when = "not in this plan"
    if found.end_week is not None:
        when = f"done by the end of week {found.end_week}"
    until = f", cheap until {found.before_what} {found.before:%d %b %Y}" if found.before else ""
    late = ": too late" if found.is_late else ""
    return (
        f"{found.id} {found.name}: lock-in {found.lock_in}, {float(found.effort):g} person-weeks"
        f"{until}; {when}{late}"
    )


def plan_lines(plan: RoadmapPlan) -> Iterator[str]:
    """The plan as readable lines, the quality first."""
    yield f"{quality(plan)}. Start {plan.start}, {plan.horizon_weeks} weeks."
    yield from plan.remarks
    if said := outside(plan):
        yield said
    yield from warnings(plan)
    for action in plan.actions:
        levels = f"{action.final or '?'} -> {action.target}" if action.target else ""
        yield (
            f"  {action.wave}  {action.id:8} weeks {action.start_week + 1:>3}-{action.end_week:<3}"
            f" {levels:7} {action.name}"
        )
    for standing in plan.projection:
        index = "" if standing.index is None else f", index {float(standing.index):.2f}"
        yield f"{standing.label}: level {standing.level}, {standing.verdict}{index}"
    last = plan.projection[-1] if plan.projection else None
    if last is not None and last.blocking:
        yield f"Still blocks level {last.next_level}: {'; '.join(last.blocking)}."
    if plan.cheap_now:
        yield "Cheap now, dear later (gaps to launch):"
        yield from (f"  {cheap_line(found)}" for found in plan.cheap_now)
    if plan.ahead_of_need:
        yield "Ahead of need:"
        yield from (f"  {early.text}" for early in plan.ahead_of_need)
