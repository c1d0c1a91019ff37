"""Tallies and looks into records: whole counts, checked, taken back."""

from readiness.ui import state
from readiness.workspace.results import result
from readiness.workspace.results import state as stored
from readiness.workspace.session import Session
from tests.ui.desk import Opener, choose, drawn, press


def test_a_tally_is_typed_and_taken_back(look: Opener, desk: Session, begun: str) -> None:
    app = look("evidence", begun, **{state.EVIDENCE: "tally"})
    app.number_input[0].set_value(74)
    app.number_input[1].set_value(12.0)
    app.number_input[2].set_value(12)
    next(t for t in app.text_input if t.label.startswith("Where does")).input("tally of the log")
    app = press(app, "Save this figure")
    assert not app.exception
    assert not app.error
    d1 = next(m for m in result(desk, begun).measurements if m.metric == "D1")
    assert d1.level == 2
    assert "events 74, exposure 12" in drawn(app)
    press(app, "Remove D1")
    assert stored(desk, begun).assessment.measurements == ()


def test_a_tally_without_its_source_is_refused(look: Opener, desk: Session, begun: str) -> None:
    app = look("evidence", begun, **{state.EVIDENCE: "tally"})
    app.number_input[0].set_value(74)
    app = press(app, "Save this figure")
    said = app.error[0].value
    assert "figure is needed" in said
    assert "source" in said
    assert stored(desk, begun).assessment.measurements == ()


def test_a_suspicion_is_lifted_by_a_look(look: Opener, desk: Session, begun: str) -> None:
    app = look("evidence", begun, **{state.EVIDENCE: "tally"})
    app.number_input[0].set_value(0)
    app.number_input[1].set_value(12.0)
    app.number_input[2].set_value(12)
    next(t for t in app.text_input if t.label.startswith("Where does")).input("tally of the log")
    app = press(app, "Save this figure")
    assert "Looks into executed records" in [h.value for h in app.header]
    for label, count in (("Records", 5), ("Events reported", 9), ("Found", 1)):
        next(n for n in app.number_input if n.label.startswith(label)).set_value(count)
    app = press(app, "Save this look")
    d1 = next(m for m in result(desk, begun).measurements if m.metric == "D1")
    assert (d1.suspicion, d1.level) == (False, 5)


def test_every_metric_has_its_form(look: Opener, begun: str, desk: Session) -> None:
    app = look("evidence", begun, **{state.EVIDENCE: "tally"})
    for metric in ("D3", "B7", "S1", "S5", "S6", "H2"):
        app = choose(app, "Figure", metric)
        assert not app.exception
