"""Cheap now, dear later, on four gaps: QMS-3 and COI-1, COI-2, QMS-1 of the shipped content."""

from datetime import date

from readiness.domain.planned import PlannedAction
from readiness.roadmap.plan.cheap import Moment, cheap_now, dear_from
from tests.report.plans import action
from tests.roadmap.plan.planned_maker import content, result

YEAR = date(2028, 1, 3)
PIVOTAL = Moment(date(2027, 3, 1), "start of the pivotal trial")


def found(
    actions: tuple[PlannedAction, ...] = (), moment: Moment | None = None, dropped=(), until=YEAR
):
    gaps = result().gaps.launch
    return cheap_now(gaps, content(), actions, moment, until, frozenset(dropped))


def test_the_pivotal_comes_before_launch():
    pivotal, launch = date(2027, 3, 1), date(2029, 1, 1)
    assert dear_from(pivotal, launch) == PIVOTAL
    assert dear_from(None, launch) == Moment(launch, "launch")
    assert dear_from(None, None) is None


def test_lock_in_of_4_and_less_than_8_person_weeks_dearest_first():
    told = [(c.id, c.lock_in, c.effort) for c in found()]
    assert told
    assert all(lock_in >= 4 and effort < 8 for _, lock_in, effort in told)
    assert told == sorted(told, key=lambda row: (-row[1], row[2]))
    # COI-1 asks for 6 person-weeks and is as locked in as can be; QMS-1 has a lock-in below 4.
    assert ("COI-1", 5, 6) in told
    assert "QMS-1" not in [id for id, _, _ in told]
    assert "COI-1" not in [c.id for c in found(dropped=["COI-1"])]


def test_late_is_what_ends_on_the_day_or_after_or_never():
    # Eight weeks from 4 January 2027 end on 26 February, the Friday before.
    (early,) = (c for c in found((action("COI-1", 0, 8),), PIVOTAL) if c.id == "COI-1")
    assert (early.end_week, early.is_late) == (8, False)
    (late,) = (c for c in found((action("COI-1", 0, 9),), PIVOTAL) if c.id == "COI-1")
    assert late.is_late
    # Not planned, and the plan reaches beyond the day; a plan that ends before says nothing of it.
    assert all(c.is_late for c in found((), PIVOTAL))
    assert not any(c.is_late for c in found((), PIVOTAL, until=date(2027, 2, 26)))
    assert not any(c.is_late for c in found())


def test_effort_as_edited_decides():
    dear = action("COI-1", 0, 8, effort={"SC": 8})
    assert "COI-1" not in [c.id for c in found((dear,))]
