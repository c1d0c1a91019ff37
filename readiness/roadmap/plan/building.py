"""From tasks and people to the planning problem: stretching and whole numbers (method 8)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil, floor, lcm

from readiness.domain.planning import Plan
from readiness.roadmap.plan.actions import Task, Tasks
from readiness.roadmap.plan.calendar import Weeks, absent
from readiness.roadmap.plan.problem import Activity, Goal, Problem

LARGEST = 1_000_000
"""No capacity or demand is scaled beyond this."""


@dataclass(frozen=True)
class Built:
    """A problem, with what its whole numbers stand for."""

    problem: Problem
    scale: Mapping[str, int]
    """Units of capacity a person-week, by function."""
    overbooked: Mapping[str, tuple[int, ...]]
    """Weeks in which fixed starts need more of a function than there is."""
    closed: tuple[str, ...]
    """Gaps that are closed by what is done already."""
    too_long: tuple[str, ...] = ()
    """Of wave 0, and longer than the horizon with all that they need: they hold nothing up."""


def build(tasks: Tasks, plan: Plan, weeks: Weeks, capacity: Mapping[str, Fraction]) -> Built:
    """The problem under these person-weeks a week; functions not among them are not limited.

    Fixed starts stand whatever they need: where that is more than there is, the capacity of the
    week is taken as what they need, and the weeks are named.
    """
    to_do = [t for t in tasks.tasks if t.is_to_do]
    there = by_week(plan, weeks, capacity)
    usual = usually(plan, weeks, capacity)
    lasting = {t.id: duration(t, usual) for t in to_do}
    scale = {f: _scale(f, row, to_do, lasting) for f, row in there.items()}
    away = absent(plan, weeks)
    rows = {
        f: tuple(
            0 if week in away.get(f, ()) else floor(people * scale[f])
            for week, people in enumerate(row)
        )
        for f, row in there.items()
    }
    activities = tuple(_activity(t, lasting[t.id], scale, rows, weeks) for t in to_do)
    goals, closed = _goals(tasks)
    problem = Problem(weeks.count, activities, goals, rows, weeks.touched(plan.freeze))
    widened, overbooked = _widened(problem)
    freed, too_long = _freed(widened)
    return Built(freed, scale, overbooked, closed, too_long)


def by_week(
    plan: Plan, weeks: Weeks, capacity: Mapping[str, Fraction]
) -> dict[str, tuple[Fraction, ...]]:
    """Person-weeks of each function in each week, with those who come or go; absences apart."""
    rows = {f: [there] * weeks.count for f, there in capacity.items()}
    for change in plan.added:
        begins = max(0, weeks.week_from(change.from_))
        for week in range(begins, weeks.count if change.function in rows else 0):
            rows[change.function][week] += change.weeks
    return {f: tuple(max(Fraction(0), there) for there in row) for f, row in rows.items()}


def usually(plan: Plan, weeks: Weeks, capacity: Mapping[str, Fraction]) -> dict[str, Fraction]:
    """What durations are stretched to: those who are there from the start, else the most ever.

    Who comes later makes no action shorter, so that more people never make a plan worse.
    """
    rows = by_week(plan, weeks, capacity)
    return {f: there or max(rows[f]) for f, there in capacity.items()}


def duration(task: Task, capacity: Mapping[str, Fraction]) -> int:
    """Its least weeks, stretched to ``ceil(effort / capacity)`` where people are fewer.

    Nobody at all leaves it as it is: it will not fit anywhere.
    """
    needed = [ceil(e / capacity[f]) for f, e in task.effort.items() if capacity.get(f, 0) > 0]
    return max([1, task.elapsed, *needed])


def _scale(
    function: str, there: tuple[Fraction, ...], tasks: list[Task], lasting: Mapping[str, int]
) -> int:
    """The least number that makes capacity and demands whole, at most a million in all."""
    shares = [t.effort[function] / lasting[t.id] for t in tasks if t.effort.get(function)]
    whole = lcm(*(part.denominator for part in (*there, *shares)))
    largest = max([Fraction(1), *there, *shares])
    return min(whole, floor(LARGEST / largest))


def _activity(
    task: Task,
    lasting: int,
    scale: Mapping[str, int],
    rows: Mapping[str, tuple[int, ...]],
    weeks: Weeks,
) -> Activity:
    demand = {}
    for function, effort in task.effort.items():
        if function in scale and effort > 0:
            # Rounded up where the scale was cut, yet never beyond what exactly sufficed.
            exact = effort / lasting * scale[function]
            most = max(rows[function], default=0)
            demand[function] = max(1, most if exact <= most < ceil(exact) else ceil(exact))
    start = None if task.start is None else weeks.week_of(task.start)
    if start is not None and start < 0:
        # Under way before the plan begins: what is left of it starts with the plan.
        lasting, start = max(1, lasting + start), 0
    # What somebody has begun or promised waits for nothing any more.
    needs = task.needs if start is None else ()
    return Activity(task.id, lasting, demand, needs, task.wave == 0, start)


def _goals(tasks: Tasks) -> tuple[tuple[Goal, ...], tuple[str, ...]]:
    goals, closed = [], []
    for gap in tasks.gaps:
        closing = tasks.closing(gap)
        if closing is None:
            goals.append(Goal(gap.capability, gap.priority, ()))
            continue
        by = tuple(t.id for t in closing if t.is_to_do)
        if by:
            goals.append(Goal(gap.capability, gap.priority, by))
        else:
            closed.append(gap.capability)
    return tuple(goals), tuple(closed)


def _widened(problem: Problem) -> tuple[Problem, dict[str, tuple[int, ...]]]:
    """The problem with capacity for all that is fixed, and the weeks that had too little."""
    fixed = [a for a in problem.activities if a.start is not None]
    rows, short = dict(problem.capacity), {}
    for function in problem.capacity:
        taken = [0] * problem.weeks
        for activity in fixed:
            end = problem.end(activity.id, activity.start or 0)
            for week in range(activity.start or 0, problem.weeks if end is None else end):
                if week not in problem.resting[function]:
                    taken[week] += activity.demand.get(function, 0)
        row = rows[function]
        weeks = tuple(w for w, used in enumerate(taken) if used > row[w])
        if weeks:
            short[function] = weeks
            rows[function] = tuple(map(max, row, taken))
    widened = Problem(problem.weeks, problem.activities, problem.goals, rows, problem.frozen)
    return widened, short


def _freed(problem: Problem) -> tuple[Problem, tuple[str, ...]]:
    """Wave 0 that no number of people could end within the horizon comes first in nothing."""
    ends: dict[str, int | None] = {}

    def end(id: str) -> int | None:
        if id not in ends:
            activity = problem.by_id[id]
            before = [end(need) for need in activity.needs]
            known = [week for week in before if week is not None]
            begin = max([0, *known]) if len(known) == len(before) else problem.weeks
            fixed = activity.start is not None and problem.end(id, activity.start)
            free = (week for week in problem.ends[id][begin:] if week is not None)
            ends[id] = fixed or next(free, None)
        return ends[id]

    too_long = tuple(a.id for a in problem.activities if a.first and end(a.id) is None)
    activities = tuple(
        replace(a, first=False) if a.id in too_long else a for a in problem.activities
    )
    return replace(problem, activities=activities), too_long
