"""Fields save as they are changed; what was refused is said and not kept."""

from readiness.workspace.results import state
from readiness.workspace.session import Session
from tests.ui.desk import Opener, choose, drawn, press


def test_a_change_is_saved_at_once_and_taken_back(look: Opener, desk: Session, begun: str) -> None:
    app = choose(look("profile", begun), "Where are you today?", "pivotal")
    assert state(desk, begun).assessment.profile.stage == "pivotal"
    app = press(app, "Undo")
    assert not app.exception
    assert state(desk, begun).assessment.profile.stage == "phase_1"
    stage = next(s for s in app.selectbox if s.label.startswith("Where"))
    assert stage.value == "phase_1"


def test_a_number_may_be_left_open_again(look: Opener, desk: Session, begun: str) -> None:
    app = look("profile", begun)
    parties = next(n for n in app.number_input if n.label.startswith("Parties"))
    app = parties.set_value(2).run()
    assert state(desk, begun).assessment.profile.parties == 2
    parties = next(n for n in app.number_input if n.label.startswith("Parties"))
    parties.set_value(None).run()
    assert state(desk, begun).assessment.profile.parties is None


def test_what_identifies_somebody_is_refused_and_said(
    look: Opener, desk: Session, begun: str
) -> None:
    app = choose(look("profile", begun), "Part", "People")
    owner = next(t for t in app.text_input if t.label.startswith("Who owns"))
    app = owner.input("ina@adler.example").run()
    assert "It was not saved" in app.error[0].value
    assert state(desk, begun).assessment.respondents[0].chain_owner == ""
    owner = next(t for t in app.text_input if t.label.startswith("Who owns"))
    app = owner.input("Head of supply chain").run()
    assert not app.error
    assert "Head of supply chain" in drawn(app)
