"""What a plan is made of: the roadmap's actions, as people changed them."""

from datetime import date
from fractions import Fraction

from tests.roadmap.plan.planned_maker import tasks

WHY = {"reason": "decided on Monday"}
BOARD = {
    "id": "board",
    "name": "A board",
    "effort": {"SC": 1},
    "elapsed": 2,
    "lifts": {"COI-2": 3},
    "needs": ["COI-1"],
    **WHY,
}


def edited(*edits):
    return tasks({"actions": list(edits)})


def test_each_gap_has_its_action_in_the_order_of_the_roadmap():
    found = tasks()
    assert [(t.id, t.wave, t.elapsed) for t in found.tasks] == [
        ("QMS-3", 0, 8),
        ("COI-1", 2, 10),
        ("COI-2", 2, 8),
        ("QMS-1", 4, 6),
    ]
    assert [[t.id for t in found.closing(g) or ()] for g in found.gaps] == [
        ["QMS-3"],
        ["COI-1"],
        ["COI-2"],
        ["QMS-1"],
    ]


def test_one_figure_is_split_as_the_content_splits_its_own():
    changed = edited({"id": "QMS-3", "effort": 6, "elapsed": 12, "owner": "COO", **WHY}).tasks[0]
    assert (changed.effort, changed.elapsed, changed.owner) == ({"QA": Fraction(6)}, 12, "COO")
    split = edited({"id": "QMS-3", "effort": {"QA": 2, "RA": 2}, **WHY}).tasks[0]
    assert split.effort == {"QA": 2, "RA": 2}


def test_an_own_action_stands_in_the_wave_of_what_it_lifts():
    found = edited(BOARD)
    own = found.tasks[-1]
    assert (own.id, own.wave, own.needs) == ("board", 2, ("COI-1",))
    # The gap closes when both have ended: that is how an action is split.
    gap = next(g for g in found.gaps if g.capability == "COI-2")
    assert [t.id for t in found.closing(gap) or ()] == ["COI-2", "board"]


def test_a_dropped_action_closes_nothing_and_holds_nothing_up():
    found = edited({"id": "COI-1", "status": "dropped", **WHY}, BOARD)
    gap = next(g for g in found.gaps if g.capability == "COI-1")
    assert found.closing(gap) is None
    assert found.tasks[-1].needs == ()


def test_what_lifts_too_little_does_not_close_the_gap():
    found = edited({"id": "COI-2", "status": "dropped", **WHY}, BOARD | {"lifts": {"COI-2": 2}})
    gap = next(g for g in found.gaps if g.capability == "COI-2")
    assert found.closing(gap) is None


def test_what_is_done_takes_no_time():
    found = edited({"id": "COI-1", "status": "done", "start": date(2026, 11, 2), **WHY})
    assert [t.id for t in found.tasks if t.is_to_do] == ["QMS-3", "COI-2", "QMS-1"]


def test_a_part_goes_with_its_action_where_the_gap_is_closed():
    part = {"name": "First", "effort": {"SC": 1}, "elapsed": 1, **WHY}
    edits = [{"id": f"{whole}.1", "lifts": {whole: 1}, **part} for whole in ("QMS-3", "CTL-1")] + [
        {"id": whole, "needs": [f"{whole}.1"], **WHY} for whole in ("QMS-3", "CTL-1")
    ]
    found = {t.id: t for t in edited(*edits).tasks}
    assert found["QMS-3"].needs[-1] == "QMS-3.1"
    assert "CTL-1.1" not in found  # CTL-1 stands at 5: there is nothing to do a part of
