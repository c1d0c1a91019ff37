"""A scan is counts and places, frozen."""

import pytest
from pydantic import ValidationError

from readiness.domain.scan import CellFinding, SheetScan, WorkbookScan


def test_a_scan_reads_back_as_it_was_written() -> None:
    scan = WorkbookScan(
        file="plan.xlsx",
        sha256="0" * 64,
        formula_cells=3,
        identifiable={"name": 2},
        findings=(CellFinding(kind="identifiable", sheet="Slots", address="B2", count=2),),
        sheets=(SheetScan(name="Slots", state="very_hidden"),),
    )
    assert WorkbookScan.model_validate_json(scan.model_dump_json()) == scan


def test_two_scans_share_no_dictionary() -> None:
    one, other = (WorkbookScan(file=name, sha256=name) for name in "ab")
    assert one.identifiable is not other.identifiable


def test_counts_are_not_negative_and_keys_are_known() -> None:
    with pytest.raises(ValidationError, match="formula_cells"):
        WorkbookScan(file="a", sha256="a", formula_cells=-1)
    with pytest.raises(ValidationError, match="matched_text"):
        WorkbookScan.model_validate({"file": "a", "sha256": "a", "matched_text": "x"})
