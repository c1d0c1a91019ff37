"""The stopwatch on the page operating_model: what it draws from, and what the tests showed."""

from typing import Any

from readiness.ui.stopwatch_list import levels_in_words
from readiness.workspace import stopwatch
from readiness.workspace.results import state
from readiness.workspace.session import Session
from tests.made import questionnaire
from tests.ui.desk import BATCHES, Opener, choose, drawn, press
from tests.workspace.northgate import confirmed

PART = "Visibility stopwatch"


def test_without_a_register_nothing_can_be_drawn(look: Opener, begun: str) -> None:
    app = choose(look("operating_model", begun), "Part", PART)
    assert not app.exception
    assert any("The batch register holds 0 batches; 3 are drawn" in m.value for m in app.markdown)
    assert next(b for b in app.button if b.label.startswith("Draw")).disabled
    downloads: list[Any] = list(app.get("download_button"))
    assert [one.label for one in downloads] == ["Download the status board"]


def test_a_test_is_drawn_stopped_and_removed(look: Opener, desk: Session, begun: str) -> None:
    confirmed(desk, begun, "Batches.csv", BATCHES)
    app = press(choose(look("operating_model", begun), "Part", PART), "Draw")
    assert not app.exception
    [run] = state(desk, begun).assessment.operating.stopwatch
    stopwatch.tell(desk, begun, run.id, 1, "where", "right")
    # A new window comes to the test that runs.
    app = look("operating_model", begun)
    assert "Time of this test" in drawn(app)
    app = press(app, "Stop the clock")
    seen = drawn(app)
    assert "1 of 15" in seen
    assert "level 1" in seen
    assert any("draws the same codes again" in c.value for c in app.caption)
    # Held today, and the assessment is of an earlier day.
    assert any("later than the as-of date, 22 Nov 2026" in i.value for i in app.info)
    app = press(app, "Remove the test")
    assert state(desk, begun).assessment.operating.stopwatch == ()


def test_the_levels_in_words() -> None:
    words = levels_in_words(questionnaire().stopwatch)
    assert words.startswith("Level 4: 100 % right within 10 min; level 3: 80 % right within 30 min")
