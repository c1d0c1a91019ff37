"""Day-one profile and legs on Result, scale enablers on Operating model."""

from readiness.workspace.session import Session
from tests.ui.desk import Opener, choose, drawn


def test_the_result_shows_what_is_missing_early_and_the_legs(look: Opener, example: str) -> None:
    app = look("result", example)
    assert not app.exception
    heads = [head.value for head in app.header]
    assert {"Day-one profile", "What cannot wait", "Three legs"} <= set(heads)
    shown = drawn(app)
    assert "Needed: the target of Phase 1." in shown
    assert "Process and analytics" in shown
    assert " is at 2, needs 3" in shown


def test_scale_enablers_are_a_part_of_the_operating_model(
    look: Opener, desk: Session, begun: str
) -> None:
    app = choose(look("operating_model", begun), "Part", "Scale enablers")
    assert not app.exception
    shown = drawn(app)
    assert "Needed: the target of Launch." in shown
    assert "is not assessed, needs 4" in shown
    assert "0 of 5" in shown
