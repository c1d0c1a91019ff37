"""Families of scheduling workbooks, their live copies and their trace (domain 4.2.3)."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction
from pathlib import PurePath

from readiness.domain.evidence import RowRef
from readiness.domain.scan import WorkbookScan

# What people add to a file name when they keep one more copy of it.
COPY_WORDS = re.compile(
    r"\b(copy|kopie|copie|copia|of|von|de|final|finale|new|neu|nuevo|nouveau|old|alt|backup|bak|"
    r"draft|entwurf|version|rev|v|r)\b|\d+"
)
DATED = re.compile(
    r"(?<!\d)(20\d\d[-_. ]?[01]\d[-_. ]?[0-3]\d|[0-3]?\d[-_.][01]?\d[-_.](20)?\d\d)(?!\d)"
)
# Sheets on which people keep what they changed.
CHANGE_SHEET = re.compile(
    r"change|history|revision|audit|log\b|änderung|historie|modification|historique|cambio|historial",
    re.IGNORECASE,
)


def stem(name: str) -> str:
    """The name of a file without its ending, dates, version numbers and words for copies."""
    bare = PurePath(name.replace("\\", "/")).stem.lower()
    # A version number is glued to its letter: v7, rev2.
    spaced = re.sub(r"[\W_]+|(?<=\D)(?=\d)|(?<=\d)(?=\D)", " ", bare)
    return " ".join(COPY_WORDS.sub(" ", spaced).split())


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
    if stem(one.file) and stem(one.file) == stem(other.file):
        return True
    a, b = set(one.sheet_names), set(other.sheet_names)
    return alike is not None and bool(a & b) and Fraction(len(a & b), len(a | b)) >= alike


def is_live(scan: WorkbookScan, as_of: date, days: int) -> bool:
    """Whether it was saved within so many days; a file that does not say is taken as live."""
    return scan.modified is None or scan.modified >= as_of - timedelta(days=days)


def newest(family: Sequence[WorkbookScan]) -> WorkbookScan:
    """The version in use: saved last, by name where the files do not say."""
    return max(family, key=lambda scan: (scan.modified or date.min, *_place(scan)))


def has_change_sheet(scan: WorkbookScan) -> bool:
    """Whether a sheet is named as one that keeps changes."""
    return any(CHANGE_SHEET.search(name) for name in scan.sheet_names)


def is_dated(scan: WorkbookScan) -> bool:
    """Whether the name of the file carries its date."""
    return DATED.search(PurePath(scan.file).stem) is not None


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


def whole_files(scans: Sequence[WorkbookScan]) -> tuple[RowRef, ...]:
    """The files themselves, as places."""
    return tuple(RowRef(file=scan.file, row=1) for scan in distinct(scans))
