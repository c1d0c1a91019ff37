"""After the hour: actions, the next date, a stamp put right with a reason."""

from datetime import date

from readiness.ui import state as looks
from readiness.workspace.results import result, state
from readiness.workspace.session import Session
from tests.ui.desk import Opener, choose, press
from tests.ui.drilled import there
from tests.ui.test_drill_debrief import held


def test_an_action_with_owner_and_date_comes_and_goes(
    look: Opener, desk: Session, begun: str
) -> None:
    run = held(desk, begun)
    app = look("drill", begun, **{looks.DRILL_SHOWN: run})
    app = next(t for t in app.text_input if t.label == "Action").set_value("List freezers").run()
    app = choose(app, "Owner", "QA")
    app = next(d for d in app.date_input if d.label == "Due").set_value(date(2026, 12, 1)).run()
    app = press(app, "Add the action")
    [action] = state(desk, begun).assessment.drill_actions
    assert (action.text, action.owner, action.due) == ("List freezers", "QA", date(2026, 12, 1))
    again = next(d for d in app.date_input if d.label == "Run it again on")
    app = again.set_value(date(2027, 5, 20)).run()
    assert there(desk, begun, run).run.replay_on == date(2027, 5, 20)
    press(app, "Remove")
    assert state(desk, begun).assessment.drill_actions == ()


def test_a_stamp_is_put_right_with_a_reason(look: Opener, desk: Session, begun: str) -> None:
    run = held(desk, begun)
    app = look("drill", begun, **{looks.DRILL_SHOWN: run, "drill_correct": True})
    app = choose(app, "Row", "item-1")
    app = next(t for t in app.text_input if t.label.startswith("At (")).set_value("14:00").run()
    app = press(app, "Correct it")
    assert any("needs a reason" in w.value for w in app.warning)
    app = next(t for t in app.text_input if t.label == "Why").set_value("pressed late").run()
    press(app, "Correct it")
    assert there(desk, begun, run).stamps["item-1"].second == 840
    assert result(desk, begun).drills[0].points == 6  # 3 and 3
