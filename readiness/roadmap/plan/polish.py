"""A better order by small moves: one activity earlier or later in the list, again and again."""

import random
from collections.abc import Callable

from readiness.roadmap.plan.problem import Problem, Starts, breaches, worth
from readiness.roadmap.plan.rule import by_rule

SEED = 1


def polish(
    problem: Problem,
    starts: Starts,
    tries: int,
    *,
    heard: Callable[[Starts], None] | None = None,
    asked: Callable[[], bool] | None = None,
) -> Starts:
    """The best plan met on the way; the same plan and number of tries give the same one.

    A move is kept where it makes the plan no worse, so that the search can cross flat ground.
    ``asked`` may end it. ``heard`` is told of each better plan.
    """
    draw = random.Random(SEED)
    last = problem.weeks
    order = sorted(problem.by_id, key=lambda id: starts.get(id, last))
    best = worth(problem, starts).order
    here = best
    found = starts
    for _ in range(tries if len(order) > 1 else 0):
        if asked is not None and asked():
            break
        trial = _moved(order, draw)
        place = {id: n for n, id in enumerate(trial)}
        plan = by_rule(problem, place.__getitem__)
        value = worth(problem, plan).order
        if value > here or breaches(problem, plan):
            continue
        order, here = trial, value
        if value < best:
            found, best = plan, value
            if heard:
                heard(plan)
    return found


def _moved(order: list[str], draw: random.Random) -> list[str]:
    """One of them taken out and put in elsewhere."""
    trial = list(order)
    id = trial.pop(draw.randrange(len(trial)))
    trial.insert(draw.randrange(len(trial) + 1), id)
    return trial
