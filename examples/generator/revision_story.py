"""The revisions of Northgate's master records, one line each.

Document, version, days from the day it became effective back to the approval of the change (less
than nothing: approved afterwards; None: never approved), reason, planned.
"""

from dataclasses import dataclass
from datetime import date

IMPROVE = "Process improvement"
ADMIN = "Administrative"
CORRECT = "Correction of error"
DEVIATION = "Deviation-driven"
URGENT = "Urgent for next batch"
PLANNED = frozenset({IMPROVE, ADMIN})

TITLES = {
    "MBR-101": "Master Batch Record NG-001 Cell Processing",
    "MBR-102": "Wash and Media Exchange",
    "MBR-103": "Formulation and Fill",
    "FRM-210": "Prüfprotokoll Apherese (receipt form)",
    "FRM-214": "Label Reconciliation",
    "FRM-221": "In-Process Sampling Plan",
}


@dataclass(frozen=True)
class Revision:
    """A revision of a master record."""

    document: str
    version: int
    effective: date
    approved_before: int | None
    reason: str

    @property
    def planned(self) -> bool:
        """Improvements and administrative changes are planned; repairs are not."""
        return self.reason in PLANNED


def _revision(line: tuple[str, int, str, int | None, str]) -> Revision:
    document, version, effective, approved_before, reason = line
    return Revision(document, version, date.fromisoformat(effective), approved_before, reason)


REVISIONS = tuple(
    _revision(line)
    for line in (
        ("MBR-101", 7, "2025-09-15", 4, IMPROVE),
        ("FRM-214", 3, "2025-09-17", 2, ADMIN),
        ("MBR-102", 4, "2025-10-06", 3, CORRECT),
        ("MBR-101", 8, "2025-10-16", 2, DEVIATION),
        ("FRM-221", 2, "2025-10-17", -5, URGENT),
        ("FRM-210", 5, "2025-11-03", 6, ADMIN),
        ("MBR-103", 3, "2025-11-13", 1, DEVIATION),
        ("FRM-214", 4, "2025-11-28", 4, DEVIATION),
        ("MBR-101", 9, "2025-12-10", 7, CORRECT),
        ("MBR-102", 5, "2025-12-15", 9, IMPROVE),
        ("FRM-221", 3, "2025-12-19", 3, DEVIATION),
        ("MBR-101", 10, "2026-01-09", -6, URGENT),
        ("FRM-210", 6, "2026-01-09", -3, CORRECT),
        ("MBR-103", 4, "2026-01-26", 8, IMPROVE),
        ("MBR-101", 11, "2026-02-06", 2, CORRECT),
        ("MBR-102", 6, "2026-02-06", -4, URGENT),
        ("FRM-214", 5, "2026-02-23", 5, ADMIN),
        ("FRM-221", 4, "2026-03-02", 3, DEVIATION),
        ("MBR-101", 12, "2026-03-06", 1, DEVIATION),
        ("MBR-103", 5, "2026-03-06", -9, URGENT),
        ("FRM-210", 7, "2026-03-30", 10, IMPROVE),
        ("MBR-102", 7, "2026-04-20", 4, CORRECT),
        ("MBR-101", 13, "2026-04-29", 2, DEVIATION),
        ("FRM-214", 6, "2026-04-30", None, CORRECT),
        ("MBR-103", 6, "2026-05-18", 12, IMPROVE),
        ("FRM-221", 5, "2026-05-26", 3, ADMIN),
        ("MBR-101", 14, "2026-06-03", 3, DEVIATION),
        ("MBR-102", 8, "2026-06-05", -2, URGENT),
        ("FRM-210", 8, "2026-06-22", 14, ADMIN),
        ("MBR-101", 15, "2026-06-29", 6, IMPROVE),
        ("MBR-103", 7, "2026-07-08", 4, IMPROVE),
        ("MBR-101", 16, "2026-07-10", -7, URGENT),
        ("FRM-214", 7, "2026-07-27", 5, DEVIATION),
        ("FRM-221", 6, "2026-08-10", 2, CORRECT),
        ("MBR-101", 17, "2026-08-13", 1, DEVIATION),
        ("MBR-102", 9, "2026-08-31", 11, IMPROVE),
        ("FRM-210", 9, "2026-09-22", 6, ADMIN),
        ("MBR-103", 8, "2026-10-19", 9, IMPROVE),
        ("MBR-101", 18, "2026-11-05", 3, DEVIATION),
        ("FRM-214", 8, "2026-11-16", 4, IMPROVE),
    )
)
