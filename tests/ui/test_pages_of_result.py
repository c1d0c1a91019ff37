"""Result, Gaps, Report, Calculation and History in the states empty, half, full, broken."""

import re

import pytest

from readiness.workspace.operating_entries import add_entry
from readiness.workspace.scaling_limits import set_limit
from readiness.workspace.session import Session
from tests.ui.conftest import Opener, drawn

NEED_ONE = ("result", "gaps", "report", "history")
PAGES = (*NEED_ONE, "calculation")


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("state", ["bare", "half", "full"])
def test_page_is_drawn_in_every_state(
    name: str, state: str, open_page: Opener, request: pytest.FixtureRequest
) -> None:
    app = open_page(name, request.getfixturevalue(state))
    assert not app.exception
    assert not app.error
    assert app.title or "<h1" in drawn(app)


@pytest.mark.parametrize("name", NEED_ONE)
def test_without_an_assessment_the_page_says_where_to_choose_one(
    name: str, open_page: Opener
) -> None:
    app = open_page(name)
    assert not app.exception
    assert app.title[0].value == "No assessment is open"


@pytest.mark.parametrize("name", PAGES)
def test_a_broken_id_gives_advice(name: str, open_page: Opener) -> None:
    app = open_page(name, "0" * 32)
    assert not app.exception
    assert app.error


def test_calculation_needs_no_assessment(open_page: Opener) -> None:
    app = open_page("calculation")
    assert not app.exception
    assert {h.value for h in app.header} >= {"Maturity index", "Every metric"}


def test_every_kind_of_the_history_has_a_name_to_choose_it_by(
    look: Opener, desk: Session, begun: str
) -> None:
    add_entry(desk, begun, "data_set", "Plan")
    add_entry(desk, begun, "option", "Second site")
    set_limit(desk, begun, "DOC", "volume", 30)
    shown = next(box for box in look("history", begun).selectbox if box.label == "Show").options
    assert {"Data sets", "Options kept open", "Scaling limits"} <= set(shown)
    assert not [name for name in shown if "_" in name]


def test_names_from_outside_never_become_markup(open_page: Opener, full: str) -> None:
    html = drawn(open_page("result", full))
    assert "<b>Bridge</b>" not in html


def test_every_anchor_of_a_how_link_is_there(open_page: Opener, full: str) -> None:

    linked = set()
    for name in ("result", "gaps", "report"):
        linked |= set(re.findall(r'href="calculation\?[^"#]*#(\w+)"', drawn(open_page(name, full))))
    anchors = {h.proto.anchor for h in open_page("calculation").header}
    assert linked
    assert linked <= anchors
