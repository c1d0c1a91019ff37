"""Scores, red flags and notes are kept as they are given."""

from readiness.workspace.partners import add_partner
from readiness.workspace.results import state
from readiness.workspace.session import Session
from tests.ui.desk import Opener, choose


def test_an_answer_is_kept_field_by_field(look: Opener, desk: Session, begun: str) -> None:
    add_partner(desk, begun, "Maker")
    app = choose(look("operating_model", begun), "Part", "Contract makers")
    app = choose(app, "CD-5 ", 3)
    flag = next(c for c in app.checkbox if "Changeover is not logged" in c.label.replace("\\", ""))
    app = flag.check().run()
    note = next(t for t in app.text_input if t.label == "Note on CD-5")
    app = note.set_value("a nominal value of 2 days").run()
    assert not app.exception
    [answer] = state(desk, begun).assessment.operating.partner_answers
    assert (answer.score, answer.red_flag, answer.note) == (3, True, "a nominal value of 2 days")
    app = choose(app, "CD-5 ", -1)
    assert state(desk, begun).assessment.operating.partner_answers[0].score is None


def test_a_note_that_names_somebody_is_asked_about(look: Opener, desk: Session, begun: str) -> None:
    add_partner(desk, begun, "Maker")
    app = choose(look("operating_model", begun), "Part", "Contract makers")
    note = next(t for t in app.text_input if t.label == "Note on CD-5")
    app = note.set_value("ask ada@maker.example").run()
    assert any("e-mail" in warning.value for warning in app.warning)
    assert state(desk, begun).assessment.operating.partner_answers == ()


def test_the_mirror_scores_the_sponsor(look: Opener, desk: Session, begun: str) -> None:
    add_partner(desk, begun, "Maker")
    app = choose(look("operating_model", begun), "Part", "Contract makers")
    app = choose(app, "What was said", "What they say of us")
    app = choose(app, "SP-1 ", 1)
    assert not app.exception
    assert any("25 of 100" in text.value for text in app.markdown)
