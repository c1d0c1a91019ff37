"""An action is split into two parts with titles and shares, and put together again."""

from tests.ui.conftest import drawn
from tests.ui.desk import press
from tests.ui.roadmap_page import opened
from tests.ui.test_plan_actions import fill


def halve(app, first="Draft it", second="Train on it", why="two teams"):
    app.selectbox(key="plan_split_id_0").set_value("QMS-3")
    app.number_input(key="plan_split_share_0").set_value(25)
    for part, words in (("first", first), ("second", second), ("why", why)):
        app.text_input(key=f"plan_split_{part}_0").set_value(words)
    return press(app, "Split it")


def test_an_action_is_split_dropped_in_part_and_whole_again(look, example, desk):
    app = halve(opened(look, example))
    assert not app.error
    first, second = desk.load(example).assessment.plan.actions
    assert (first.id, first.name, second.id, second.name) == (
        "QMS-3.1",
        "Draft it",
        "QMS-3",
        "Train on it",
    )
    # A quarter first: the rest is three times as much.
    assert sum(second.effort.values()) == 3 * sum(first.effort.values())
    page = drawn(app)
    assert page.count("Draft it") >= 2
    assert page.count("Train on it") >= 2
    fill(app, "done by the partner", id="QMS-3.1", status="done")
    kept = {a.id: a for a in desk.load(example).assessment.plan.actions}
    assert (kept["QMS-3.1"].status, kept["QMS-3.1"].name) == ("done", "Draft it")
    press(app, "QMS-3.1: together with QMS-3 again")
    assert [a.id for a in desk.load(example).assessment.plan.actions] == ["QMS-3"]
    press(app, "QMS-3: back to the content")
    assert not desk.load(example).assessment.plan.actions


def test_a_split_without_titles_or_a_reason_is_not_saved(look, example, desk):
    app = halve(opened(look, example), second="")
    assert any("both parts a title" in e.value for e in app.error)
    app = halve(app, why="")
    assert any("Say why" in e.value for e in app.error)
    assert not desk.load(example).assessment.plan.actions
