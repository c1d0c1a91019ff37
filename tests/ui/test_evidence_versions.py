"""The versions of a workbook on the page: who, when, what moved; never what a cell says."""

from readiness.ui import state
from readiness.workspace import evidence
from readiness.workspace.session import Session
from tests.ui.desk import Opener, choose, drawn


def file_named(desk: Session, id: str, name: str) -> str:
    return next(
        f.id for f in evidence.kept(desk, id) if f.name == name and f.kind == "workbook"
    )  # fmt: skip


def test_versions_of_the_example(look: Opener, desk: Session, example: str) -> None:
    newest = file_named(desk, example, "Slot plan v31.xlsx")
    app = look("evidence", example, **{state.EVIDENCE: newest})
    assert not app.exception
    html = drawn(app)
    assert "Four saved versions, over 94 days, 3 of them in use, one editor" in html
    assert html.index("<strong>Slot plan v31.xlsx") < html.index("<strong>Slot plan v28.xlsx")
    assert "20 Nov 2026, 16:04" in html
    assert "formula typed over" in html
    # the map and the versions
    assert len(app.get("plotly_chart")) == 2
    app = choose(app, "What changed in", "Slot plan v29.xlsx")
    assert "differ from Slot plan v28.xlsx" in drawn(app)
    # a date and a patient's code of the bookings that moved
    assert "2026-09-21" not in drawn(app)
    assert "P-055" not in drawn(app)


def test_a_file_alone_asks_for_older_copies(look: Opener, desk: Session, example: str) -> None:
    for name in ("Slot plan v28.xlsx", "Slot plan v29.xlsx", "Slot plan v30 (copy).xlsx"):
        evidence.remove(desk, example, file_named(desk, example, name))
    alone = file_named(desk, example, "Slot plan v31.xlsx")
    app = look("evidence", example, **{state.EVIDENCE: alone})
    assert not app.exception
    assert any("Drop older copies of this file to see what moves" in m.value for m in app.markdown)
    assert len(app.get("plotly_chart")) == 1
