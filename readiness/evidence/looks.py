"""How the values of a column look, whatever its heading says."""

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from readiness.domain.columns import ColumnContent, Look
from readiness.evidence.dates import SERIALS
from readiness.evidence.grid import Grid, Mask
from readiness.evidence.words import Vocabulary, normal_value
from readiness.files.opened import Cell

_Test = Callable[[Cell], bool]
Fit = Literal["fits", "unknown", "contradicts"]

_SAMPLE = 200
_OF = r"(?:\s(?:de|del|of)\s)?"
_DATE = re.compile(
    rf"^(?:[^\W\d_]{{2,10}}[.,]*\s+)?\d{{1,4}}(?:st|nd|rd|th|er|\.?[°º])?{_OF}[-./ ]*"
    rf"(?<=[-./ ])(?:\d{{1,2}}|[^\W\d_]{{3,10}}\.?){_OF}[-./, ]*(?<=[-./, ])\d{{2,4}}(?!\d)"
    r"|^[^\W\d_]{3,10}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}(?!\d)"
    r"|^20\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$"
)
_NUMBER = re.compile(r"^[+-]?\d[\d., ']*\s*[^\W\d_]{0,8}\.?$")
_CODE = re.compile(r"[A-Za-z]{1,8}[-_/. ]?\d[\w/.-]{0,20}")
_FEW = 2


@dataclass(frozen=True)
class Profile:
    """How the values of a column look: shares of a sample of its distinct values, 0 to 1."""

    rows: int
    filled: int
    distinct: int
    dates: float
    numbers: float
    yes_no: float
    sample: tuple[str, ...]
    codes: bool = False
    """Every row has a code of its own, such as DEV-001."""

    def fit(self, look: Look) -> Fit:
        """Whether the values can be what a field wants."""
        if not self.distinct:
            return "unknown"
        share = {
            "date": self.dates,
            "number": self.numbers,
            "yes_no": self.yes_no,
            "date_or_yes": max(self.dates, self.yes_no),
        }.get(look)
        if share is None:
            return "contradicts" if look == "key" and self.dates > 0.5 else "fits"
        return "fits" if share >= 0.5 else "contradicts"


def profiles(grid: Grid, rows: Mask, content: ColumnContent) -> list[Profile]:
    """The look of every column over the rows that are records."""
    nothing = frozenset(map(normal_value, (*content.empty, *content.no_date)))
    yes_no = Vocabulary(content.values.get("yes_no", {}), 1)
    found = []
    for column in range(len(grid.columns)):
        distinct = grid.distinct(column)
        counts = distinct.counts(rows)
        codes = np.flatnonzero((counts > 0) & ~distinct.blank)
        sample = [distinct.values[code] for code in codes[:_SAMPLE]]
        said = [v for v in sample if not (isinstance(v, str) and normal_value(v) in nothing)]
        texts = tuple(v for v in said if isinstance(v, str))
        found.append(
            Profile(
                rows=int(rows.sum()),
                filled=int(counts[codes].sum()),
                distinct=len(codes) if said else 0,
                dates=_share(_is_date, said),
                numbers=_share(_is_number, said),
                yes_no=_share(lambda v: isinstance(v, bool) or yes_no.knows(_plain(v)), said),
                sample=texts,
                codes=_are_codes(
                    said, rows=int(rows.sum()), filled=int(counts[codes].sum()), distinct=len(codes)
                ),
            )
        )
    return found


def _are_codes(said: Sequence[Cell], rows: int, filled: int, distinct: int) -> bool:
    """Whether every row has a code of letters and digits of its own."""
    return (
        _FEW <= rows == filled == distinct
        and len(said) > 0
        and all(isinstance(v, str) and _CODE.fullmatch(v.strip()) for v in said)
    )


def _share(test: _Test, values: Sequence[Cell]) -> float:
    return sum(map(test, values)) / len(values) if values else 0.0


def _plain(value: Cell) -> str:
    return str(int(value)) if isinstance(value, float) and value == int(value) else str(value)


def _is_date(value: Cell) -> bool:
    if isinstance(value, str):
        text = value.strip()
        return bool(_DATE.match(text)) or (len(text) == 5 and text.isdecimal() and _is_serial(text))
    return isinstance(value, dt.date) or (isinstance(value, int | float) and _is_serial(value))


def _is_serial(value: str | float) -> bool:
    return SERIALS[0] <= float(value) < SERIALS[1]


def _is_number(value: Cell) -> bool:
    if isinstance(value, str):
        return bool(_NUMBER.match(value.strip()))
    return isinstance(value, int | float) and not isinstance(value, bool)
