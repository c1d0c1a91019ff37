"""What needs a person comes first; what is sure waits behind."""

from readiness.workspace import evidence, intake
from readiness.workspace.session import Session
from tests.ui.desk import BATCHES, Opener, drawn, press
from tests.ui.test_evidence_draft import drop

ODD = "Lot,Zorp,Outcome\n" + "".join(f"B{n},2026-0{n}-15,sehr gut\n" for n in range(1, 8))


def test_a_sure_file_asks_nothing(look: Opener, begun: str) -> None:
    app = press(drop(look("evidence", begun), "a.csv", BATCHES), "Looks right")
    assert any("Every column is sure" in m.value for m in app.markdown)


def test_a_required_column_is_chosen_by_hand(look: Opener, desk: Session, begun: str) -> None:
    app = drop(look("evidence", begun), "a.csv", ODD)
    app = press(app, "Looks right")
    started = next(s for s in app.selectbox if s.label == "Column for Started")
    app = started.set_value("Zorp").run()
    assert "chosen by you" in drawn(app) or "sure" in drawn(app)
    app = press(app, "Confirm")
    assert not app.exception
    [kept] = evidence.kept(desk, begun)
    assert intake.mapping_of(kept).columns["started"] == "Zorp"


def test_unused_headings_are_named(look: Opener, begun: str) -> None:
    text = BATCHES.replace("Process Start\n", "Process Start,Remarks\n").replace("-15\n", "-15,x\n")
    app = press(drop(look("evidence", begun), "a.csv", text), "Looks right")
    assert any("Not used: Remarks" in c.value.replace("\\", "") for c in app.caption)
