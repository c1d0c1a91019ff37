"""Families of scheduling workbooks, their live copies and their trace (domain 4.2.3)."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction

from readiness.domain.evidence import RowRef
from readiness.domain.scan import WorkbookScan


def families(scans: Sequence[WorkbookScan], alike: Fraction | None) -> list[list[WorkbookScan]]:
    """Files that are one workbook: the same stem, or at least ``alike`` of their sheet names.

    Likeness of two lists of sheets: names in both over names in either. What is like a member
    belongs to the family. Families and members are in the order of their files.
    """
    found: list[list[WorkbookScan]] = []
    for scan in distinct(scans):
        own = [family for family in found if any(_is_alike(scan, other, alike) for other in family)]
        found = [family for family in found if family not in own]
        found.append([*(member for family in own for member in family), scan])
    return sorted((sorted(f, key=_place) for f in found), key=lambda family: _place(family[0]))


def distinct(scans: Sequence[WorkbookScan]) -> list[WorkbookScan]:
    """Each file once, in the order of their names."""
    return [scan for _, scan in sorted({_place(scan): scan for scan in scans}.items())]


def _place(scan: WorkbookScan) -> tuple[str, str]:
    return scan.file, scan.sha256


def _is_alike(one: WorkbookScan, other: WorkbookScan, alike: Fraction | None) -> bool:
    if one.stem and one.stem == other.stem:
        return True
    a, b = set(one.sheet_names), set(other.sheet_names)
    return alike is not None and bool(a & b) and Fraction(len(a & b), len(a | b)) >= alike


def is_live(scan: WorkbookScan, as_of: date, days: int) -> bool:
    """Whether it was saved within so many days; a file that does not say is taken as live."""
    return scan.modified is None or scan.modified >= as_of - timedelta(days=days)


def newest(family: Sequence[WorkbookScan]) -> WorkbookScan:
    """The version in use: saved last, by name where the files do not say."""
    return max(family, key=lambda scan: (scan.modified or date.min, *_place(scan)))


def trace(family: Sequence[WorkbookScan]) -> int:
    """The change trace that files can show: a list of changes 3, dated names 2, neither 1.

    More than that lies in a system, which no scan of a file sees (domain 4.2.3, S7).
    """
    if newest(family).change_rows:
        return 3
    return 2 if all(scan.name_has_date for scan in family) else 1


def cells(scans: Sequence[WorkbookScan], kind: str) -> tuple[RowRef, ...]:
    """The places of the findings of one kind; a sign without a cell stands in the first row."""
    places = {
        (scan.file, finding.sheet or "", _row(finding.address), finding.address or "")
        for scan in scans
        for finding in scan.findings
        if finding.kind == kind
    }
    return tuple(
        RowRef(file=file, sheet=sheet or None, row=row, key=address)
        for file, sheet, row, address in sorted(places)
    )


def _row(address: str | None) -> int:
    digits = re.search(r"\d+", address or "")
    return max(1, int(digits.group())) if digits else 1


def whole_files(scans: Sequence[WorkbookScan], note: str = "") -> tuple[RowRef, ...]:
    """The files themselves, as places; ``note``: why they do not count."""
    return tuple(RowRef(file=scan.file, row=1, note=note) for scan in distinct(scans))
