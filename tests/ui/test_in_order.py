"""Keys that arrive in one message: the answer is for what is on the screen, then comes the turn."""

import pytest
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


@pytest.mark.parametrize("labels", [("Answer 5", "Next"), ("Next", "Answer 5")])
def test_an_answer_is_for_the_question_on_the_screen(
    look: Opener, desk: Session, begun: str, labels: tuple[str, ...]
) -> None:
    app = pressed_while_busy(look("questions", begun), *labels)
    assert not app.exception
    said = {r.capability: r.level for r in state(desk, begun).assessment.responses}
    assert said == {"OPM-1": 5}
    assert app.query_params["capability"] == "OPM-2"
