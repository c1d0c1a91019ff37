"""Plain resource-constrained projects: the shortest time in which all of it can be done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ortools.sat.python import cp_model

from readiness.roadmap.plan.solver import set_up


@dataclass(frozen=True)
class Task:
    """An activity of a project."""

    id: str
    duration: int
    """In whole periods, 0 or more."""
    demand: Mapping[str, int]
    """By resource, in each period that it lasts."""
    needs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Project:
    """The shortest project that was found."""

    makespan: int
    bound: int
    starts: Mapping[str, int]

    @property
    def optimal(self) -> bool:
        """Nothing is shorter."""
        return self.makespan <= self.bound


def shortest_project(
    tasks: Sequence[Task], capacity: Mapping[str, int], *, deterministic: float = 10.0
) -> Project:
    """The shortest makespan under precedence and renewable resources (method 8).

    ``deterministic``: the work after which the search ends, in the solver's units. Raises
    ValueError if a task needs more than there is, or if the needs go round in a circle.
    """
    for task in tasks:
        for resource, demand in task.demand.items():
            if demand > capacity.get(resource, 0):
                raise ValueError(f"{task.id} needs {demand} of {resource}: more than there is")
    horizon = sum(t.duration for t in tasks)
    model = cp_model.CpModel()
    starts = {t.id: model.new_int_var(0, horizon, t.id) for t in tasks}
    spans = {t.id: model.new_fixed_size_interval_var(starts[t.id], t.duration, "") for t in tasks}
    last = model.new_int_var(0, horizon, "makespan")
    for task in tasks:
        model.add(last >= starts[task.id] + task.duration)
    durations = {t.id: t.duration for t in tasks}
    for task in tasks:
        for need in task.needs:
            model.add(starts[task.id] >= starts[need] + durations[need])
    for resource, there in capacity.items():
        own = [t for t in tasks if t.demand.get(resource)]
        model.add_cumulative([spans[t.id] for t in own], [t.demand[resource] for t in own], there)
    model.minimize(last)
    solver = cp_model.CpSolver()
    set_up(solver, deterministic)
    status = solver.solve(model)
    if status == cp_model.INFEASIBLE:
        raise ValueError("the needs go round in a circle")
    return Project(
        makespan=int(solver.value(last)),
        bound=round(solver.best_objective_bound),
        starts={id: int(solver.value(start)) for id, start in starts.items()},
    )
