"""What is folded: its fields are made when it is opened."""

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
