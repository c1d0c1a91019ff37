"""Several workbooks dropped at once: one click takes them all, one that is broken stops nothing."""

from typing import Any

from streamlit.testing.v1 import AppTest

from readiness.ui import state
from readiness.ui.evidence_together import order
from readiness.workspace import evidence
from readiness.workspace.demo import example_folder
from readiness.workspace.session import Session
from tests.ui.desk import BATCHES, Opener, drawn, press

EVIDENCE = example_folder() / "evidence"
NAMES = ("Slot plan v31.xlsx", "Slot plan v28.xlsx", "Slot plan v29.xlsx")


def drop_all(app: AppTest, *files: tuple[str, bytes]) -> AppTest:
    """Several files at once, as people drop them."""
    kinds = {"csv": "text/csv"}
    given: Any = [(name, data, kinds.get(name[-3:], "application/zip")) for name, data in files]
    return app.file_uploader[0].set_value(given).run()


def plans(*names: str) -> list[tuple[str, bytes]]:
    return [(name, (EVIDENCE / name).read_bytes()) for name in names]


def test_one_click_takes_all_workbooks(look: Opener, desk: Session, begun: str) -> None:
    app = drop_all(look("evidence", begun), ("Batches.csv", BATCHES.encode()), *plans(*NAMES))
    assert not app.exception
    assert "3 workbooks are waiting" in drawn(app)
    app = press(app, "Scan all 3")
    assert not app.exception
    # the log waits for its columns; the newest workbook is looked at
    kept = evidence.kept(desk, begun)
    assert sorted(f.name for f in kept) == sorted(NAMES)
    assert app.session_state[state.EVIDENCE] == next(f.id for f in kept if f.name == NAMES[0])
    assert "Three saved versions" in drawn(app)
    # and its upload is still held, to be read as a list of bookings as well
    assert any(b.label == "Read its bookings as well" for b in app.button)


def test_one_alone_is_scanned_as_ever(look: Opener, desk: Session, begun: str) -> None:
    app = drop_all(look("evidence", begun), *plans(NAMES[1]))
    assert "are waiting" not in drawn(app)
    press(app, "Scan it")
    assert len(evidence.kept(desk, begun)) == 1


def test_what_is_already_here_is_not_taken_twice(look: Opener, desk: Session, begun: str) -> None:
    app = press(drop_all(look("evidence", begun), *plans(NAMES[1])), "Scan it")
    app = press(drop_all(app, *plans(*NAMES)), "Scan all 3")
    assert not app.exception
    assert sorted(f.name for f in evidence.kept(desk, begun)) == sorted(NAMES)


def test_the_newest_was_saved_last(desk: Session, example: str) -> None:
    files = [f for f in evidence.kept(desk, example) if f.kind == "workbook"]
    assert max(files, key=order).name == "Slot plan v31.xlsx"
