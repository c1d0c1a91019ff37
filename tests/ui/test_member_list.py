"""The page Members as its owner sees it."""

from readiness.workspace.clients import home
from readiness.workspace.members import invite, team
from readiness.workspace.session import Session
from tests.ui.desk import Opener, choose, drawn, press


def test_somebody_is_added_gets_another_role_and_is_taken_out(look: Opener, desk: Session) -> None:
    app = look("members")
    assert "Owner of this computer" in drawn(app)
    app.text_input(key="member_address").input("ina@maker.example")
    app.text_input(key="member_reason").input("QA of the site")
    app = press(app, "Add")
    assert "QA of the site" in drawn(app)
    app = choose(app, "Role of ina@maker.example", "reader")
    assert [m.role for m in team(desk, home(desk)).members] == ["owner", "reader"]
    app = choose(app, "Role of Owner of this computer", "reader")
    assert "keeps at least one owner" in app.error[0].value
    app = [b for b in app.button if b.label == "Take out"][1].click().run()
    assert [m.role for m in team(desk, home(desk)).members] == ["owner"]
    assert "assessor → reader" in drawn(app)


def test_what_is_no_address_is_refused_in_words(look: Opener, desk: Session) -> None:
    app = look("members")
    app.text_input(key="member_address").input("ina")
    app = press(app, "Add")
    assert "no e-mail address" in app.error[0].value


def test_who_is_no_owner_sees_the_roles_and_changes_none(look: Opener, desk: Session) -> None:
    ina = invite(desk, home(desk), "ina@maker.example", "assessor")
    desk.actor = ina
    app = look("members")
    assert "Assessor" in drawn(app)
    assert not [b for b in app.button if b.label in ("Add", "Take out")]
