"""Where a log is silent, a person may state on the page that it is complete."""

from datetime import date

from readiness.ui import state
from readiness.workspace import evidence
from readiness.workspace.results import result
from readiness.workspace.session import Session
from tests.ui.desk import Opener, drawn, press
from tests.ui.test_evidence_draft import drop
from tests.workspace.test_stated import BATCHES, LOG


def test_a_statement_is_asked_for_kept_and_taken_back(
    look: Opener, desk: Session, begun: str
) -> None:
    app = press(press(drop(look("evidence", begun), "B.csv", BATCHES), "Looks right"), "Confirm")
    assert not any("complete all the same" in e.label for e in app.expander)
    app = press(press(drop(app, "Log.csv", LOG), "Looks right"), "Confirm")
    assert not app.exception
    assert any(e.label == "Is the deviation log complete all the same?" for e in app.expander)
    assert any("The deviation log ends on 9 Mar 2026" in m.value for m in app.markdown)
    # nobody has said who states it
    app = press(app, "State that it is complete")
    assert any("Say who states it" in e.value for e in app.error)
    next(t for t in app.text_input if t.label.startswith("Stated by")).set_value("QA lead")
    app = press(app, "State that it is complete")
    assert not app.exception
    said = "is complete from 19 Jan 2026 to 22 Nov 2026: <strong>stated by QA lead on "
    assert said in drawn(app)
    found = next(m for m in result(desk, begun).measurements if m.metric == "D1")
    assert (found.events, found.exposure) == (8, 10)
    assert evidence.kept(desk, begun)[1].id == app.session_state[state.EVIDENCE]
    app = press(app, "Take this statement back")
    assert said not in drawn(app)
    assert date(2026, 11, 22) == result(desk, begun).as_of
