"""Random planning problems, and exhaustive search over small ones."""

import itertools
import random
from collections.abc import Iterator
from fractions import Fraction

from readiness.roadmap.plan.problem import Activity, Goal, Problem, Starts, breaches, worth
from readiness.roadmap.plan.rule import by_rule


def problem(seed: int, count: int = 8, weeks: int = 26, functions: int = 3) -> Problem:
    """Precedences, freezes, absences, wave 0, shared goals and, in every third, fixed starts."""
    draw = random.Random(seed)
    names = [f"F{n}" for n in range(functions)]
    frozen = frozenset(draw.sample(range(weeks), draw.choice([0, 1, 2])))
    capacity = {f: _capacity(draw, weeks) for f in names}
    activities = tuple(_activity(draw, n, names) for n in range(count))
    goals = tuple(_goals(draw, [a.id for a in activities]))
    drawn = Problem(weeks, _pulled_first(activities), goals, capacity, frozen)
    return _with_fixed(draw, drawn) if seed % 3 == 0 else drawn


def _capacity(draw: random.Random, weeks: int) -> tuple[int, ...]:
    usual = draw.randint(4, 8)
    away = set(draw.sample(range(weeks), draw.choice([0, 0, 2])))
    fewer = set(draw.sample(range(weeks), draw.choice([0, 3])))
    return tuple(0 if w in away else usual - 2 if w in fewer else usual for w in range(weeks))


def _activity(draw: random.Random, n: int, names: list[str]) -> Activity:
    chosen = draw.sample(names, draw.choice([1, 1, 2]))
    earlier = [f"A{m}" for m in range(n)]
    needs = draw.sample(earlier, min(len(earlier), draw.choice([0, 0, 1, 2])))
    return Activity(
        id=f"A{n}",
        weeks=draw.randint(1, 6),
        demand={f: draw.randint(1, 5) for f in sorted(chosen)},
        needs=tuple(sorted(needs)),
        first=draw.random() < 0.15,
    )


def _pulled_first(activities: tuple[Activity, ...]) -> tuple[Activity, ...]:
    """What wave 0 needs is of wave 0, as the order of the roadmap has it."""
    first = {a.id for a in activities if a.first}
    for activity in reversed(activities):
        if activity.id in first:
            first |= set(activity.needs)
    return tuple(
        Activity(a.id, a.weeks, a.demand, a.needs, first=a.id in first) for a in activities
    )


def _goals(draw: random.Random, ids: list[str]) -> Iterator[Goal]:
    for id in ids:
        if draw.random() < 0.85:
            by = [id] if draw.random() < 0.8 else draw.sample(ids, 2)
            yield Goal(f"G{id}", Fraction(draw.randint(1, 200), 4), tuple(sorted(by)))


def _with_fixed(draw: random.Random, free: Problem) -> Problem:
    """Two activities without needs, fixed where some plan has them, so that a plan exists."""
    starts = by_rule(free, lambda id: id)
    roots = [a for a in free.activities if not a.needs and not a.first and a.id in starts]
    chosen = {a.id for a in draw.sample(roots, min(2, len(roots)))}
    return Problem(
        free.weeks,
        tuple(
            Activity(a.id, a.weeks, a.demand, a.needs, a.first, starts[a.id])
            if a.id in chosen
            else a
            for a in free.activities
        ),
        free.goals,
        free.capacity,
        free.frozen,
    )


def every_plan(problem: Problem) -> Iterator[Starts]:
    """Each choice of starts, or of none, of each activity; the broken ones among them."""
    choices: list[list[int | None]] = []
    for activity in problem.activities:
        ends = problem.ends[activity.id]
        free: list[int | None] = [None, *(s for s, end in enumerate(ends) if end is not None)]
        choices.append([activity.start] if activity.start is not None else free)
    ids = list(problem.by_id)
    for chosen in itertools.product(*choices):
        yield {id: s for id, s in zip(ids, chosen, strict=True) if s is not None}


def best_by_trying(problem: Problem) -> tuple[Fraction, Fraction]:
    """Both objectives of the best of all plans."""
    return min(
        worth(problem, starts).order
        for starts in every_plan(problem)
        if not breaches(problem, starts)
    )
