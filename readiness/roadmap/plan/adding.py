"""What a horizon cannot hold, and the smallest addition that brings it in (method 8)."""

from collections.abc import Callable, Mapping
from fractions import Fraction

from readiness.domain.planned import AddedCapacity
from readiness.domain.planning import Plan
from readiness.roadmap.plan.actions import Tasks
from readiness.roadmap.plan.building import build
from readiness.roadmap.plan.calendar import Weeks
from readiness.roadmap.plan.problem import Problem, breaches
from readiness.roadmap.plan.rule import by_rule, rule_plans
from readiness.roadmap.plan.solver import Model, search

STEP = Fraction(1, 4)
"""Person-weeks a week."""
WORK = 1.0
"""Units of search for one question."""
LONGEST = 520
"""Weeks in which the longest chain must end: ten years."""

Suffices = Callable[[Mapping[str, int]], bool]
"""Whether so many steps more of each function bring everything in."""


def fits(problem: Problem) -> bool:
    """Whether everything has been seen to fit: by a rule, else by a search of bounded work."""
    whole = set(problem.by_id)
    for starts in rule_plans(problem).values():
        ends = (problem.end(id, start) for id, start in starts.items())
        if set(starts) == whole and None not in ends and not breaches(problem, starts):
            return True
    if any(problem.end(a.id, a.start) is None for a in problem.activities if a.start is not None):
        return False
    model = Model(problem, whole=True)
    return search(model, WORK).starts is not None


def smallest_addition(
    tasks: Tasks, plan: Plan, weeks: Weeks, capacity: Mapping[str, Fraction]
) -> AddedCapacity:
    """One function at a time, and where none suffices alone several together.

    Where a search ends without an answer the addition counts as too small: the figure may be
    larger than it must be, never smaller.
    """

    def suffices(steps: Mapping[str, int]) -> bool:
        more = {f: there + STEP * steps.get(f, 0) for f, there in capacity.items()}
        return fits(build(tasks, plan, weeks, more).problem)

    most = {f: _enough(tasks, f) for f in capacity}
    if not suffices(most):
        return AddedCapacity(longest_chain_weeks=longest_chain(tasks, plan, weeks, capacity))
    alone = {}
    for function, steps in most.items():
        if steps and suffices({function: steps}):
            alone[function] = STEP * _least(_varied(suffices, {}, function), steps)
    if alone:
        return AddedCapacity(alone=alone)
    return AddedCapacity(together=_together(suffices, most))


def _enough(tasks: Tasks, function: str) -> int:
    """Steps with which all that a function does could be done side by side."""
    whole = sum(
        (t.effort.get(function, Fraction(0)) / t.elapsed for t in tasks.tasks if t.is_to_do),
        Fraction(0),
    )
    return -int(-whole // STEP)


def _least(suffices: Callable[[int], bool], most: int) -> int:
    """By bisection the least number that suffices; ``most`` does, 0 does not."""
    too_few = 0
    while most - too_few > 1:
        middle = (too_few + most) // 2
        if suffices(middle):
            most = middle
        else:
            too_few = middle
    return most


def _together(suffices: Suffices, most: Mapping[str, int]) -> dict[str, Fraction]:
    """The same for all, then as much taken back of one function after the other as can be."""
    same = _least(lambda n: suffices(dict.fromkeys(most, n)), max(most.values()))
    steps = {f: min(same, there) for f, there in most.items()}
    if not suffices(steps):
        steps = dict.fromkeys(most, same)
    for function, given in list(steps.items()):
        if given and suffices(steps | {function: 0}):
            steps[function] = 0
        elif given:
            steps[function] = _least(_varied(suffices, steps, function), given)
    return {f: STEP * n for f, n in steps.items() if n}


def _varied(suffices: Suffices, steps: Mapping[str, int], function: str) -> Callable[[int], bool]:
    return lambda n: suffices({**steps, function: n})


def longest_chain(tasks: Tasks, plan: Plan, weeks: Weeks, capacity: Mapping[str, Fraction]) -> int:
    """Weeks until the last action ends where people are never short; rests are counted."""
    ample = {f: there + STEP * _enough(tasks, f) for f, there in capacity.items()}
    longer = build(tasks, plan, Weeks(weeks.start, LONGEST), ample).problem
    starts = by_rule(longer, str)
    ends = [longer.end(id, start) or LONGEST for id, start in starts.items()]
    return max(ends, default=0)
