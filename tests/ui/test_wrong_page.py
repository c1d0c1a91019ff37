"""A page that asks for whatever its address names, unchecked, gets nothing of another client's."""

import pytest
from streamlit.testing.v1 import AppTest

from readiness.workspace.assessments import create
from readiness.workspace.session import Session

ELSEWHERE = "Birch Elsewhere"
WRONG = """
import streamlit as st

from readiness.domain.errors import NotFound
from readiness.ui.cached import workbench
from readiness.workspace.answers import answer
from readiness.workspace.assessments import listed
from readiness.workspace.portfolio import portfolio
from readiness.workspace.results import result

session = workbench()
id, client = st.query_params["assessment"], st.query_params["client"]
asked = {
    "load": lambda: session.store.load(session.actor, id),
    "session": lambda: session.load(id),
    "history": lambda: list(session.store.history(session.actor, id)),
    "result": lambda: result(session, id),
    "portfolio": lambda: portfolio(session, client),
    "answer": lambda: answer(session, id, "CTL-1", "team", level=2),
    "delete": lambda: session.store.delete(session.actor, id),
}
for name, ask in asked.items():
    try:
        st.error(f"{name}: {ask()}")
    except NotFound as error:
        st.write(f"{name}: {error}")
st.code(f"{listed(session)} {session.store.workspaces(session.actor)}")
"""


@pytest.mark.parametrize("missing", [False, True])
def test_a_wrong_page_is_told_the_same_of_a_foreign_id_as_of_none(
    desk: Session, begun: str, missing: bool
) -> None:
    other = desk.of(desk.store.add_person("Elsewhere"))
    client = other.store.add_workspace(other.actor, ELSEWHERE)
    foreign = create(other, ELSEWHERE, "autologous", "phase_1")
    before = other.store.load(other.actor, foreign)
    app = AppTest.from_string(WRONG)
    nowhere = "0" * 32
    app.query_params["assessment"] = nowhere if missing else foreign
    app.query_params["client"] = nowhere if missing else client
    app.run()
    assert not app.exception
    assert [error.value for error in app.error] == []
    said = [line.value for line in app.markdown]
    assert said[:7] == [
        *(f"{name}: There is no such assessment." for name in ("load", "session", "history")),
        "result: There is no such assessment.",
        "portfolio: There is no such workspace.",
        *(f"{name}: There is no such assessment." for name in ("answer", "delete")),
    ]
    mine = app.code[0].value
    assert begun in mine
    assert ELSEWHERE not in mine
    assert foreign not in mine
    assert other.store.load(other.actor, foreign) == before
