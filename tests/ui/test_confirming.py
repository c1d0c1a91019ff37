"""Text that seems to identify somebody is asked about once, in its own place."""

from streamlit.testing.v1 import AppTest

SCRIPT = """
import streamlit as st
from readiness.domain.errors import ReadinessError
from readiness.ui import confirming
from readiness.workspace.notes import IdentifierFound

def save(confirmed):
    if st.session_state.what == "broken":
        raise ReadinessError("The store is full.")
    if not confirmed:
        raise IdentifierFound(("email",))
    st.session_state["kept"] = True

st.button("Save", on_click=confirming.saved, args=("here", save, "ask ada@northgate.example"))
confirming.ask("here")
confirming.ask("elsewhere")
"""


def press(app: AppTest, label: str) -> AppTest:
    return next(b for b in app.button if b.label.startswith(label)).click().run()


def test_a_person_may_say_that_it_identifies_nobody() -> None:
    app = AppTest.from_string(SCRIPT)
    app.session_state["what"] = "named"
    app = press(app.run(), "Save")
    [warned] = [w.value for w in app.warning]
    assert warned.startswith("This looks like an e-mail address.")
    assert warned.endswith("“ask ada@northgate.example”")  # nobody confirms what is out of sight
    app = press(app, "It identifies nobody")
    assert app.session_state["kept"]
    assert not app.warning


def test_another_obstacle_has_no_way_round() -> None:
    app = AppTest.from_string(SCRIPT)
    app.session_state["what"] = "broken"
    app = press(app.run(), "Save")
    assert [w.value.partition(" “")[0] for w in app.warning] == ["The store is full."]
    assert [b.label for b in app.button] == ["Save"]
