"""Keys that arrive in one message are done in the order in which they were pressed."""

from streamlit.proto.WidgetStates_pb2 import WidgetStates
from streamlit.runtime.scriptrunner_utils.script_requests import _coalesce_widget_states
from streamlit.testing.v1 import AppTest

from readiness.workspace.results import state
from readiness.workspace.session import Session
from tests.ui.desk import Opener


def sent(app: AppTest) -> WidgetStates:
    """What a browser sends: a button that is not pressed is no part of it."""
    return WidgetStates(
        widgets=[
            one
            for one in app._tree.get_widget_states().widgets
            if one.WhichOneof("value") != "trigger_value" or one.trigger_value
        ]
    )


def pressed_while_busy(app: AppTest, *labels: str) -> AppTest:
    """Press buttons one after the other before a run of the page begins."""
    gathered = None
    for label in labels:
        button = next(b for b in app.button if b.label == label)
        button.click()
        gathered = _coalesce_widget_states(gathered, sent(app))
        button.set_value(False)
    return app._run(gathered)


def test_an_answer_and_the_turn_after_it_are_not_swapped(
    look: Opener, desk: Session, begun: str
) -> None:
    app = pressed_while_busy(look("questions", begun), "Answer 5", "Next", "Answer 2")
    assert not app.exception
    said = {r.capability: r.level for r in state(desk, begun).assessment.responses}
    assert said == {"OPM-1": 5, "OPM-2": 2}
    assert app.query_params["capability"] == "OPM-2"
