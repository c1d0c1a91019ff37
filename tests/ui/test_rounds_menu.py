"""Next round, freeze, reopen: each asked for, each with its trace."""

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from readiness.ui import state
from readiness.workspace.answers import answer
from readiness.workspace.jottings import add_note
from readiness.workspace.requests import ask_for
from readiness.workspace.results import state as load_state
from readiness.workspace.session import Session
from tests.ui.desk import Opener, drawn, press


def test_freezing_asks_first_and_the_pages_say_so(look: Opener, desk: Session, begun: str) -> None:
    answer(desk, begun, "OPM-1", "team", level=2)
    app = press(look("assessments"), "Freeze…")
    assert load_state(desk, begun).loaded.frozen is None
    app = press(app, "Freeze it")
    assert not app.exception
    seal = load_state(desk, begun).loaded.frozen
    assert seal is not None
    assert seal.sha256[:12] in drawn(app)
    assert not [b for b in app.button if b.label == "Freeze…"]
    assert seal.sha256 in drawn(look("report", begun))

    app = look("questions", begun, **{state.CAPABILITY: "OPM-1"})
    assert "to read and export, never to change" in drawn(app)
    assert next(r for r in app.radio if r.label.startswith("Which describes")).disabled
    assert all(b.disabled for b in app.button if b.label.startswith("Answer"))


PAGES = (
    *(("profile", {state.PROFILE_PART: part}) for part in ("Profile", "Incidents", "Drills held")),
    *(("profile", {state.PROFILE_PART: part}) for part in ("People", "Parties")),
    *(("questions", {state.MODE: mode}) for mode in ("team", "interview", "compare")),
    *((page, {}) for page in ("requests", "evidence", "result", "gaps", "report", "history")),
)
TO_READ = {  # what only chooses what is shown
    *("Dimensions", "Questions of this dimension", "Mode", "Show", "Part", "Rows", "Chart"),
    *("What to compare", "Questions to compare", "Whom you talk to", "Request", "Note", "View"),
    *("Respondent", "Distance to", "Whose questions", "Descriptions in an order of chance"),
    *(
        "Kind of log",
        "Which gap?",
        "Rows of the chart",
        "For whom",
        "Dimensions, or the capabilities of one",
    ),
}
FAMILIES = ("text_input", "number_input", "date_input", "radio", "checkbox", "selectbox")


def live(app: AppTest) -> set[str]:
    """The labels of the fields that can be changed."""
    fields: list[Any] = [one for family in (*FAMILIES, "button_group") for one in app.get(family)]
    return {one.label for one in fields if not one.disabled} - TO_READ


@pytest.mark.parametrize(("page", "kept"), PAGES)
def test_fields_of_a_frozen_one_are_there_to_be_read(
    look: Opener, desk: Session, begun: str, page: str, kept: dict[str, str]
) -> None:
    answer(desk, begun, "OPM-1", "team", level=2)
    ask_for(desk, begun, "Change history")
    add_note(desk, begun, "printed each Friday", capability="OPM-1", respondent="team")
    before = look(page, begun, **kept)
    desk.store.freeze(desk.actor, begun)
    app = look(page, begun, **kept)
    assert not app.exception
    assert live(app) == set()
    assert "To go on, copy it as the next round" in drawn(app)
    assert "To go on, copy it as the next round" not in drawn(before)


def test_the_next_round_begins_with_the_answers(look: Opener, desk: Session, begun: str) -> None:
    answer(desk, begun, "OPM-1", "team", level=2)
    app = press(look("assessments"), "Copy as the next round…")
    stays = next(m.value for m in app.markdown if "stays behind" in m.value)
    for what in ("typed figures", "quick notes", "evidence requests", "Incidents", "consensus"):
        assert what in stays
    app = press(app, "Make the next round")
    assert not app.exception
    new = app.query_params["assessment"]
    assert new != begun
    assert load_state(desk, str(new)).assessment.responses[0].level == 2


def test_a_frozen_one_is_reopened_as_a_copy(look: Opener, desk: Session, begun: str) -> None:
    desk.store.freeze(desk.actor, begun)
    app = press(look("assessments"), "Reopen as a copy")
    assert not app.exception
    made = str(app.query_params["assessment"])
    assert load_state(desk, made).loaded.frozen is None
    assert load_state(desk, begun).loaded.frozen is not None
