"""What is folded: its fields are made when it is opened."""

from readiness.workspace.oversight import set_overseen
from readiness.workspace.people import set_profile
from readiness.workspace.session import Session
from tests.ui.desk import Opener, choose

FIELD = "Who holds: slot allocation"


def test_fields_are_made_when_it_is_opened(look: Opener, desk: Session, begun: str) -> None:
    shut = choose(look("operating_model", begun), "Part", "What stays with us")
    assert not any(one.label.lower() == FIELD.lower() for one in shut.button_group)
    opened = choose(
        look("operating_model", begun, retention_slots=True), "Part", "What stays with us"
    )
    assert not opened.exception
    assert any(one.label.lower() == FIELD.lower() for one in opened.button_group)


def test_an_answer_inside_changes_the_label_and_leaves_it_open(
    look: Opener, desk: Session, begun: str
) -> None:
    set_profile(desk, begun, "parties", 3)
    app = choose(look("operating_model", begun, oversight_hours=True), "Part", "QA oversight")
    set_overseen(desk, begun, "hours", "answer", "missing")
    app.run()
    assert not app.exception
    assert [e.label for e in app.expander][:1] == ["✗ Reporting in hours\\: missing"]
    assert any("how many hours" in one.label for one in app.button_group)
