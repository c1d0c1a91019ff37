"""A confirmed file is kept whole or not at all, once, and next quarter with one click."""

from readiness.workspace import evidence, intake
from readiness.workspace.session import Session
from tests.ui.desk import AMBIGUOUS, BATCHES, BROKEN, Opener, drawn, press
from tests.ui.test_evidence_draft import drop


def test_the_same_file_is_already_here(look: Opener, desk: Session, begun: str) -> None:
    app = press(press(drop(look("evidence", begun), "B.csv", BATCHES), "Looks right"), "Confirm")
    app = drop(app, "Again.csv", BATCHES)
    app = press(app, "Measure it")
    assert "already here" in app.info[0].value
    app = press(app, "Put this copy away")
    assert len(evidence.kept(desk, begun)) == 1
    assert "Again.csv" not in str(app.radio)


def test_a_refused_file_leaves_nothing_and_names_each_problem(
    look: Opener, desk: Session, begun: str
) -> None:
    app = press(drop(look("evidence", begun), "Batches.csv", BROKEN), "Looks right")
    app = press(app, "Confirm")
    assert not app.exception
    assert "Batches.csv ! 9, Process Start" in drawn(app)
    assert evidence.kept(desk, begun) == []
    app = press(app, "Leave out 1 row")
    assert "A reason is needed" in app.error[0].value
    why = next(t for t in app.text_input if t.label.startswith("Why may"))
    why.input("never started")
    app = press(press(app, "Leave out"), "Confirm")
    [kept] = evidence.kept(desk, begun)
    assert [(r.row, r.note) for r in intake.left_out(kept)] == [(9, "never started")]


def test_next_quarter_is_one_click(look: Opener, desk: Session, begun: str) -> None:
    app = press(drop(look("evidence", begun), "Q1.csv", AMBIGUOUS), "Looks right")
    app = next(r for r in app.radio if "day first" in r.label).set_value("DD/MM/YYYY").run()
    app = press(app, "Confirm")
    app = drop(app, "Q2.csv", AMBIGUOUS.replace("B", "C"))
    assert "those that you confirmed before" in drawn(app)
    app = press(app, "Measure it")
    assert not app.exception
    assert [f.name for f in evidence.kept(desk, begun)] == ["Q1.csv", "Q2.csv"]
