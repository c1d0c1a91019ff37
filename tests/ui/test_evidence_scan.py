"""A scanned workbook: map, measures, addresses; never what stood in a cell."""

from readiness.ui import state
from readiness.workspace import evidence, intake
from readiness.workspace.session import Session
from tests.ui.desk import Opener, choose, drawn


def newest(desk: Session, id: str) -> str:
    return [f.id for f in evidence.kept(desk, id) if f.kind == intake.WORKBOOK][-1]


def test_map_measures_and_addresses(look: Opener, desk: Session, example: str) -> None:
    app = look("evidence", example, **{state.EVIDENCE: newest(desk, example)})
    assert not app.exception
    html = drawn(app)
    assert "six sheets (1 hidden, 1 very hidden), three older copies found beside it" in html
    assert all(f"<strong>S{n}</strong>" in html for n in range(1, 9))
    assert "may identify somebody" in html
    assert len(app.get("plotly_chart")) == 2  # the map and the versions


def test_every_mark_of_a_sheet_is_in_the_list(look: Opener, desk: Session, example: str) -> None:
    app = look("evidence", example, **{state.EVIDENCE: newest(desk, example)})
    app = choose(app, "Sheet", "Key")
    kept = {file.id: file for file in evidence.kept(desk, example)}
    scan = intake.scan_of(kept[newest(desk, example)])
    assert scan is not None
    addresses = {f.address for f in scan.findings if f.sheet == "Key" and f.address}
    assert addresses
    assert all(address in drawn(app) for address in addresses)


def test_nothing_of_a_cell_is_on_the_page(look: Opener, desk: Session, example: str) -> None:
    app = look("evidence", example, **{state.EVIDENCE: newest(desk, example)})
    for sheet in ("Key", "Plan"):
        app = choose(app, "Sheet", sheet)
        assert ".example" not in drawn(app)
