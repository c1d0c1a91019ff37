"""Two assessments capability by capability on the page: those that differ, or all."""

from readiness.ui import state
from readiness.workspace.answers import answer
from readiness.workspace.assessments import create
from readiness.workspace.results import state as load_state
from readiness.workspace.session import Session
from tests.ui.desk import Opener, choose, drawn


def test_two_sites_differ_in_one_capability(look: Opener, desk: Session, begun: str) -> None:
    answer(desk, begun, "OPM-1", "team", level=1)
    answer(desk, begun, "OPM-5", "team", level=2)
    site = create(desk, "Another <i>site</i>", "autologous", "phase_1")
    answer(desk, site, "OPM-1", "team", level=3, basis="record", note="secret words")
    answer(desk, site, "OPM-5", "team", level=2)
    app = look("rounds", site, **{state.earlier_of(site): begun})
    assert not app.exception
    assert app.title[0].value == "Two assessments"
    assert any("no change over time" in i.value for i in app.info)
    page = drawn(app)
    version = load_state(desk, site).questionnaire.version
    assert f"Before (content {version})" in page
    assert "Answers 1 (statement); records none; rule: " in page
    assert "Answers 3 (record); records none; rule: " in page
    assert "1 of 50 capabilities" in page
    assert "OPM-5" not in page
    assert "secret words" not in page
    app = choose(app, "Capabilities", "All")
    page = drawn(app)
    assert "50 of 50 capabilities" in page
    assert "OPM-5" in page
