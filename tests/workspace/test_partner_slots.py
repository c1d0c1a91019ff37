"""The slot table of a maker, typed cell by cell or taken from a file."""

import pytest

from readiness.domain.errors import InputRefused
from readiness.workspace.partner_slots import (
    NEW,
    begun_rows,
    empty_rows,
    keep_complete,
    stored_rows,
    take_slots,
)
from readiness.workspace.partners import add_partner
from readiness.workspace.results import result, state
from readiness.workspace.typed_rows import edited
from tests.workspace.desk import begun

WHOLE = {"offered": 5, "booked": 4, "started": 3, "completed": 2}


def test_twelve_empty_months_are_offered_and_an_edit_fills_them() -> None:
    desk, id = begun()
    maker = add_partner(desk, id, "Maker")
    rows = empty_rows(state(desk, id))
    assert (len(rows), rows[0]["month"], rows[-1]["month"]) == (12, "2025-11", "2026-10")
    changed = edited(
        rows,
        {
            "edited_rows": {0: WHOLE, "1": {"offered": 4}},
            "deleted_rows": [11],
            "added_rows": [{"month": "2026-11"} | WHOLE],
        },
        NEW,
    )
    assert len(changed) == 12
    assert begun_rows(changed) == 1  # December has one count of four
    keep_complete(desk, id, maker, changed)
    stored = stored_rows(state(desk, id), maker)
    assert [row["month"] for row in stored] == ["2025-11", "2026-11"]
    assert stored[0]["suite"] == "all"


def test_an_uploaded_table_is_taken_and_judged_at_once() -> None:
    desk, id = begun()
    maker = add_partner(desk, id, "Maker")
    data = b"Month,Offered,Booked,Started,Completed\n2026-01,5,4,3,2\n2026-02,5,4,3,3\n"
    take_slots(desk, id, maker, "slots.csv", data)
    [found] = result(desk, id).operating_model.partners
    assert found.slots is not None
    assert (found.slots.offered, found.slots.started) == (10, 6)


def test_a_table_that_cannot_be_read_changes_nothing() -> None:
    desk, id = begun()
    maker = add_partner(desk, id, "Maker")
    take_slots(
        desk, id, maker, "a.csv", b"Month,Offered,Booked,Started,Completed\n2026-01,5,4,3,2\n"
    )
    with pytest.raises(InputRefused):
        take_slots(desk, id, maker, "b.csv", b"Month,Offered,Booked,Started,Completed\nx,5,4,3,2\n")
    assert [row.month for row in state(desk, id).assessment.operating.partner_slots] == ["2026-01"]
