"""Where the table stands on its sheet, and which of its rows are no records."""

import re
from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from readiness.domain.columns import ColumnContent
from readiness.evidence.grid import Grid, Mask, joined_headings
from readiness.evidence.words import normal, normal_value
from readiness.files.opened import Cell, Sheet

_SEARCHED = 60
_IN_BRACKETS = re.compile(r"\s*[\[(][^\[\]()]*[\])]\s*")
_STARRED = re.compile(r"^\s*\*+\s*([^*]+?)\s*\*+")


def heading_row(sheet: Sheet, known: frozenset[str]) -> int | None:
    """The row (1-based) that holds the headings, None on a sheet without text.

    ``known``: normal forms of all known headings. The row with most known headings wins; where
    none is known, the first row that is as wide as the table below it.
    """
    scores = [
        (sum(normal(text) in known for text in texts), len(texts))
        for row in sheet.rows[:_SEARCHED]
        for texts in [_texts(row)]
    ]
    best = max(scores, default=(0, 0), key=lambda score: score[0])
    # One known word may stand in a title; a heading row holds several, or is the only candidate.
    if best[0] >= 2:
        return 1 + next(i for i, score in enumerate(scores) if score[0] == best[0])
    widest = max((width for _, width in scores), default=0)
    if not widest:
        return None
    return 1 + next(i for i, (_, width) in enumerate(scores) if 2 * width > widest)


def heading_lines(
    sheet: Sheet, row: int, sure: frozenset[str], *, given: bool = False
) -> tuple[int, int]:
    """The last line of the headings (1-based) and how many lines they have, 1 or 2.

    ``row``: the row found, or ``given`` by a person, who means the last line. ``sure``: normal
    forms of the headings that leave no doubt. Two lines are taken for headings where together they
    explain more columns than either does alone, or where the lower one holds nothing but units.
    """
    best = (row, 1)
    most = _known(_cells(sheet, row), (), sure)
    for last in (row,) if given else (row, row + 1):
        upper, lower = _cells(sheet, last - 1), _cells(sheet, last)
        if last < 2 or not all(isinstance(cell, str) for cell in (*upper, *lower)):
            continue
        units = [str(cell) for cell in lower if cell != ""]
        alone = max(_known(upper, (), sure), _known(lower, (), sure))
        both = _known(joined_headings(upper, lower), lower, sure)
        if both > max(alone, most):
            best, most = (last, 2), both
        elif last > row and units and all(map(_IN_BRACKETS.fullmatch, units)):
            best = (last, 2)
    return best


def _cells(sheet: Sheet, row: int) -> Sequence[Cell]:
    return sheet.rows[row - 1] if 0 < row <= len(sheet.rows) else ()


def _known(headings: Sequence[Cell], short: Sequence[Cell], sure: frozenset[str]) -> int:
    """How many columns have a heading that is known, as a whole or by its lower line."""
    names = [normal(cell) if isinstance(cell, str) else "" for cell in headings]
    lower = [normal(cell) if isinstance(cell, str) else "" for cell in short]
    lower += [""] * (len(names) - len(lower))
    found = {
        name if name in sure else other
        for name, other in zip(names, lower, strict=False)
        if name in sure or other in sure
    }
    return len(found)


def _texts(row: Iterable[Cell]) -> list[str]:
    return [cell for cell in row if isinstance(cell, str) and cell.strip()]


def row_reasons(grid: Grid, content: ColumnContent) -> dict[str, Mask]:
    """Rows that are no records, by reason; no row has two reasons.

    Reasons are codes of the catalogue's texts: ``blank``, ``example``, ``total``,
    ``heading_again``, ``remark``. Found once for each grid: looking at a file and reading it share
    the work.
    """
    known, found = grid.reasons
    if known is not content:
        found = _row_reasons(grid, content)
        grid.reasons = (content, found)
    return found


def _row_reasons(grid: Grid, content: ColumnContent) -> dict[str, Mask]:
    filled = grid.filled()
    found = {
        "blank": filled == 0,
        "example": _examples(grid, content.examples),
        "total": _totals(grid, content.totals, filled),
        "heading_again": _headings(grid),
        "remark": _remarks(grid, filled == 1, content.thresholds.remark_words),
    }
    taken = np.zeros(len(grid), dtype=bool)
    for reason, mask in found.items():
        found[reason] = mask & ~taken
        taken |= mask
    return found


def is_marked_example(text: str, words: Sequence[str]) -> bool:
    """Whether a cell marks its row as an example: *example*, or beginning with that."""
    match = _STARRED.match(text)
    return match is not None and normal_value(match[1]) in map(normal_value, words)


def _chosen(grid: Grid, column: int, values: Iterable[bool]) -> Mask:
    return grid.distinct(column).where(np.fromiter(values, dtype=bool))


def _examples(grid: Grid, words: Sequence[str]) -> Mask:
    found = np.zeros(len(grid), dtype=bool)
    for column in range(len(grid.columns)):
        values = grid.distinct(column).values
        # One search of all texts: asking each of fifty thousand takes several times as long.
        if "*" in "\n".join([v for v in values if isinstance(v, str)]):
            marked = (isinstance(v, str) and is_marked_example(v, words) for v in values)
            found |= _chosen(grid, column, marked)
    return found


def _totals(grid: Grid, words: Sequence[str], filled: npt.NDArray[np.intp]) -> Mask:
    """Rows whose first filled cell says that it sums up.

    A cell that only begins so (*Total deviations 2026*) needs a row that is mostly empty.
    """
    starts = tuple(normal_value(word) for word in words)
    # Bringing every record number to its normal form would take longer than reading the file.
    heads = tuple({start[:3] for start in starts})
    found = np.zeros(len(grid), dtype=bool)
    waiting = filled > 0
    for column in range(len(grid.columns)):
        if not waiting.any():
            break
        distinct = grid.distinct(column)
        here = waiting & distinct.where(~distinct.blank)
        exact = np.zeros(len(distinct.values), dtype=bool)
        begins = exact.copy()
        for code in np.unique(distinct.codes[here]):
            cell = distinct.values[code]
            if not isinstance(cell, str) or not cell.lstrip(" *").casefold().startswith(heads):
                continue
            text = normal_value(cell)
            exact[code] = text in starts
            begins[code] = any(text.startswith(f"{start} ") for start in starts)
        found |= here & distinct.where(exact) & (filled < len(grid.columns))
        found |= here & distinct.where(begins) & (2 * filled <= len(grid.columns))
        waiting &= ~here
    return found


def _headings(grid: Grid) -> Mask:
    """Rows that repeat the heading row, as printed page breaks leave them."""
    alike = np.zeros(len(grid), dtype=np.intp)
    for column, heading in enumerate(grid.headings):
        values = grid.distinct(column).values
        if heading in values:
            alike += _chosen(grid, column, (value == heading for value in values))
    return alike * 2 > max(2, len(grid.columns))


def _remarks(grid: Grid, alone: Mask, words: int) -> Mask:
    """Rows whose one filled cell is a sentence; ``alone``: rows with one filled cell."""
    found = np.zeros(len(grid), dtype=bool)
    if not alone.any():
        return found
    for column in range(len(grid.columns)):
        values = grid.distinct(column).values
        long = (isinstance(v, str) and len(v.split()) >= words for v in values)
        found |= _chosen(grid, column, long)
    return found & alone
