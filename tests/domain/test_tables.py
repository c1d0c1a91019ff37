"""The canonical columns, against the required ones written down by hand (formats)."""

from typing import get_args

from readiness.domain.evidence import TableKind
from readiness.domain.tables import TABLES

REQUIRED = {
    "batches": "batch started",
    "deviations": "id discovered",
    "revisions": "document effective",
    "record_errors": "batch",
    "reviews": "batch",
    "temporary_instructions": "id",
    "bookings": "resource start",
    "booking_changes": "booking",
    "interventions": "at kind",
    "qualifications": "task person",
    "workarounds": "id began",
    "workbook": "",
}


def test_required_columns() -> None:
    assert {kind: " ".join(spec.required) for kind, spec in TABLES.items()} == REQUIRED


def test_every_kind_once_and_no_column_twice() -> None:
    assert set(TABLES) == set(get_args(TableKind))
    for kind, spec in TABLES.items():
        assert spec.columns == spec.required + spec.optional
        assert len(set(spec.columns)) == len(spec.columns), kind
