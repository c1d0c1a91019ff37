"""Data before AI on the page operating_model."""

from readiness.workspace.operating_entries import add_entry, set_entry
from readiness.workspace.results import state
from readiness.workspace.session import Session
from tests.ui.desk import Opener, choose, drawn, press

PART = "Data before AI"


def test_without_records_it_says_what_to_do(look: Opener, desk: Session, begun: str) -> None:
    app = choose(look("operating_model", begun), "Part", PART)
    assert not app.exception
    assert "needs a register of batches" in drawn(app)
    app.text_input(key="add_data_set").set_value("Slot <b>plan</b>")
    app = press(app, "Add")
    assert not app.exception
    assert [one.name for one in state(desk, begun).assessment.operating.data_sets]
    assert "Slot &lt;b&gt;plan&lt;/b&gt;" in drawn(app)


def test_a_use_is_ready_once_its_data_set_meets_all(
    look: Opener, desk: Session, begun: str
) -> None:
    plan = add_entry(desk, begun, "data_set", "Plan")
    use = add_entry(desk, begun, "ai_use", "Next slot")
    set_entry(desk, begun, "ai_use", use, "consumes", [plan])
    app = choose(look("operating_model", begun), "Part", PART)
    assert "✗ not ready" in drawn(app)
    for field, value in (
        ("origin", "system_of_record"),
        ("identified", True),
        ("stamped", True),
        ("checked", 2000),
        ("complete", 1800),
    ):
        set_entry(desk, begun, "data_set", plan, field, value)
    app = choose(look("operating_model", begun), "Part", PART)
    assert not app.exception
    seen = drawn(app)
    assert "1800 of 2000, 90 %; asked for 90 %" in seen
    assert "✗" not in seen
    assert "✓ ready" in seen


def test_the_demonstration_shows_where_its_records_break(look: Opener, example: str) -> None:
    app = choose(look("operating_model", example), "Part", PART)
    assert not app.exception
    seen = drawn(app)
    assert "0 of 11 batch numbers link across every log by one key: 0 %." in seen
    assert "no column of it names the batch" in seen
    assert "Propose the next slot" in seen
