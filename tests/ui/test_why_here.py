"""Why a gap stands where it stands."""

from readiness.workspace.results import result
from readiness.workspace.session import Session
from tests.ui.conftest import Opener, drawn


def test_the_arithmetic_is_shown(open_page: Opener, full: str, bench: Session) -> None:
    first = result(bench, full).gaps.next_stage[0]
    html = drawn(open_page("gaps", full))
    wanted = f"100 × gap {first.gap}/4 × severity {float(first.severity):.2f}/5"
    assert wanted in html
    assert "What closes it:" in html
    assert "Under 10,000 other weightings" in html


def test_another_gap_can_be_asked_about(open_page: Opener, full: str, bench: Session) -> None:
    last = result(bench, full).gaps.next_stage[-1]
    app = open_page("gaps", full)
    app.selectbox(key=f"why_{full}_next_stage").set_value(last.capability).run()
    assert not app.exception
    assert last.ratings["P"].reason.split("&")[0][:20] in drawn(app)


def test_the_address_chooses_the_gap(open_page: Opener, full: str, bench: Session) -> None:
    last = result(bench, full).gaps.next_stage[-1].capability
    app = open_page("gaps", full, capability=last)
    assert app.selectbox(key=f"why_{full}_next_stage").value == last


def test_clauses_and_workings_are_drawn_when_opened(open_page: Opener, full: str) -> None:
    closed = drawn(open_page("gaps", full))
    assert ">Backs<" not in closed
    opened = {f"down_{full}": True, f"clauses_{full}": True}
    html = drawn(open_page("gaps", full, **opened))
    assert ">Backs<" in html
    assert "Applies now" in html or "Will apply" in html or "No clause" in html
