"""What an edited report would change, as a list to decide on."""

import pytest

from readiness.report.layout import ASSUMPTIONS, REGISTER
from readiness.ui import state
from readiness.workspace.answers import answer
from readiness.workspace.ratings import override
from readiness.workspace.report_back import ReportBack
from readiness.workspace.report_store import look_at_report
from readiness.workspace.reports import gap_report
from readiness.workspace.results import state as load_state
from readiness.workspace.session import Session
from tests.ui.desk import Opener, drawn, press
from tests.workspace.reporting import typed

EDITS = {
    (REGISTER, "OPM-1", "Owner"): "Ina Adler",
    (REGISTER, "OPM-1", "Due"): "2027-03-01",
    (REGISTER, "CTL-1", "P override"): 4,
    (REGISTER, "CTL-1", "Override reason"): "<b>two</b> slots lost",
    (ASSUMPTIONS, "P  patient impact", ""): 0.6,
}


@pytest.fixture
def found(desk: Session, begun: str) -> ReportBack:
    """A report with a conflict, a name, and two plain changes."""
    answer(desk, begun, "CTL-1", "team", level=1, basis="document")
    report = gap_report(desk, begun)
    override(desk, begun, "CTL-1", "P", 2, "patients can wait")
    return look_at_report(desk, begun, "back.xlsx", typed(EDITS, data=report))


def test_conflicts_and_names_are_decided_before_anything_is_written(
    look: Opener, desk: Session, begun: str, found: ReportBack
) -> None:
    app = look("report", begun, **{state.REPORT_BACK: (begun, found)})
    assert not app.exception
    assert "<b>two</b>" not in drawn(app)
    for words in ("01 Mar 2027", "Weight, Patient impact", "5, as in the questionnaire"):
        assert words in drawn(app)
    assert any("This looks like a name. It is left out." in w.value for w in app.warning)
    assert next(b for b in app.button if b.label.startswith("Import")).disabled

    choice = next(r for r in app.radio if "Patient impact of CTL" in r.label)
    assert choice.value is None
    app = press(choice.set_value("file").run(), "Import 3 changes")
    assert not app.exception
    said = load_state(desk, begun).assessment
    assert [(t.item, t.owner, str(t.due)) for t in said.tracking] == [("OPM-1", "", "2027-03-01")]
    assert [(o.value, o.reason) for o in said.overrides] == [(4, "<b>two</b> slots lost")]
    assert any("3 changes imported" in s.value.replace("\\", "") for s in app.success)
    press(app, "Undo")
    assert load_state(desk, begun).assessment.tracking == ()


def test_leaving_it_leaves_everything(
    look: Opener, desk: Session, begun: str, found: ReportBack
) -> None:
    app = press(look("report", begun, **{state.REPORT_BACK: (begun, found)}), "Leave it")
    assert load_state(desk, begun).assessment.tracking == ()
    assert not [b for b in app.button if b.label.startswith("Import ")]


def test_a_report_without_a_change_says_so(look: Opener, desk: Session, begun: str) -> None:
    same = ReportBack("same.xlsx", "0" * 16, (), ())
    app = look("report", begun, **{state.REPORT_BACK: (begun, same)})
    assert not app.exception
    assert any("nothing differs" in s.value for s in app.subheader)
    assert press(app, "Close").exception == []
