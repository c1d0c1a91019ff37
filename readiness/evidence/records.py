"""Which rows are records: what is left out, by reason, and one record for its repeated rows."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from readiness.domain.columns import ColumnContent, KindContent
from readiness.evidence.grid import Grid, Mask
from readiness.evidence.layout import row_reasons
from readiness.evidence.mapping import FileMapping
from readiness.evidence.privacy import find
from readiness.evidence.values import Converter

PLACE = ("_file", "_sheet", "_row")


@dataclass(frozen=True)
class Chosen:
    """The rows of a grid that count, as indices, and the others by reason in words."""

    rows: npt.NDArray[np.intp]
    left_out: dict[str, tuple[int, ...]]
    """Reason -> rows of the file."""


def choose_rows(
    grid: Grid, mapping: FileMapping, content: ColumnContent, converter: Converter
) -> Chosen:
    """Rows without blank, example, total, repeated heading, remark, voided, other type, chosen.

    A row that a person leaves out counts under the person's reason, whatever else it is.
    """
    reasons: dict[str, Mask] = {}
    for entry in mapping.leave_out:
        # A reason is typed text like any other: one that names somebody is not kept.
        text = content.errors.text("by_person") if find(entry.reason) else entry.reason
        mask = reasons.setdefault(text, np.zeros(len(grid), dtype=bool))
        mask[[i for row in entry.rows if (i := grid.index(row, entry.sheet)) is not None]] = True
    for code, mask in row_reasons(grid, content).items():
        reasons[content.errors.text(code)] = mask
    kind = content.kinds[mapping.kind]
    for field, value, code in (("status", "voided", "voided"), ("type", "other", "other_type")):
        if field in mapping.columns and value in content.values.get(
            kind.fields[field].values or "", {}
        ):
            mask = _says(grid, mapping, kind, converter, field, value)
            reasons[content.errors.text(code)] = mask
    taken = np.zeros(len(grid), dtype=bool)
    left_out: dict[str, tuple[int, ...]] = {}
    for reason, mask in reasons.items():
        rows = np.flatnonzero(mask & ~taken)
        taken |= mask
        sheets = grid.sheet_names(rows) if grid.parts else ()
        left_out |= by_sheet(reason, sheets, grid.row_numbers(rows), content)
    return Chosen(np.flatnonzero(~taken), left_out)


def by_sheet(
    reason: str, sheets: Sequence[str], rows: Sequence[int], content: ColumnContent
) -> dict[str, tuple[int, ...]]:
    """Reason -> rows; the reason names the sheet where several are read as one.

    ``sheets``: of each row, empty where there is but one.
    """
    if not sheets:
        return {reason: tuple(rows)} if rows else {}
    found: dict[str, list[int]] = {}
    for sheet, row in zip(sheets, rows, strict=True):
        found.setdefault(content.say("reason_on_sheet", reason=reason, sheet=sheet), []).append(row)
    return {said: tuple(listed) for said, listed in found.items()}


def _says(
    grid: Grid,
    mapping: FileMapping,
    kind: KindContent,
    converter: Converter,
    field: str,
    value: str,
) -> Mask:
    distinct = grid.distinct(grid.headings.index(mapping.columns[field]))
    chosen = mapping.values.get(field, {})
    said = converter.words(distinct.values, kind.fields[field], chosen).values
    return distinct.where(np.array([word == value for word in said], dtype=bool))


@dataclass(frozen=True)
class Merged:
    """A table with one row a record."""

    table: pd.DataFrame
    repeated: tuple[int, ...]
    """Rows of the file that were merged into an earlier one."""
    conflicting: tuple[int, ...]
    """Those among them that differ from it in more than the columns that were joined."""
    sheets: tuple[str, ...] = ()
    """Of the repeated rows."""


def merge_repeated(table: pd.DataFrame, kind: KindContent) -> Merged:
    """Further rows of a record join the first one: their batches are added, the rest is theirs.

    Exports repeat a record for each of its lots (domain 4.1); counted as they stand, one event
    would become several. Order of the rows stays.
    """
    names = [name for name in kind.once if name in table]
    if not names or len(names) < len(kind.once):
        return Merged(table, (), ())
    named = table[names].notna().all(axis=1)
    again = table.duplicated(names) & named
    if not again.any():
        return Merged(table, (), ())
    joined = [name for name, field in kind.fields.items() if field.several and name in table]
    several = table[table.duplicated(names, keep=False) & named]
    joined_cells: dict[str, dict[int, tuple[str, ...] | None]] = {name: {} for name in joined}
    conflicting: list[int] = []
    for _, group in several.groupby(names, sort=False):
        for name in joined:
            parts = [part for cell in group[name] if cell for part in cell]
            joined_cells[name][int(group.index[0])] = tuple(dict.fromkeys(parts)) or None
        rest = group.drop(columns=[*joined, *PLACE])
        differs = rest.astype(object).ne(rest.iloc[0]) & (rest.notna() | rest.iloc[0].notna())
        odd = differs.any(axis=1)
        conflicting += [int(row) for row in group.loc[odd, "_row"]]
    table = table.copy()
    for name in joined:
        cells = table[name].to_numpy(dtype=object, copy=True)
        for index, cell in joined_cells[name].items():
            cells[index] = cell
        table[name] = pd.Series(cells, dtype=object)
    repeated = tuple(int(row) for row in table.loc[again, "_row"])
    sheets = tuple(table.loc[again, "_sheet"])
    rest = table[~again].reset_index(drop=True)
    return Merged(rest, repeated, tuple(sorted(conflicting)), sheets)


def repeated_reason(kind: KindContent, table: pd.DataFrame) -> str:
    """The code of the reason why further rows of a record leave."""
    several = any(field.several and name in table for name, field in kind.fields.items())
    return "repeated_record" if several else "same_record"
