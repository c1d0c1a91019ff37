"""Problems of a file, as a table and as a list to take along."""

from readiness.domain.errors import Problem
from readiness.ui.evidence_problems import SHOWN, _line
from readiness.workspace.session import Session
from tests.ui.desk import Opener, choose, press
from tests.ui.test_evidence_draft import drop


def test_a_problem_shows_where_what_and_how_to_mend() -> None:
    problem = Problem("a.csv", "No date", sheet="Log", row=3, column="A", found="x", advice="Mend")
    assert _line(problem) == ["Log ! 3, A", "No date: x", "–", "Mend"]


def test_text_from_outside_is_escaped() -> None:
    assert "&lt;b&gt;" in _line(Problem("<b>.csv", "x"))[0]


def test_before_reading_there_are_none(look: Opener, begun: str, desk: Session) -> None:
    app = drop(look("evidence", begun), "a.csv", "Lot,Process Start\nB1,2026-01-05\n")
    app = choose(app, "Step", "problems")
    assert any("None found so far" in m.value for m in app.markdown)


def test_a_long_list_is_cut_on_screen_only(look: Opener, begun: str, desk: Session) -> None:
    rows = "".join(f"B{n},soon\n" for n in range(SHOWN + 20))
    text = f"Lot,Process Start\nA1,2026-01-05\n{rows}"
    app = press(press(drop(look("evidence", begun), "a.csv", text), "Looks right"), "Confirm")
    assert any(f"The first {SHOWN}" in c.value for c in app.caption)
