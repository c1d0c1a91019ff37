"""The roadmap without people: the waves in order, back to back (method 8)."""

from collections.abc import Mapping
from itertools import groupby

from readiness.roadmap.plan.actions import Task
from readiness.roadmap.plan.calendar import Weeks

Placed = Mapping[str, tuple[int, int]]
"""The week in which each task starts, and the week after its last."""


def back_to_back(tasks: tuple[Task, ...], weeks: Weeks, frozen: frozenset[int]) -> Placed:
    """Each wave begins when the one before has ended; within it only prerequisites wait.

    Every task lasts its least elapsed weeks; a frozen week is counted for none. A task that has a
    fixed start keeps it. Nothing ends the calendar: what lies behind the horizon is laid out too.
    """
    placed: dict[str, tuple[int, int]] = {}
    begin = 0
    waiting = sorted((t for t in tasks if t.is_to_do), key=lambda t: t.wave)
    for _, wave in groupby(waiting, key=lambda t: t.wave):
        for task in _needs_first(tuple(wave)):
            start = max([begin, *(placed[n][1] for n in task.needs if n in placed)])
            if task.start is not None:
                start = weeks.week_of(task.start)
            placed[task.id] = _span(start, task.elapsed, frozen)
        ends = [end for _, end in placed.values()]
        begin = max([begin, *ends])
    return placed


def _needs_first(wave: tuple[Task, ...]) -> list[Task]:
    own = {t.id: t for t in wave}
    found: dict[str, Task] = {}

    def visit(task: Task) -> None:
        for need in task.needs:
            if need in own and need not in found:
                visit(own[need])
        found.setdefault(task.id, task)

    for task in wave:
        visit(task)
    return list(found.values())


def _span(start: int, elapsed: int, frozen: frozenset[int]) -> tuple[int, int]:
    while start in frozen:
        start += 1
    end, left = start, elapsed
    while left:
        left -= end not in frozen
        end += 1
    return start, end
