"""Entries on a page: the one looked at, and the one taken away."""

from readiness.workspace.operating_entries import add_entry
from readiness.workspace.results import state
from readiness.workspace.session import Session
from tests.ui.desk import Opener, choose, press


def test_another_entry_is_looked_at_and_taken_away(look: Opener, desk: Session, begun: str) -> None:
    for name in ("Plan", "Records"):
        add_entry(desk, begun, "data_set", name)
    app = choose(look("operating_model", begun), "Part", "Data before AI")
    assert app.selectbox(key="looked_at_data_set").value == "plan"
    app = app.selectbox(key="looked_at_data_set").set_value("records").run()
    app = press(app, "Remove Records")
    assert not app.exception
    assert [one.id for one in state(desk, begun).assessment.operating.data_sets] == ["plan"]
    assert app.selectbox(key="looked_at_data_set").value == "plan"
