"""Names of files and hashes of structure."""

import pytest

from readiness.domain.scan_rules import ScanRules
from readiness.evidence.scan.naming import FileName, read_file_name, structure_hash


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Slot plan v31.xlsx", FileName("slot plan", True, False)),
        ("Slot plan v30 (copy).xlsx", FileName("slot plan", True, False)),
        ("Slot_plan_FINAL2.xlsx", FileName("slot plan", True, False)),
        ("Slot plan (2).xlsx", FileName("slot plan", True, False)),
        ("2026-11-20 Slot plan.xlsx", FileName("slot plan", False, True)),
        ("Slot plan 20Nov2026.xlsm", FileName("slot plan", False, True)),
        ("Slot plan 20.11.26 rev 4.xlsx", FileName("slot plan", True, True)),
        ("Plan 2026.xlsx", FileName("plan 2026", False, False)),
        ("plan.v2.xlsx", FileName("plan", True, False)),
        ("R2D2 vector.xlsx", FileName("r2d2 vector", False, False)),
    ],
)
def test_file_names(name: str, expected: FileName, rules: ScanRules) -> None:
    assert read_file_name(name, rules.version_words) == expected


def test_copies_share_the_hash_and_others_do_not() -> None:
    one = structure_hash({"Plan": ["Slot", "Suite "], "Key": []})
    assert one == structure_hash({"KEY": [], "plan": ["slot", "suite"]})
    assert one != structure_hash({"Plan": ["Slot", "Site"], "Key": []})
    assert one != structure_hash({"Plan": ["Slot", "Suite"]})
