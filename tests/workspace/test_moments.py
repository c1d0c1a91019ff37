"""What an organisation is after 90 days, 6 and 12 months, and at the end."""

from datetime import date
from itertools import pairwise

from readiness.domain.evidence import Evidence
from readiness.workspace.moments import lifted_by, moments, standings
from tests.roadmap.plan.planned_maker import content, maker, tasks, weeks

PLACED = {"QMS-3": (0, 8), "COI-1": (8, 18), "COI-2": (8, 16), "QMS-1": (18, 24)}


def test_the_moments_of_a_plan():
    # 23 November 2026 and 90 days is 21 February, in week 12; 23 May is in week 25.
    assert moments(weeks(), PLACED) == [
        ("Today", 0),
        ("After 90 days", 12),
        ("After 6 months", 25),
        ("After 12 months", 52),
    ]
    late = moments(weeks(), PLACED | {"QMS-1": (50, 56)})
    assert late[-1] == ("At the end, week 56", 56)
    # 1 March 2027 begins week 14.
    assert moments(weeks(), PLACED, date(2027, 3, 1))[2] == ("Pivotal start 01 Mar 2027", 14)
    assert len(moments(weeks(), PLACED, date(2028, 3, 1))) == 4


def test_what_has_been_lifted_by_a_week():
    assert lifted_by(tasks(), PLACED, 7) == {}
    assert lifted_by(tasks(), PLACED, 16) == {"QMS-3": 3, "COI-2": 3}


def test_an_action_that_was_split_lifts_when_its_last_part_ends():
    part = {"id": "part", "name": "Part", "effort": {"QA": 1}, "elapsed": 2, "reason": "split"}
    split = tasks({"actions": [part | {"lifts": {"QMS-3": 3}}]})
    assert lifted_by(split, PLACED | {"part": (8, 10)}, 9) == {}
    assert lifted_by(split, PLACED | {"part": (8, 10)}, 10) == {"QMS-3": 3}


def test_the_level_rises_as_gaps_close():
    found = standings(maker(), content(), Evidence(), tasks(), PLACED, weeks())
    assert [s.open_gaps for s in found] == [4, 3, 0, 0]
    indices = [s.index for s in found if s.index is not None]
    assert len(indices) == len(found)
    assert indices == sorted(indices)
    assert indices[0] < indices[-1]
    assert found[0].blocking
    assert all(s.level <= t.level for s, t in pairwise(found))
