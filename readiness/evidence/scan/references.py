"""The cells that a formula reads, taken from its R1C1 pattern."""

import re
from dataclasses import dataclass
from functools import lru_cache

from readiness.evidence.scan.formulas import LAST_COLUMN, LAST_ROW

_LITERAL = re.compile(r'"[^"]*"')
_SHEET = r"(?:(?P<outside>\[\d+\])?(?:'(?P<quoted>(?:[^']|'')*)'|(?P<bare>[^\W\d][\w.]*))!)?"
_ROW, _COLUMN = r"R(?:\[-?\d+\]|\d+)", r"C(?:\[-?\d+\]|\d+)"
_REFERENCE = re.compile(
    rf"""{_SHEET}(?<![\w.\]])(?:
        (?P<r1>{_ROW})(?P<c1>{_COLUMN})(?::(?P<r2>{_ROW})(?P<c2>{_COLUMN}))?
        | (?P<ca>{_COLUMN}):(?P<cb>{_COLUMN})
        | (?P<ra>{_ROW}):(?P<rb>{_ROW})
    )""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Axis:
    """A row or a column: its number, or its distance from the cell of the formula."""

    number: int
    relative: bool

    def at(self, here: int) -> int:
        """Its number, seen from the cell of the formula."""
        return here + self.number if self.relative else self.number


@dataclass(frozen=True, slots=True)
class Reference:
    """A rectangle that a formula reads; ``sheet`` None for its own."""

    sheet: str | None
    top: Axis
    left: Axis
    bottom: Axis
    right: Axis

    def area(self, row: int, column: int) -> tuple[int, int, int, int]:
        """First row, first column, last row, last column for the formula in that cell."""
        rows = sorted((self.top.at(row), self.bottom.at(row)))
        columns = sorted((self.left.at(column), self.right.at(column)))
        return rows[0], columns[0], rows[1], columns[1]


@lru_cache(maxsize=4096)
def references(pattern: str) -> tuple[Reference, ...]:
    """What a pattern reads in its own workbook; other workbooks and names are left out."""
    found = []
    for match in _REFERENCE.finditer(_LITERAL.sub('""', pattern)):
        part = match.groupdict()
        sheet = part["bare"] if part["quoted"] is None else part["quoted"].replace("''", "'")
        if part["outside"] or (sheet or "").startswith("["):
            continue
        found.append(Reference(sheet, *_corners(part)))
    return tuple(found)


def _corners(part: dict[str, str | None]) -> tuple[Axis, Axis, Axis, Axis]:
    first_row, first_column = Axis(1, relative=False), Axis(1, relative=False)
    if part["ca"]:
        last_row = Axis(LAST_ROW, relative=False)
        return first_row, _axis(part["ca"]), last_row, _axis(part["cb"])
    if part["ra"]:
        last_column = Axis(LAST_COLUMN, relative=False)
        return _axis(part["ra"]), first_column, _axis(part["rb"]), last_column
    first = _axis(part["r1"]), _axis(part["c1"])
    last = (_axis(part["r2"]), _axis(part["c2"])) if part["r2"] else first
    return (*first, *last)


def _axis(text: str | None) -> Axis:
    body = (text or "")[1:]
    return Axis(int(body.strip("[]") or 0), body.startswith("["))
