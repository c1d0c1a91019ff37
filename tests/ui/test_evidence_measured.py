"""Every metric of a file with its place on the scale, and the rows behind one of them."""

from readiness.ui import state
from readiness.workspace.results import result
from readiness.workspace.session import Session
from tests.ui.desk import Opener, choose, drawn
from tests.ui.test_evidence_file import deviations


def test_rows_behind_a_metric_are_those_of_the_result(
    look: Opener, desk: Session, example: str
) -> None:
    app = look("evidence", example, **{state.EVIDENCE: deviations(desk, example)})
    app = choose(app, "Show the rows behind", "D1")
    assert not app.exception
    found = next(m for m in result(desk, example).measurements if m.metric == "D1")
    heads = [h.value for h in app.header]
    assert any(h.startswith(f"{len(found.rows)} rows counted in D1, ") for h in heads)
    html = drawn(app)
    assert "older half 38 in 7, newer half 32 in 6: no clear change" in html
    assert "↘" not in html  # an arrow would say otherwise
    assert "Deviation log 2026.xlsx" in html
    assert "Record made in a training of the quality system" in html


def test_rows_counted_over_stand_beside_the_events(
    look: Opener, desk: Session, example: str
) -> None:
    """D4: late and on time together are what it is counted over; each row stands in one list."""
    app = look("evidence", example, **{state.EVIDENCE: deviations(desk, example)})
    app = choose(app, "Show the rows behind", "D4")
    found = next(m for m in result(desk, example).measurements if m.metric == "D4")
    events, over = len(found.rows), len(found.over)
    assert found.trials == events + over
    head = f"{events} rows counted in D4, {over} counted over, "
    assert any(h.value.startswith(head) for h in app.header)
    app = choose(app, "Rows", f"Counted over ({over})")
    assert not app.exception
    html = drawn(app)
    assert "<caption>Counted over" in html
    assert all(f"<td>{ref.row}</td><td>{ref.key}</td>" in html for ref in found.over[:5])


def test_a_metric_that_is_not_measured_says_why(look: Opener, desk: Session, begun: str) -> None:
    from tests.ui.desk import BATCHES, press
    from tests.ui.test_evidence_draft import drop

    app = press(press(drop(look("evidence", begun), "a.csv", BATCHES), "Looks right"), "Confirm")
    assert "<strong>no</strong>: there is no deviation log" in drawn(app)
