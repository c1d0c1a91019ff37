"""How good a plan could be at best: the time-indexed linear relaxation (method 8).

Variables ``z[a, t]``: the share of activity ``a`` that has started by week ``t``; never falling.
A plan is a solution in whole shares, so that the best solution in any shares bounds every plan.
"""

from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property, lru_cache
from math import ceil, lcm

import numpy as np
import numpy.typing as npt
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array

from readiness.roadmap.plan.problem import Goal, Problem

TOLERANCE = 1e-6
"""Of the linear solver, relative: so much its figure is lowered before it is rounded up."""

PACKINGS = (1, 2, 3, 4, 5, 6)
"""The k of the dual feasible functions that are used."""

Shares = npt.NDArray[np.float64]

Terms = list[tuple[int, float]]
"""Columns with their factors."""


@dataclass
class _Rows:
    """Rows ``sum(factor * column) <= limit``."""

    place: list[int] = field(default_factory=list)
    column: list[int] = field(default_factory=list)
    factor: list[float] = field(default_factory=list)
    limit: list[float] = field(default_factory=list)

    def add(self, terms: Terms, limit: float) -> None:
        """One more row."""
        for column, factor in terms:
            self.place.append(len(self.limit))
            self.column.append(column)
            self.factor.append(factor)
        self.limit.append(limit)


def unit_of(problem: Problem) -> int:
    """The least whole number that makes every priority whole."""
    return lcm(1, *(g.priority.denominator for g in problem.goals))


@lru_cache(maxsize=256)
def packings(sizes: tuple[Fraction, ...]) -> tuple[tuple[Fraction, ...], ...]:
    """Ways to count sizes, of which whole pieces that fit side by side into 1 count at most 1.

    First the sizes themselves, then their images under the dual feasible functions
    ``u(x) = x if (k + 1) x is whole, else floor((k + 1) x) / k`` (Fekete and Schepers): they know
    that of pieces of 0.4 only two fit. What counts nothing more than another way is left out.
    """
    found = [sizes]
    for k in PACKINGS:
        image = tuple(
            size if (size * (k + 1)).denominator == 1 else Fraction(int(size * (k + 1)), k)
            for size in sizes
        )
        if not any(all(i <= j for i, j in zip(image, known, strict=True)) for known in found):
            found.append(image)
    return tuple(found)


