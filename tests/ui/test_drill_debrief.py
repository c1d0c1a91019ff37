"""After the hour: points with reasons, who lacked what, the run before."""

from readiness.ui import state as looks
from readiness.workspace import drilling
from readiness.workspace.people import set_meta
from readiness.workspace.session import Session
from tests.ui.desk import Opener, drawn
from tests.ui.drilled import at, started


def held(desk: Session, assessment: str, answer: str = "right") -> str:
    """An hour in which two items were answered, item 1 after 20 minutes."""
    run = started(desk, assessment)
    at(desk, 8)
    drilling.stamp(desk, assessment, run, "item-5", "right")
    at(desk, 20)
    drilling.stamp(desk, assessment, run, "item-1", answer)
    drilling.critical_fail(desk, assessment, run, 3, True)
    at(desk, 60)
    drilling.end(desk, assessment, run)
    return run


def test_points_reasons_gaps_and_the_run_before(look: Opener, desk: Session, begun: str) -> None:
    held(desk, begun, "wrong")
    run = held(desk, begun)
    app = look("drill", begun, **{looks.DRILL_SHOWN: run})
    assert not app.exception
    said = drawn(app)
    assert "A 0 + B 5 + C 0 + D 0 + E 0 + F 0 = 5" in said  # 3 in time and 2 late
    assert "Right at 20:00, late (by 15:00)" in said
    assert "Critical fail: </strong>Nobody has the authority" in said
    assert "20 Nov 2026</th>" in said  # the run before, of the same day
    assert "Against 20 Nov 2026: better on 1." in said  # wrong then, late now; item 5 alike
    assert "3 · 08:00" in said
    assert "▲ not in the room" in said  # Supply chain, asked and absent
    assert "lost" in said


def test_a_drill_after_the_as_of_date_says_when_it_counts(
    look: Opener, desk: Session, begun: str
) -> None:
    run = held(desk, begun)
    set_meta(desk, begun, "as_of", "2026-11-01")
    said = drawn(look("drill", begun, **{looks.DRILL_SHOWN: run}))
    assert "held after the as-of date, 01 Nov 2026" in said
