"""Actions of drills stand with the other actions, the first due on top."""

from datetime import date

from readiness.workspace.debriefing import add_action
from readiness.workspace.session import Session
from tests.ui.desk import Opener, drawn
from tests.ui.test_drill_debrief import held


def test_actions_after_a_drill_stand_on_gaps(look: Opener, desk: Session, begun: str) -> None:
    assert "What follows from the drills" not in [h.value for h in look("gaps", begun).header]
    run = held(desk, begun)
    add_action(desk, begun, run, "Name <a> deputy", "QA", None)
    add_action(desk, begun, run, "Train two more", "QA", None)
    add_action(desk, begun, run, "List the freezers", "Manufacturing", date(2026, 12, 1))
    app = look("gaps", begun)
    assert not app.exception
    assert "What follows from the drills" in [h.value for h in app.header]
    said = drawn(app)
    assert said.index("List the freezers") < said.index("Name &lt;a&gt; deputy")
    assert "Site down, 20 Nov 2026" in said
