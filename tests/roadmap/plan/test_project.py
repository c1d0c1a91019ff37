"""Plain projects: the shortest time, proven, for 30 activities and four resources."""

import time

import pytest

from readiness.roadmap.plan.project import Project, Task, shortest_project
from tests.roadmap.plan.projects import COMPLEXITY, combinations, figures, project, timeline

SECONDS = 10


def solve(place: int) -> tuple[Project, float]:
    """The project of one of the 48 combinations, checked, and the seconds of work it took."""
    tasks, capacity = project(place, *combinations()[place])
    begun = time.process_time()
    found = shortest_project(tasks, capacity, deterministic=4.0)
    spent = time.process_time() - begun
    ends = {t.id: found.starts[t.id] + t.duration for t in tasks}
    assert max(ends.values()) == found.makespan
    assert all(found.starts[t.id] >= ends[need] for t in tasks for need in t.needs)
    for used in timeline(tasks, dict(found.starts)):
        assert all(used[r] <= capacity[r] for r in capacity)
    return found, spent


def test_by_hand() -> None:
    # Two resources of 1. A and B share the first: 3 + 2; C needs A and takes 4: 3 + 4 = 7.
    tasks = [
        Task("A", 3, {"x": 1}),
        Task("B", 2, {"x": 1}),
        Task("C", 4, {"y": 1}, ("A",)),
    ]
    found = shortest_project(tasks, {"x": 1, "y": 1})
    assert (found.makespan, found.bound, found.optimal) == (7, 7, True)
    assert found.starts["A"] == 0


def test_what_cannot_be_done_is_refused() -> None:
    with pytest.raises(ValueError, match="A needs 2 of x"):
        shortest_project([Task("A", 1, {"x": 2})], {"x": 1})
    circle = [Task("A", 1, {}, ("B",)), Task("B", 1, {}, ("A",))]
    with pytest.raises(ValueError, match="circle"):
        shortest_project(circle, {})


def test_the_drawn_projects_have_the_parameters_that_were_asked_for() -> None:
    for place, (complexity, factor, strength) in enumerate(combinations()):
        tasks, capacity = project(place, complexity, factor, strength)
        found = figures(tasks)
        assert found[0] == pytest.approx(complexity, abs=0.06)
        assert found[1] == pytest.approx(factor, abs=0.01)
        if strength == 1:
            assert shortest_project(tasks, capacity).makespan == _longest_chain(tasks)
    assert len(COMPLEXITY) * 16 == 48


def _longest_chain(tasks: list[Task]) -> int:
    ends: dict[str, int] = {}
    for task in tasks:
        ends[task.id] = max([0, *(ends[n] for n in task.needs)]) + task.duration
    return max(ends.values())


def test_every_sixth_of_48_projects_is_proven_in_10_s() -> None:
    found = [solve(place) for place in range(0, 48, 6)]
    assert all(f.optimal and spent < SECONDS for f, spent in found)


@pytest.mark.long
def test_95_percent_of_48_projects_are_proven_in_10_s() -> None:
    found = [solve(place) for place in range(48)]
    proven = sum(f.optimal and spent < SECONDS for f, spent in found)
    assert proven >= 0.95 * 48
