"""The matrix as a person fills it in."""

from datetime import date

import pytest

from readiness.domain.errors import InputRefused
from readiness.workspace.notes import IdentifierFound
from readiness.workspace.results import result, state
from readiness.workspace.retention import set_retained
from tests.workspace.desk import begun


def test_a_row_changes_field_by_field_and_is_judged_at_once() -> None:
    desk, id = begun()
    set_retained(desk, id, "banks", "held", "vendor_only")
    set_retained(desk, id, "banks", "last_proof", date(2026, 11, 1))
    set_retained(desk, id, "banks", "clause", "7.2")
    [row] = state(desk, id).assessment.operating.retention
    assert (row.held, row.clause, row.last_proof) == ("vendor_only", "7.2", date(2026, 11, 1))
    found = result(desk, id).operating_model.retention
    assert found is not None
    assert [one.held for one in found.rows].count("vendor_only") == 1


def test_words_and_values_are_checked() -> None:
    desk, id = begun()
    with pytest.raises(IdentifierFound):
        set_retained(desk, id, "banks", "alone", "ask ada@maker.example")
    with pytest.raises(InputRefused):
        set_retained(desk, id, "banks", "held", "nobody")
