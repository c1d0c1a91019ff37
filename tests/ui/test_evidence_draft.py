"""A dropped file on its way: steps, confirmation, refusal, the same file, a stop."""

from streamlit.testing.v1 import AppTest

from readiness.ui import state
from readiness.workspace import evidence, intake
from readiness.workspace.demo import example_folder
from readiness.workspace.session import Session
from tests.ui.desk import AMBIGUOUS, BATCHES, Opener, choose, drawn, press


def drop(app: AppTest, name: str, data: str | bytes) -> AppTest:
    raw = data.encode() if isinstance(data, str) else data
    return app.file_uploader[0].set_value((name, raw, "text/csv")).run()


def test_from_drop_to_measurement(look: Opener, desk: Session, begun: str) -> None:
    app = drop(look("evidence", begun), "Batches.csv", BATCHES)
    assert not app.exception
    assert "This looks like a <strong>batch register</strong>" in drawn(app)
    assert evidence.kept(desk, begun) == []
    app = press(press(app, "Looks right"), "Confirm 2 columns")
    assert not app.exception
    assert [f.name for f in evidence.kept(desk, begun)] == ["Batches.csv"]
    assert "7 batches started" in drawn(app)
    assert app.session_state[state.EVIDENCE] == evidence.kept(desk, begun)[0].id


def test_confirm_waits_for_the_order_of_the_dates(look: Opener, begun: str, desk: Session) -> None:
    app = press(drop(look("evidence", begun), "Batches.csv", AMBIGUOUS), "Looks right")
    confirm = next(b for b in app.button if b.label.startswith("Confirm"))
    assert confirm.disabled
    question = next(r for r in app.radio if "day first or month first" in r.label)
    assert question.value is None
    app = question.set_value("DD/MM/YYYY").run()
    assert not next(b for b in app.button if b.label.startswith("Confirm")).disabled
    app = press(app, "Confirm")
    [kept] = evidence.kept(desk, begun)
    assert str(intake.register_entry(kept).first) == "2026-02-01"


def test_what_is_no_table_is_refused_at_the_door(look: Opener, desk: Session, begun: str) -> None:
    app = drop(look("evidence", begun), "photo *x*.csv", b"\x89PNG\r\n\x1a\n....")
    assert not app.exception
    assert "was not read" in app.error[0].value
    assert evidence.kept(desk, begun) == []
    app = press(app, "Put it away")
    assert not app.error


def test_another_kind_may_be_chosen(look: Opener, desk: Session, begun: str) -> None:
    app = drop(look("evidence", begun), "a.csv", BATCHES)
    app = choose(app, "Kind", "reviews")
    assert not app.exception
    assert "log of record reviews" in drawn(app)


def test_a_workbook_is_scanned(look: Opener, desk: Session, begun: str) -> None:
    data = (example_folder() / "evidence" / "Slot plan v31.xlsx").read_bytes()
    app = press(drop(look("evidence", begun), "Slot plan v31.xlsx", data), "Scan it")
    assert not app.exception
    [kept] = evidence.kept(desk, begun)
    assert kept.kind == intake.WORKBOOK


def test_a_stop_is_said(look: Opener, desk: Session, begun: str) -> None:
    app = drop(look("evidence", begun), "a.csv", BATCHES)
    app.session_state[state.DONE] = "Stopped. Nothing of a.csv was kept."
    app = app.run()
    assert "Nothing of a" in app.info[0].value
