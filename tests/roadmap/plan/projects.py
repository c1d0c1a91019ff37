"""Projects of 30 activities and four resources by the usual parameters (Kolisch, Sprecher, Drexl).

Network complexity: arcs that are not implied by others, for each activity, both dummies counted.
Resource factor: the mean share of the resources that an activity uses. Resource strength: where
the capacity stands between the least with which the project can be done (0) and the peak of the
plan in which everything starts as early as it can (1).
"""

import itertools
import random
from collections.abc import Iterator

from readiness.roadmap.plan.project import Task

COMPLEXITY = (1.5, 1.8, 2.1)
FACTOR = (0.25, 0.5, 0.75, 1.0)
STRENGTH = (0.2, 0.5, 0.7, 1.0)
RESOURCES = ("R1", "R2", "R3", "R4")
COUNT = 30


def combinations() -> list[tuple[float, float, float]]:
    """All 48 of complexity, factor and strength."""
    return list(itertools.product(COMPLEXITY, FACTOR, STRENGTH))


def project(
    seed: int, complexity: float, factor: float, strength: float
) -> tuple[list[Task], dict[str, int]]:
    """Tasks in an order in which needs come first, and the capacities."""
    draw = random.Random(seed)
    needs = _network(draw, complexity)
    durations = [draw.randint(1, 10) for _ in range(COUNT)]
    demand = _demand(draw, factor)
    tasks = [
        Task(f"T{n:02}", durations[n], demand[n], tuple(f"T{m:02}" for m in sorted(needs[n])))
        for n in range(COUNT)
    ]
    return tasks, {r: _capacity(tasks, r, strength) for r in RESOURCES}


def _network(draw: random.Random, complexity: float) -> list[set[int]]:
    """Needs of each activity: three begin, three end, none has more than three, none is implied.

    A drawing that ends before it has its arcs is thrown away.
    """
    while True:
        needs, missing = _drawn_network(draw, complexity)
        if missing <= 0:
            return needs


def _drawn_network(draw: random.Random, complexity: float) -> tuple[list[set[int]], int]:
    needs: list[set[int]] = [set() for _ in range(COUNT)]
    for n in range(3, COUNT):
        free = [m for m in range(n) if _needed(needs, m) < 3 and m < COUNT - 3]
        needs[n] = {draw.choice(free)}
    for n in range(COUNT - 3):
        if not _needed(needs, n):
            later = [m for m in range(max(3, n + 1), COUNT) if len(needs[m]) < 3]
            _join(needs, draw, [(n, m) for m in later], 1)
    ends = 6  # from the first dummy to three, from three to the last
    wanted = round(complexity * (COUNT + 2)) - ends - sum(map(len, needs))
    pairs = [(m, n) for n in range(3, COUNT) for m in range(min(n, COUNT - 3))]
    return needs, _join(needs, draw, pairs, wanted)


def _needed(needs: list[set[int]], n: int) -> int:
    return sum(n in row for row in needs)


def _join(
    needs: list[set[int]], draw: random.Random, pairs: list[tuple[int, int]], wanted: int
) -> int:
    """Add up to so many arcs that imply no other and are implied by none; how many it lacks."""
    draw.shuffle(pairs)
    for early, late in pairs:
        if wanted <= 0:
            break
        if len(needs[late]) < 3 and _needed(needs, early) < 3 and _is_new(needs, early, late):
            needs[late].add(early)
            wanted -= 1
    return wanted


def _before(needs: list[set[int]], n: int) -> set[int]:
    found = set(needs[n])
    for m in needs[n]:
        found |= _before(needs, m)
    return found


def _is_new(needs: list[set[int]], early: int, late: int) -> bool:
    if early in _before(needs, late):
        return False
    trial = [set(row) for row in needs]
    trial[late].add(early)
    return not any(
        m in _before(trial, other) for n in range(COUNT) for m in trial[n] for other in trial[n]
    )


def _demand(draw: random.Random, factor: float) -> list[dict[str, int]]:
    """Each activity uses one resource at least, all together the share that is wanted."""
    uses = {(n, draw.choice(RESOURCES)) for n in range(COUNT)} if factor > 0 else set()
    others = [(n, r) for n in range(COUNT) for r in RESOURCES if (n, r) not in uses]
    draw.shuffle(others)
    uses |= set(others[: round(factor * COUNT * len(RESOURCES)) - len(uses)])
    return [{r: draw.randint(1, 10) for r in RESOURCES if (n, r) in uses} for n in range(COUNT)]


def _capacity(tasks: list[Task], resource: str, strength: float) -> int:
    least = max(t.demand.get(resource, 0) for t in tasks)
    most = max(least, _peak(tasks, resource))
    return least + round(strength * (most - least))


def _peak(tasks: list[Task], resource: str) -> int:
    ends: dict[str, int] = {}
    load: dict[int, int] = {}
    for task in tasks:
        start = max([0, *(ends[need] for need in task.needs)])
        ends[task.id] = start + task.duration
        for period in range(start, ends[task.id]):
            load[period] = load.get(period, 0) + task.demand.get(resource, 0)
    return max(load.values())


def figures(tasks: list[Task]) -> tuple[float, float]:
    """Network complexity and resource factor as they came out."""
    needed = {need for t in tasks for need in t.needs}
    ends = sum(not t.needs for t in tasks) + sum(t.id not in needed for t in tasks)
    arcs = sum(len(t.needs) for t in tasks) + ends
    return arcs / (len(tasks) + 2), sum(len(t.demand) for t in tasks) / len(tasks) / len(RESOURCES)


def timeline(tasks: list[Task], starts: dict[str, int]) -> Iterator[dict[str, int]]:
    """What is used of each resource in each period."""
    last = max(starts[t.id] + t.duration for t in tasks)
    for period in range(last):
        running = [t for t in tasks if starts[t.id] <= period < starts[t.id] + t.duration]
        yield {r: sum(t.demand.get(r, 0) for t in running) for r in RESOURCES}