class Relaxation:
    """The linear programme of one problem; both objectives are bounded over the same rows."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.free = [a for a in problem.activities if a.start is None]
        self.at = {a.id: n * problem.weeks for n, a in enumerate(self.free)}
        self.goals = [g for g in problem.goals if self._may_close(g)]
        width = len(self.free) * problem.weeks
        self.closed = {g.id: width + n for n, g in enumerate(self.goals)}
        self.when = {g.id: width + len(self.goals) + n for n, g in enumerate(self.goals)}
        self.width = width + 2 * len(self.goals)
        self.solution: Shares = np.zeros(self.width)

    def _may_close(self, goal: Goal) -> bool:
        fixed = [self.problem.by_id[a] for a in goal.by]
        ends = [self.problem.end(a.id, a.start) for a in fixed if a.start is not None]
        return bool(goal.by) and None not in ends

    def least_open(self) -> Fraction:
        """No plan leaves less priority open than this."""
        whole = sum((g.priority for g in self.problem.goals), Fraction(0))
        unit = unit_of(self.problem)
        if not self.goals:
            return whole
        cost = np.zeros(self.width)
        for goal in self.goals:
            cost[self.closed[goal.id]] = -float(goal.priority * unit)
        best = -self._solve(cost, self._rows)
        whole_units = int(whole * unit)
        left = min(whole_units, max(0, ceil(whole_units - best - TOLERANCE * max(1.0, best))))
        return Fraction(left, unit)

    def least_weeks(self, left: Fraction) -> Fraction:
        """No plan that leaves at most ``left`` open has fewer priority weeks than this."""
        if not self.goals:
            return Fraction(0)
        unit, weeks = unit_of(self.problem), self.problem.weeks
        cost, gain = np.zeros(self.width), Terms()
        for goal in self.goals:
            cost[self.when[goal.id]] = float(goal.priority * unit)
            gain.append((self.closed[goal.id], -float(goal.priority * unit)))
        closable = sum((g.priority for g in self.goals), Fraction(0))
        whole = sum((g.priority for g in self.problem.goals), Fraction(0))
        rows = _Rows(*(list(part) for part in vars(self._rows).values()))
        rows.add(gain, -float((whole - left) * unit) + TOLERANCE)
        found = self._solve(cost, rows)
        # What stays open stood in the objective at the horizon; it is no part of the figure.
        found -= float((left - (whole - closable)) * unit * weeks)
        return Fraction(max(0, ceil(found - TOLERANCE * max(1.0, abs(found)))), unit)

    @cached_property
    def _rows(self) -> _Rows:
        rows = _Rows()
        weeks = self.problem.weeks
        for activity in self.free:
            first, ends = self.at[activity.id], self.problem.ends[activity.id]
            for week in range(weeks - 1):
                rows.add([(first + week, 1.0), (first + week + 1, -1.0)], 0.0)
            for week in range(weeks):
                if ends[week] is None:
                    before: Terms = [(first + week - 1, -1.0)] if week else []
                    rows.add([(first + week, 1.0), *before], 0.0)
        self._add_precedence(rows)
        self._add_capacity(rows)
        self._add_first(rows)
        self._add_goals(rows)
        return rows

    def _ended_by(self, id: str, week: int) -> tuple[Terms, float]:
        """The share that has ended by the beginning of a week, and its constant part."""
        activity = self.problem.by_id[id]
        if activity.start is not None:
            end = self.problem.end(id, activity.start)
            return [], 1.0 if end is not None and end <= week else 0.0
        ends = self.problem.ends[id]
        starts = [s for s, end in enumerate(ends) if end is not None and end <= week]
        return ([(self.at[id] + starts[-1], 1.0)] if starts else []), 0.0

    def _add_precedence(self, rows: _Rows) -> None:
        for activity in self.free:
            for need in activity.needs:
                for week in range(self.problem.weeks):
                    ended, constant = self._ended_by(need, week)
                    terms = [(c, -f) for c, f in ended]
                    rows.add([(self.at[activity.id] + week, 1.0), *terms], constant)

    def _add_capacity(self, rows: _Rows) -> None:
        for function, row in self.problem.capacity.items():
            own = [a for a in self.free if function in a.demand]
            taken = self._fixed_load(function)
            for week, there in enumerate(row):
                if week in self.problem.resting[function]:
                    continue
                sizes = [Fraction(a.demand[function], max(1, there - taken[week])) for a in own]
                running = [self._running(a.id, week) for a in own]
                for counted in packings(tuple(sizes)):
                    terms = [
                        (column, sign * float(size))
                        for size, columns in zip(counted, running, strict=True)
                        for column, sign in columns
                    ]
                    rows.add(terms, 1.0 if there > taken[week] else 0.0)

    def _running(self, id: str, week: int) -> Terms:
        """The share that is under way in a week: started by then, less what has ended."""
        ended, _ = self._ended_by(id, week)
        return [(self.at[id] + week, 1.0), *((column, -1.0) for column, _ in ended)]

    def _fixed_load(self, function: str) -> list[int]:
        taken = [0] * self.problem.weeks
        for activity in self.problem.activities:
            if activity.start is not None and function in activity.demand:
                end = self.problem.end(activity.id, activity.start)
                last = self.problem.weeks if end is None else end
                for week in range(max(0, activity.start), last):
                    taken[week] += activity.demand[function]
        return taken

    def _add_first(self, rows: _Rows) -> None:
        """Of the rest of a function no more has started than of each of its wave 0."""
        weeks, pairs = self.problem.weeks, set()
        for function in self.problem.capacity:
            own = [a for a in self.free if function in a.demand]
            pairs |= {(a.id, b.id) for a in own if a.first for b in own if not b.first}
        for early, later in sorted(pairs):
            for week in range(weeks):
                rows.add([(self.at[later] + week, 1.0), (self.at[early] + week, -1.0)], 0.0)

    def _add_goals(self, rows: _Rows) -> None:
        weeks = self.problem.weeks
        for goal in self.goals:
            closed, when = self.closed[goal.id], self.when[goal.id]
            rows.add([(closed, 1.0)], 1.0)
            for id in goal.by:
                activity = self.problem.by_id[id]
                if activity.start is not None:
                    end = self.problem.end(id, activity.start)
                    assert end is not None  # else the goal could not close
                    rows.add([(when, -1.0)], -float(end))
                    continue
                first, last = self.at[id], self.at[id] + weeks - 1
                rows.add([(closed, 1.0), (last, -1.0)], 0.0)
                rows.add([*self._mean_end(id, first), (when, -1.0)], -float(weeks))

    def _mean_end(self, id: str, first: int) -> Terms:
        """``sum(end * share that starts) - weeks * share in the plan``, by ``z``."""
        weeks, ends = self.problem.weeks, self.problem.ends[id]
        value = [float(end - weeks) if end is not None else 0.0 for end in ends]
        factors = [value[w] - (value[w + 1] if w + 1 < weeks else 0.0) for w in range(weeks)]
        return [(first + week, factor) for week, factor in enumerate(factors) if factor]

    def _solve(self, cost: Shares, rows: _Rows) -> float:
        shape = (len(rows.limit), self.width)
        matrix = coo_array((rows.factor, (rows.place, rows.column)), shape=shape).tocsr()
        upper = np.ones(self.width)
        for column in self.when.values():
            upper[column] = np.inf
        bounds = Bounds(np.zeros(self.width), upper)
        found = milp(cost, bounds=bounds, constraints=LinearConstraint(matrix, ub=rows.limit))
        if not found.success:
            raise ValueError(f"the relaxation has no solution: {found.message}")
        self.solution = found.x
        return float(found.fun)

    def middles(self) -> dict[str, float]:
        """For each activity the mean week of its start in the last solution: an order to try."""
        weeks = self.problem.weeks
        found = {}
        for activity in self.free:
            first = self.at[activity.id]
            found[activity.id] = weeks - float(self.solution[first : first + weeks].sum())
        return found
