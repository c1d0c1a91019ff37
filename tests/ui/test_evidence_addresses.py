"""The list of addresses: the marks of the map apart from what has no cell."""

from readiness.ui import state
from readiness.workspace import evidence, intake
from readiness.workspace.session import Session
from tests.ui.desk import Opener, choose, drawn


def test_marks_come_first_and_whole_sheets_apart(look: Opener, desk: Session, example: str) -> None:
    (*_, file) = [f.id for f in evidence.kept(desk, example) if f.kind == intake.WORKBOOK]
    app = choose(look("evidence", example, **{state.EVIDENCE: file}), "Sheet", "Key")
    said = drawn(app)
    marks, _, whole = said.partition("Of the sheet and of the file as a whole")
    # B2 to C4 may identify somebody, each cell alone; B2 has a comment that holds a birth date.
    assert "The eight marks of the map" in marks
    assert "B2, B3, B4" in marks
    assert "key from codes to people" in whole
    assert "the sheet" in whole
