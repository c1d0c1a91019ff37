"""A search runs beside the page: it can be watched, stopped, and is over some time."""

import time
from fractions import Fraction

from readiness.roadmap.plan.planner import Work
from readiness.workspace.answers import answer
from readiness.workspace.plan_edits import look_ahead, spare
from readiness.workspace.plan_jobs import Search, begin, case_of, last_search, stamp_of
from readiness.workspace.results import state
from readiness.workspace.session import Session
from tests.made import questionnaire
from tests.workspace.desk import begun

PATIENCE_S = 60.0


def with_people() -> tuple[Session, str]:
    """An assessment whose every question was answered with level 2, and five functions."""
    desk, id = begun()
    for capability in questionnaire().capabilities:
        answer(desk, id, capability, "team", level=2)
    for function in ("QA", "SC", "MFG", "MSAT", "QC"):
        spare(desk, id, function, Fraction(4))
    return desk, id


def over(search: Search) -> Search:
    """The search once it has ended."""
    until = time.monotonic() + PATIENCE_S
    while not search.is_over:
        assert time.monotonic() < until, "it does not end"
        time.sleep(0.02)
    return search


def case(desk: Session, id: str):
    return case_of(desk, id, state(desk, id))


def test_a_search_ends_with_a_plan_that_fits_what_was_entered():
    desk, id = with_people()
    assert last_search(desk, id) is None
    search = over(begin(desk, id, case(desk, id), Work(0.2, 0.2)))
    assert last_search(desk, id) is search
    assert search.plan is not None
    assert search.plan.actions
    assert search.plan.projection
    assert not search.plan.stopped
    assert search.stamp == stamp_of(case(desk, id))
    look_ahead(desk, id, 78)
    assert search.stamp != stamp_of(case(desk, id))


def test_a_search_is_stopped_and_keeps_the_best_so_far():
    desk, id = with_people()
    search = begin(desk, id, case(desk, id), Work(1000, 1000))
    until = time.monotonic() + PATIENCE_S
    while search.plan is None and time.monotonic() < until:
        time.sleep(0.02)
    # The first plan, by a rule, is there while the search goes on.
    assert search.plan is not None
    search.stop()
    over(search)
    assert search.plan.stopped
    assert search.plan.actions


def test_a_new_search_stops_the_one_before_and_shows_its_plan_meanwhile():
    desk, id = with_people()
    first = begin(desk, id, case(desk, id), Work(1000, 1000))
    second = begin(desk, id, case(desk, id), Work(0.2, 0.2))
    over(first)
    over(second)
    assert last_search(desk, id) is second


def test_what_cannot_be_planned_ends_with_its_reason(monkeypatch):
    desk, id = with_people()

    def refuse(*_args, **_more):
        raise ValueError("no plan keeps the fixed starts")

    monkeypatch.setattr("readiness.workspace.plan_jobs.plan_roadmap", refuse)
    search = over(begin(desk, id, case(desk, id)))
    assert search.trouble == "no plan keeps the fixed starts"
    assert search.plan is None
