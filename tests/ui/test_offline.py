"""The interview workbook on the page Report."""

from readiness.workspace.people import add_respondent
from readiness.workspace.session import Session
from tests.ui.desk import Opener


def test_it_can_be_had_for_everybody_a_person_or_a_function(
    look: Opener, desk: Session, begun: str
) -> None:
    who = add_respondent(desk, begun, "QA", "lead")
    app = look("report", begun)
    assert not app.exception
    whom = next(s for s in app.selectbox if s.label == "Whose questions")
    assert whom.value == "all"
    assert any(f"({who})" in option for option in whom.options)
    assert "Supply chain: somebody new" in whom.options
    app = whom.set_value(who).run()
    assert not app.exception
