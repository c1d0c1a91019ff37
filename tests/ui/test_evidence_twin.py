"""After a schedule was read in one way, one click reads the same upload in the other."""

from readiness.workspace import evidence
from readiness.workspace.session import Session
from tests.files.making import Value, xlsx
from tests.ui.desk import Opener, press
from tests.ui.test_evidence_draft import drop

BOOKINGS: list[list[Value]] = [
    ["Booking", "Suite", "Start", "End"],
    ["B1", "Suite 1", "2026-05-01", "2026-05-03"],
    ["B2", "Suite 1", "2026-05-04", "2026-05-06"],
]


def test_a_table_of_bookings_is_scanned_with_one_more_click(
    look: Opener, desk: Session, begun: str
) -> None:
    app = drop(look("evidence", begun), "Reserved.xlsx", xlsx({"Log": BOOKINGS}))
    app = press(press(app, "Looks right"), "Confirm")
    assert [file.kind for file in evidence.kept(desk, begun)] == ["bookings"]
    app = press(app, "Scan it as a workbook as well")
    assert not app.exception
    assert [file.kind for file in evidence.kept(desk, begun)] == ["bookings", "workbook"]
    # Both are there now: nothing is offered a second time.
    assert not any("as well" in b.label for b in app.button)
