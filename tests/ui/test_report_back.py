"""An edited report on the page Report: why it is not taken."""

from readiness.domain.errors import Problem
from readiness.ui import state
from readiness.workspace.session import Session
from tests.ui.desk import Opener, drawn


def test_a_report_that_is_none_says_why(look: Opener, desk: Session, begun: str) -> None:
    problem = Problem("x.xlsx", "is no <b>gap report</b>", advice="Export it again")
    app = look("report", begun, **{state.REPORT_BACK: (begun, (problem,))})
    assert not app.exception
    assert "is no &lt;b&gt;gap report" in drawn(app)
    assert "This report was not taken. Nothing was changed." in app.error[0].value


def test_cells_that_cannot_be_read_are_all_named(look: Opener, desk: Session, begun: str) -> None:
    problems = tuple(
        Problem("x.xlsx", "this text is no date", "Gap register", row, "Due") for row in (5, 6)
    )
    app = look("report", begun, **{state.REPORT_BACK: (begun, problems)})
    assert "2 places of this report cannot be read" in app.error[0].value
    assert drawn(app).count("this text is no date") == 2


def test_what_belongs_to_another_assessment_is_not_shown(
    look: Opener, desk: Session, begun: str
) -> None:
    app = look("report", begun, **{state.REPORT_BACK: ("other", "3 changes imported from x.xlsx.")})
    assert not app.exception
    assert not app.success
