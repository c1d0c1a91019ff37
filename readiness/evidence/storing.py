"""Coded tables as bytes for the store, the same bytes for the same table."""

import json
import zlib
from collections.abc import Iterable
from typing import Any

import numpy as np
import pandas as pd

from readiness.domain.evidence import TableKind
from readiness.evidence.dates import UNIT

FREE_TEXT = "description"
"""The column that is compared in memory and never stored."""
_FORMAT = 1
_LEVEL = 6


def storable(table: pd.DataFrame) -> pd.DataFrame:
    """The table without what must not be stored: its free text (screens 3.3, step 2)."""
    return table.drop(columns=[FREE_TEXT], errors="ignore")


def to_bytes(table: pd.DataFrame) -> bytes:
    """A table as compressed JSON; its index is not kept.

    Columns are datetime64 (as microseconds), floats, whole numbers, or objects that hold text,
    booleans, tuples of text and None.
    """
    columns = [_column(str(name), table[name]) for name in table.columns]
    text = json.dumps(
        {"format": _FORMAT, "rows": len(table), "columns": columns},
        ensure_ascii=False,
        separators=(",", ":"),
    )
    return zlib.compress(text.encode(), _LEVEL)


def _column(name: str, values: "pd.Series[Any]") -> dict[str, Any]:
    kind = values.dtype.kind
    if kind == "M":
        stamps = values.to_numpy().astype(UNIT)
        whole = stamps.astype(np.int64).tolist()
        empty = np.isnat(stamps)
        return _entry(name, "date", [None if e else v for v, e in zip(whole, empty, strict=True)])
    if kind == "f":
        return _entry(name, "number", [None if _is_missing(v) else v for v in values.tolist()])
    if kind in "iu":
        return _entry(name, "whole", values.tolist())
    cells = [None if _is_missing(value) else value for value in values.tolist()]
    return _entry(name, "object", cells)


def _entry(name: str, kind: str, values: list[Any]) -> dict[str, Any]:
    return {"name": name, "kind": kind, "values": values}


def _is_missing(value: object) -> bool:
    return value is None or value is pd.NaT or (isinstance(value, float) and np.isnan(value))


def from_bytes(data: bytes) -> pd.DataFrame:
    """The table of ``to_bytes``: equal in columns, types and values. Raises ValueError."""
    try:
        held = json.loads(zlib.decompress(data))
    except zlib.error as error:
        raise ValueError("these bytes are no stored table") from error
    if held["format"] != _FORMAT:
        raise ValueError(f"tables of format {held['format']} are not known")
    return pd.DataFrame(
        {column["name"]: _series(column) for column in held["columns"]},
        index=pd.RangeIndex(held["rows"]),
    )


def _series(column: dict[str, Any]) -> "pd.Series[Any]":
    values = column["values"]
    if column["kind"] == "date":
        stamps = np.array([np.iinfo(np.int64).min if v is None else v for v in values], np.int64)
        return pd.Series(stamps.view(UNIT))
    if column["kind"] == "number":
        return pd.Series([np.nan if v is None else v for v in values], dtype="float64")
    if column["kind"] == "whole":
        return pd.Series(values, dtype="int64")
    return _objects([tuple(v) if isinstance(v, list) else v for v in values])


def _objects(values: list[Any]) -> "pd.Series[Any]":
    cells = np.empty(len(values), dtype=object)
    cells[:] = values
    return pd.Series(cells, dtype=object)


def joined(
    tables: Iterable[tuple[TableKind, pd.DataFrame]],
) -> dict[TableKind, pd.DataFrame]:
    """The tables of one kind below each other, in the order given, with the columns of all.

    A column that one file lacks is empty there: None, NaN or NaT. The same record in two files
    stands twice, each row with its place: whoever counts takes the first and says so.
    """
    by_kind: dict[TableKind, list[pd.DataFrame]] = {}
    for kind, table in tables:
        by_kind.setdefault(kind, []).append(table)
    return {
        kind: parts[0].reset_index(drop=True) if len(parts) == 1 else _below(parts)
        for kind, parts in by_kind.items()
    }


def _below(parts: list[pd.DataFrame]) -> pd.DataFrame:
    names = list(dict.fromkeys(name for part in parts for name in part.columns))
    # Places last, whichever file brought a column first.
    names.sort(key=lambda name: str(name).startswith("_"))
    return pd.DataFrame(
        {name: _stacked([part.get(name) for part in parts], parts) for name in names}
    )


def _stacked(columns: list[Any], parts: list[pd.DataFrame]) -> "pd.Series[Any]":
    kinds = {column.dtype.kind for column in columns if column is not None}
    if kinds <= {"M"}:
        filler: Any = np.datetime64("NaT")
        arrays = [_or_empty(c, p, filler).astype(UNIT) for c, p in zip(columns, parts, strict=True)]
        return pd.Series(np.concatenate(arrays))
    if kinds <= {"f", "i"}:
        if kinds == {"i"} and all(column is not None for column in columns):
            return pd.Series(np.concatenate([column.to_numpy() for column in columns]))
        arrays = [
            _or_empty(c, p, np.nan).astype(float) for c, p in zip(columns, parts, strict=True)
        ]
        return pd.Series(np.concatenate(arrays))
    cells = [
        None if _is_missing(value) else value
        for column, part in zip(columns, parts, strict=True)
        for value in ([None] * len(part) if column is None else column.tolist())
    ]
    return _objects(cells)


def _or_empty(column: Any, part: pd.DataFrame, filler: Any) -> np.ndarray[Any, Any]:
    if column is None:
        return np.array([filler] * len(part))
    found: np.ndarray[Any, Any] = column.to_numpy()
    return found
