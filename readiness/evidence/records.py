"""Which rows are records: what is left out, by reason, and one record for its repeated rows."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from readiness.domain.columns import ColumnContent, KindContent
from readiness.domain.evidence import RowRef
from readiness.evidence.grid import Grid, Mask
from readiness.evidence.layout import row_reasons
from readiness.evidence.mapping import FileMapping
from readiness.evidence.privacy import find
from readiness.evidence.values import Converter

PLACE = ("_file", "_sheet", "_row")


@dataclass(frozen=True)
class Chosen:
    """The rows of a grid that count, as indices, and the others, each with its reason as note."""

    rows: npt.NDArray[np.intp]
    left_out: tuple[RowRef, ...]


def choose_rows(
    grid: Grid, mapping: FileMapping, content: ColumnContent, converter: Converter
) -> Chosen:
    """Rows without blank, example, total, repeated heading, remark, voided, other type, chosen.

    A row that a person leaves out counts under the person's reason, whatever else it is.
    """
    reasons: dict[str, Mask] = {}
    kind, layout = content.kinds[mapping.kind], set()
    for entry in mapping.leave_out:
        # A reason is typed text like any other: one that names somebody is not kept.
        text = content.errors.text("by_person") if find(entry.reason) else entry.reason
        mask = reasons.setdefault(text, np.zeros(len(grid), dtype=bool))
        mask[[i for row in entry.rows if (i := grid.index(row, entry.sheet)) is not None]] = True
    for code, mask in row_reasons(grid, content).items():
        reasons[content.errors.text(code)] = mask
        layout.add(content.errors.text(code))
    for field, value, code in (("status", "voided", "voided"), ("type", "other", "other_type")):
        if field in mapping.columns and value in content.values.get(
            kind.fields[field].values or "", {}
        ):
            mask = _says(grid, mapping, kind, converter, field, value)
            reasons[content.errors.text(code)] = mask
    taken = np.zeros(len(grid), dtype=bool)
    left_out: list[RowRef] = []
    for reason, mask in reasons.items():
        rows = np.flatnonzero(mask & ~taken)
        taken |= mask
        # A total or a remark has no record number, whatever stands in that column.
        keys = [""] * len(rows) if reason in layout else _keys(grid, mapping, kind, converter, rows)
        places = zip(grid.sheet_names(rows), grid.row_numbers(rows), keys, strict=True)
        left_out += [
            RowRef(file=mapping.file, sheet=sheet or None, row=row, key=key, note=reason)
            for sheet, row, key in places
        ]
    return Chosen(np.flatnonzero(~taken), tuple(left_out))


def _keys(
    grid: Grid,
    mapping: FileMapping,
    kind: KindContent,
    converter: Converter,
    rows: npt.NDArray[np.intp],
) -> list[str]:
    """The record numbers of rows, as the table would hold them: coded where they name somebody."""
    parts: list[list[str]] = []
    for name in kind.once:
        if name in mapping.columns and len(rows):
            distinct = grid.distinct(grid.headings.index(mapping.columns[name]))
            used, places = np.unique(distinct.codes[rows], return_inverse=True)
            values = [distinct.values[code] for code in used]
            keys = converter.keys(values, kind.fields[name]).values
            parts.append(["" if keys[at] is None else str(keys[at]) for at in places])
    return [" ".join(filter(None, each)) for each in zip(*parts, strict=True)] or [""] * len(rows)


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
    repeated: tuple[RowRef, ...]
    """Rows of the file that were merged into an earlier one."""
    conflicting: tuple[int, ...]
    """Those among them that differ from it in more than the columns that were joined."""


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
    rest = table[~again].reset_index(drop=True)
    return Merged(rest, _refs(table[again], names), tuple(sorted(conflicting)))


def _refs(rows: pd.DataFrame, names: list[str]) -> tuple[RowRef, ...]:
    """The places of rows, with the record numbers that ``names`` make up."""
    places = rows[list(PLACE)].itertuples(index=False)
    keys = rows[names].itertuples(index=False)
    return tuple(
        RowRef(file=place[0], sheet=place[1], row=int(place[2]), key=" ".join(map(str, key)))
        for place, key in zip(places, keys, strict=True)
    )


def repeated_reason(kind: KindContent, table: pd.DataFrame) -> str:
    """The code of the reason why further rows of a record leave."""
    several = any(field.several and name in table for name, field in kind.fields.items())
    return "repeated_record" if several else "same_record"
