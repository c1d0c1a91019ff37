"""Who answers what in the assessment that is open."""

from readiness.workspace.clients import home
from readiness.workspace.members import assigned, invite
from readiness.workspace.session import Session
from tests.ui.desk import Opener, choose, drawn


def test_a_respondent_is_given_a_code_and_it_is_taken_back(
    look: Opener, desk: Session, begun: str
) -> None:
    invite(desk, home(desk), "ina@maker.example", "respondent")
    app = look("members", begun)
    app = choose(app, "ina@maker.example answers as", "team")
    [one] = assigned(desk, begun)
    assert (one.what.respondent, one.what.questions) == ("team", ())
    app = choose(app, "ina@maker.example answers as", "")
    assert assigned(desk, begun) == []
    assert "<b>Bridge" not in drawn(app)
