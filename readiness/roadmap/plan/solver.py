"""The plan by OR-Tools CP-SAT: interval model, one worker, deterministic time (method 8)."""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from ortools.sat.python import cp_model

from readiness.roadmap.plan.problem import Activity, Goal, Problem, Starts, first_pairs
from readiness.roadmap.plan.relaxation import unit_of

SEED = 1
POLL = 0.05
"""Seconds between two looks whether somebody asked to stop."""

Heard = Callable[[Starts], None]
"""Told of each better plan."""
Asked = Callable[[], bool]
"""Whether somebody asked to stop."""


@dataclass(frozen=True)
class Answer:
    """What a search found: the best starts, or None, and the bound of its objective."""

    starts: Starts | None
    bound: Fraction
    proven: bool
    """The starts are optimal; without starts: there is no plan."""


@dataclass(frozen=True)
class _Placed:
    """The variables of one activity that is not fixed."""

    start: cp_model.IntVar
    end: cp_model.IntVar
    present: cp_model.IntVar
    interval: cp_model.IntervalVar


class Model:
    """The interval model of a problem; both objectives are set on it in turn."""

    def __init__(self, problem: Problem, *, whole: bool = False) -> None:
        """``whole``: every activity must be in the plan."""
        self.problem = problem
        self.model = cp_model.CpModel()
        self.placed = {
            a.id: self._place(a, whole=whole) for a in problem.activities if a.start is None
        }
        self._precedence()
        for function in problem.capacity:
            self._capacity(function)
            for early, later in first_pairs(problem, function):
                one, other = self.placed[early.id], self.placed[later.id]
                self.model.add_implication(other.present, one.present)
                self.model.add(one.start <= other.start).only_enforce_if(other.present)
        self.closed: dict[str, cp_model.IntVar] = {}
        self.when: dict[str, cp_model.IntVar] = {}
        for goal in problem.goals:
            self._close(goal)

    def _place(self, activity: Activity, *, whole: bool) -> _Placed:
        model, id, ends = self.model, activity.id, self.problem.ends[activity.id]
        pairs = [(s, end) for s, end in enumerate(ends) if end is not None]
        present = model.new_bool_var(f"in {id}")
        if whole:
            model.add(present == 1)
        if not pairs:
            model.add(present == 0)
            pairs = [(0, activity.weeks)]
        starts = cp_model.Domain.from_values([s for s, _ in pairs])
        start = model.new_int_var_from_domain(starts, f"start {id}")
        if all(end - s == activity.weeks for s, end in pairs):
            interval = model.new_optional_fixed_size_interval_var(
                start, activity.weeks, present, id
            )
            end = model.new_int_var(0, self.problem.weeks + activity.weeks, f"end {id}")
            model.add(end == start + activity.weeks)
        else:
            end = model.new_int_var_from_domain(
                cp_model.Domain.from_values([end for _, end in pairs]), f"end {id}"
            )
            # It rests on its way: how long it lasts hangs on where it starts.
            model.add_allowed_assignments([start, end], pairs)
            size = model.new_int_var(activity.weeks, self.problem.weeks, f"weeks {id}")
            interval = model.new_optional_interval_var(start, size, end, present, id)
        return _Placed(start, end, present, interval)

    def _precedence(self) -> None:
        for activity in self.problem.activities:
            later = self.placed.get(activity.id)
            for need in activity.needs:
                early = self.placed.get(need)
                if early is None:
                    self._after_fixed(activity, need)
                elif later is None:
                    self.model.add(early.present == 1)
                    self.model.add(early.end <= (activity.start or 0))
                else:
                    self.model.add_implication(later.present, early.present)
                    self.model.add(early.end <= later.start).only_enforce_if(later.present)

    def _after_fixed(self, activity: Activity, need: str) -> None:
        end = self.problem.end(need, self.problem.by_id[need].start or 0)
        later = self.placed.get(activity.id)
        if later is not None and end is None:
            self.model.add(later.present == 0)
        elif later is not None and end is not None:
            self.model.add(later.start >= end).only_enforce_if(later.present)
        elif end is None or end > (activity.start or 0):
            self.model.add_bool_or([])

    def _capacity(self, function: str) -> None:
        row, rest = self.problem.capacity[function], self.problem.resting[function]
        most = max([0, *row])
        intervals, demands = [], []
        for activity in self.problem.activities:
            demand = activity.demand.get(function, 0)
            if not demand:
                continue
            if activity.start is None:
                intervals.append(self.placed[activity.id].interval)
                demands.append(demand)
        for week, there in enumerate(self._left(function)):
            # Whoever is under way in a week of rest was so in the week before it, within bounds.
            if week not in rest and there < most:
                intervals.append(self.model.new_fixed_size_interval_var(week, 1, ""))
                demands.append(most - there)
        self.model.add_cumulative(intervals, demands, most)

    def _left(self, function: str) -> list[int]:
        """The capacity of each week less what fixed starts take of it."""
        left = list(self.problem.capacity[function])
        for activity in self.problem.activities:
            if activity.start is not None and function in activity.demand:
                end = self.problem.end(activity.id, activity.start)
                for week in range(max(0, activity.start), end or self.problem.weeks):
                    left[week] -= activity.demand[function]
        return left

    def _close(self, goal: Goal) -> None:
        model, weeks = self.model, self.problem.weeks
        closed = model.new_bool_var(f"closed {goal.id}")
        when = model.new_int_var(0, weeks, f"closes {goal.id}")
        if not goal.by:
            model.add(closed == 0)
        for id in goal.by:
            placed = self.placed.get(id)
            if placed is not None:
                model.add_implication(closed, placed.present)
                model.add(when >= placed.end).only_enforce_if(closed)
                continue
            end = self.problem.end(id, self.problem.by_id[id].start or 0)
            if end is None:
                model.add(closed == 0)
            else:
                model.add(when >= end)
        model.add(when == weeks).only_enforce_if(~closed)
        self.closed[goal.id], self.when[goal.id] = closed, when

    def hint(self, starts: Starts) -> None:
        """Begin the search at this plan."""
        for id, placed in self.placed.items():
            self.model.add_hint(placed.present, int(id in starts))
            if id in starts:
                self.model.add_hint(placed.start, starts[id])

    def least_open(self) -> None:
        """Minimise the priority left open."""
        self.model.minimize(self._open())

    def least_weeks(self, left: Fraction) -> None:
        """Keep the open priority at or below ``left`` and minimise the priority weeks."""
        unit = unit_of(self.problem)
        self.model.add(self._open() <= int(left * unit))
        self.model.minimize(
            sum(int(g.priority * unit) * self.when[g.id] for g in self.problem.goals)
        )

    def _open(self) -> cp_model.LinearExpr:
        unit = unit_of(self.problem)
        parts = [int(g.priority * unit) * (1 - self.closed[g.id]) for g in self.problem.goals]
        return cp_model.LinearExpr.sum(parts)

    def starts(self, value: Callable[[cp_model.IntVar], int]) -> dict[str, int]:
        """The plan of a solution."""
        found = {a.id: a.start for a in self.problem.activities if a.start is not None}
        for id, placed in self.placed.items():
            if value(placed.present):
                found[id] = value(placed.start)
        return found


