"""The planning problem as plain data, and what a plan of it is worth (method 8)."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

Starts = Mapping[str, int]
"""The week, counted from 0, in which each planned activity starts; one that is absent falls
outside the horizon."""


@dataclass(frozen=True)
class Activity:
    """A piece of work that is not divided."""

    id: str
    weeks: int
    """Weeks of work, 1 or more; weeks in which it rests are not counted."""
    demand: Mapping[str, int]
    """What it takes of each function in each week, in the units of the capacity."""
    needs: tuple[str, ...] = ()
    """Activities that must have ended before it starts."""
    first: bool = False
    """Of wave 0: in each of its functions nothing else starts without it, or before it."""
    start: int | None = None
    """A fixed week: under way, or promised. It is in every plan and in nobody's way."""


@dataclass(frozen=True)
class Goal:
    """A gap: it closes when the last of its activities has ended."""

    id: str
    priority: Fraction
    by: tuple[str, ...]
    """Empty: nothing planned closes it."""


@dataclass(frozen=True)
class Problem:
    """Activities, goals, and the people there are over ``weeks`` weeks.

    ``capacity``: for each function one whole number a week. A function without people in a week
    rests, and in a week of ``frozen`` everything rests: what is under way waits and goes on after.
    """

    weeks: int
    activities: tuple[Activity, ...]
    goals: tuple[Goal, ...]
    capacity: Mapping[str, tuple[int, ...]]
    frozen: frozenset[int] = frozenset()

    @cached_property
    def by_id(self) -> dict[str, Activity]:
        """Activities by id, in their order."""
        return {a.id: a for a in self.activities}

    @cached_property
    def resting(self) -> dict[str, frozenset[int]]:
        """The weeks in which each function does no project work."""
        return {
            function: self.frozen | {w for w, there in enumerate(row) if there <= 0}
            for function, row in self.capacity.items()
        }

    @cached_property
    def ends(self) -> dict[str, tuple[int | None, ...]]:
        """For each activity and start, the week after its last; None where it cannot start.

        It starts in no week in which it rests, and ends within the horizon.
        """
        return {a.id: self._ends(a) for a in self.activities}

    def _ends(self, activity: Activity) -> tuple[int | None, ...]:
        rest = set(self.frozen).union(*(self.resting[f] for f in activity.demand))
        working = [w for w in range(self.weeks) if w not in rest]
        ends: list[int | None] = [None] * self.weeks
        for place, week in enumerate(working[: max(0, len(working) - activity.weeks + 1)]):
            ends[week] = working[place + activity.weeks - 1] + 1
        return tuple(ends)

    def end(self, id: str, start: int) -> int | None:
        """The week after its last; None if a fixed start carries it past the horizon."""
        activity = self.by_id[id]
        if activity.start is None:
            return self.ends[id][start]
        rest = set(self.frozen).union(*(self.resting[f] for f in activity.demand))
        working = [w for w in range(max(0, start), self.weeks) if w not in rest]
        return working[activity.weeks - 1] + 1 if len(working) >= activity.weeks else None


@dataclass(frozen=True)
class Worth:
    """What is minimised: first the priority left open, then the priority weeks."""

    open: Fraction
    """The sum of the priorities of the goals that do not close within the horizon."""
    weeks: Fraction
    """The sum over goals that close of ``priority * week in which it closes``."""

    @property
    def order(self) -> tuple[Fraction, Fraction]:
        """The key by which plans are compared: the smaller the better."""
        return self.open, self.weeks


def closings(problem: Problem, starts: Starts) -> dict[str, int | None]:
    """The week at whose beginning each goal is closed; None if it stays open."""
    found: dict[str, int | None] = {}
    for goal in problem.goals:
        ends = [problem.end(a, starts[a]) if a in starts else None for a in goal.by]
        known = [end for end in ends if end is not None]
        found[goal.id] = max(known) if known and len(known) == len(ends) else None
    return found


def worth(problem: Problem, starts: Starts) -> Worth:
    """Both objectives of a plan, recomputed from its starts (method 8)."""
    closed = closings(problem, starts)
    left, weeks = Fraction(0), Fraction(0)
    for goal in problem.goals:
        end = closed[goal.id]
        if end is None:
            left += goal.priority
        else:
            weeks += goal.priority * end
    return Worth(left, weeks)


def load(problem: Problem, starts: Starts) -> dict[str, list[int]]:
    """What is booked of each function in each week.

    Somebody whose work waits for another function stays booked; nobody is booked in a week in
    which the function rests.
    """
    booked = {function: [0] * problem.weeks for function in problem.capacity}
    for id, start in starts.items():
        end = problem.end(id, start)
        for function, demand in problem.by_id[id].demand.items():
            for week in range(max(0, start), problem.weeks if end is None else end):
                if week not in problem.resting[function]:
                    booked[function][week] += demand
    return booked


def breaches(problem: Problem, starts: Starts) -> list[str]:
    """Every constraint of method 8 that a plan breaks, in words; empty for a plan that holds."""
    return [
        *_precedence(problem, starts),
        *_fixed(problem, starts),
        *_first(problem, starts),
        *(
            f"{function} is booked {booked} of {problem.capacity[function][week]} in week {week}"
            for function, row in load(problem, starts).items()
            for week, booked in enumerate(row)
            if booked > max(0, problem.capacity[function][week])
        ),
    ]


def _precedence(problem: Problem, starts: Starts) -> list[str]:
    found = []
    for id, start in starts.items():
        for need in problem.by_id[id].needs:
            end = problem.end(need, starts[need]) if need in starts else None
            if end is None or end > start:
                found.append(f"{id} starts before {need} has ended")
    return found


def _fixed(problem: Problem, starts: Starts) -> list[str]:
    found = []
    for activity in problem.activities:
        start = starts.get(activity.id)
        if activity.start is not None and start != activity.start:
            found.append(f"{activity.id} does not start in week {activity.start}")
        if activity.start is None and start is not None:
            inside = 0 <= start < problem.weeks
            if not inside or problem.ends[activity.id][start] is None:
                found.append(f"{activity.id} cannot start in week {start}")
    return found


def _first(problem: Problem, starts: Starts) -> list[str]:
    return [
        f"{later.id} starts before {early.id}, which comes first in {function}"
        for function in problem.capacity
        for early, later in first_pairs(problem, function)
        if later.id in starts and starts[later.id] < starts.get(early.id, problem.weeks)
    ]


def first_pairs(problem: Problem, function: str) -> list[tuple[Activity, Activity]]:
    """Pairs of one function: the second starts not without, and not before, the first.

    What a fixed start has settled is no longer the planner's to order.
    """
    own = [a for a in problem.activities if function in a.demand and a.start is None]
    return [(a, b) for a in own if a.first for b in own if not b.first]
