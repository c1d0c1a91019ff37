"""Rows of a table typed in on a page: what the editor reports, over what it was filled with."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Row = dict[str, Any]


def edited(rows: Sequence[Row], changes: Mapping[str, Any], new: Row) -> list[Row]:
    """The rows after what a table editor reports: cells by row, rows added, rows deleted.

    ``new``: what stands in a row that was added before anything is typed into it.
    """
    gone = set(changes.get("deleted_rows", ()))
    typed = {int(n): cells for n, cells in changes.get("edited_rows", {}).items()}
    kept = [row | typed.get(n, {}) for n, row in enumerate(rows) if n not in gone]
    return kept + [new | row for row in changes.get("added_rows", ())]


def is_complete(row: Row, needed: Sequence[str]) -> bool:
    """Whether every column that is needed is filled in."""
    return all(row.get(name) not in (None, "") for name in needed)


def known_again(rows: Sequence[Row], stored: Sequence[Row], same: Sequence[str]) -> Iterator[Row]:
    """Rows that were added since the table was filled, with the ids under which they are stored.

    A table on the screen does not learn the id of a row that was kept. Such a row is known by the
    columns ``same``; what is left over on both sides, in order, was changed there.
    """
    claimed = {row["id"] for row in rows if row.get("id")}
    free = [one for one in stored if one["id"] not in claimed]
    ids: dict[int, str] = {}
    nameless = [n for n, row in enumerate(rows) if not row.get("id")]
    for n in nameless:
        alike = (one for one in free if all(one[key] == rows[n].get(key) for key in same))
        found = next(alike, None)
        if found is not None:
            ids[n] = found["id"]
            free.remove(found)
    left = [n for n in nameless if n not in ids]
    ids |= {n: one["id"] for n, one in zip(left, free, strict=False)}
    for n, row in enumerate(rows):
        yield row | {"id": ids[n]} if n in ids else row
