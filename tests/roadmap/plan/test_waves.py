"""Without people the waves stand back to back."""

from dataclasses import replace
from datetime import date

from readiness.roadmap.plan.waves import back_to_back
from tests.roadmap.plan.planned_maker import tasks, weeks


def test_each_wave_begins_when_the_one_before_has_ended():
    # Wave 0: QMS-3, 8 weeks. Wave 2: COI-1 (10) and COI-2 (8) side by side. Wave 4: QMS-1 (6).
    assert back_to_back(tasks().tasks, weeks(), frozenset()) == {
        "QMS-3": (0, 8),
        "COI-1": (8, 18),
        "COI-2": (8, 16),
        "QMS-1": (18, 24),
    }


def test_prerequisites_wait_and_a_freeze_counts_for_none():
    needing = tuple(replace(t, needs=("COI-1",)) if t.id == "COI-2" else t for t in tasks().tasks)
    found = back_to_back(needing, weeks(), frozenset({8, 20}))
    # Week 8 rests: COI-1 begins in 9 and ends before 19; COI-2 rests in 20 and ends before 28.
    assert found["COI-1"] == (9, 19)
    assert found["COI-2"] == (19, 28)


def test_a_fixed_start_is_kept_and_what_is_dropped_is_gone():
    why = {"reason": "so"}
    edits = [
        {"id": "QMS-1", "start": "2026-12-07", **why},
        {"id": "COI-2", "status": "dropped", **why},
    ]
    found = back_to_back(tasks({"actions": edits}).tasks, weeks(), frozenset())
    assert found["QMS-1"] == (2, 8)
    assert "COI-2" not in found
    assert weeks().begins(2) == date(2026, 12, 7)