class _Listener(cp_model.CpSolverSolutionCallback):
    def __init__(self, model: Model, heard: Heard) -> None:
        super().__init__()
        self._model, self._heard = model, heard

    def on_solution_callback(self) -> None:
        self._heard(self._model.starts(self.value))


def search(
    model: Model,
    deterministic: float,
    *,
    heard: Heard | None = None,
    asked: Asked | None = None,
) -> Answer:
    """Search until proven, until ``deterministic`` units of work are done, or until asked to stop.

    The same model and limit give the same answer on every machine; stopped by hand it does not.
    """
    solver = cp_model.CpSolver()
    set_up(solver, deterministic)
    listener = _Listener(model, heard) if heard else None
    if asked is None:
        status = solver.solve(model.model, listener)
    else:
        status = _watched(solver, model.model, listener, asked)
    found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    proven = status in (cp_model.OPTIMAL, cp_model.INFEASIBLE)
    bound = Fraction(round(solver.best_objective_bound)) if found else Fraction(0)
    starts: Mapping[str, int] | None = model.starts(solver.value) if found else None
    return Answer(starts, max(Fraction(0), bound) / unit_of(model.problem), proven)


def set_up(solver: cp_model.CpSolver, deterministic: float) -> None:
    """One worker, one seed, and a limit on the work instead of the clock: repeatable."""
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = SEED
    solver.parameters.max_deterministic_time = deterministic


def _watched(
    solver: cp_model.CpSolver,
    model: cp_model.CpModel,
    listener: _Listener | None,
    asked: Asked,
) -> cp_model.CpSolverStatus:
    """Solve while another thread looks whether somebody asked to stop."""
    over = threading.Event()

    def watch() -> None:
        while not over.wait(POLL):
            if asked():
                solver.stop_search()
                return

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        return solver.solve(model, listener)
    finally:
        over.set()
        watcher.join()
