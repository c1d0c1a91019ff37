"""What a respondent sees of the app: the questions assigned, and nothing of anybody else."""

from readiness.workspace.answers import answer
from readiness.workspace.clients import home
from readiness.workspace.members import assign, invite
from readiness.workspace.people import add_respondent
from readiness.workspace.results import state
from readiness.workspace.session import Session
from tests.ui.desk import Opener, choose, drawn


def test_the_card_is_theirs_and_no_other_page_says_more(
    look: Opener, desk: Session, begun: str
) -> None:
    who = add_respondent(desk, begun, "QA", "lead")
    answer(desk, begun, "CTL-1", "team", level=4, note="the blue folder")
    ina = invite(desk, home(desk), "ina@maker.example", "respondent")
    assign(desk, begun, ina, who)
    desk.actor = ina
    app = look("questions", begun)
    assert not app.exception
    assert not app.error
    choose(app, "Which describes you today?", 2)
    [mine] = state(desk, begun).assessment.responses
    assert (mine.respondent, mine.level) == (who, 2)
    assert "blue folder" not in drawn(app)
    assert "Worth doing next" not in drawn(app)
    for page in ("result", "report", "history", "evidence", "gaps"):
        shown = look(page, begun)
        assert "your own answers alone" in shown.error[0].value, page
        assert "blue folder" not in drawn(shown)
