"""One record in several files of a kind: found by its number, counted once (domain 4.1)."""

from collections.abc import Hashable, Iterable, Sequence
from datetime import date
from typing import Any

import pandas as pd

from readiness.domain.columns import Thresholds
from readiness.domain.evidence import EvidenceFile, Overlap, RowRef, TableKind
from readiness.domain.tables import ALIKE
from readiness.evidence.answers import with_one_answer
from readiness.metrics.tables import ONCE, PLACE, is_blank

Part = tuple[EvidenceFile, pd.DataFrame]
Place = tuple[int, int]
"""Which file, and the index of the row there."""

# Versions of one schedule, and who can do a task: the same line twice is the same fact there.
AS_THEY_ARE: frozenset[TableKind] = frozenset({"bookings", "qualifications"})


def without_overlaps(
    parts: Sequence[Part], limits: Thresholds
) -> tuple[list[tuple[TableKind, pd.DataFrame]], list[Overlap]]:
    """The tables with each record in one of them alone, in the order given, and what overlapped.

    The newer file counts: the one whose records reach further, of equals the one that stands
    later. A column that it lacks is kept from the older one. Rows of a kind without record numbers
    stay in both files and are only reported. ``limits``: when rows are the same, and when two logs
    number alike.
    """
    newest_first = sorted(range(len(parts)), key=lambda at: (_reach(parts[at][0]), at))[::-1]
    tables = [table for _, table in parts]
    overlaps: list[Overlap] = []
    for kind in dict.fromkeys(file.kind for file, _ in parts):
        same = [at for at in newest_first if parts[at][0].kind == kind]
        if len(same) > 1 and kind not in AS_THEY_ARE:
            overlaps += _one_kind(kind, same, parts, tables, limits)
    return [(file.kind, table) for (file, _), table in zip(parts, tables, strict=True)], overlaps


def _reach(file: EvidenceFile) -> date:
    return file.last or date.min


def _one_kind(
    kind: TableKind,
    newest_first: Sequence[int],
    parts: Sequence[Part],
    tables: list[pd.DataFrame],
    limits: Thresholds,
) -> list[Overlap]:
    """The overlaps of a kind; ``tables`` lose the older rows."""
    seen: dict[Hashable, Place] = {}
    found: list[Overlap] = []
    for at in newest_first:
        table, numbered = tables[at], _numbered(kind, tables[at])
        keys = _keys(kind, table, limits.same_columns, numbered=numbered)
        again: dict[int, dict[int, int]] = {}
        for index, key in keys.items():
            if key is not None and (place := seen.get(key)) is not None:
                again.setdefault(place[0], {})[index] = place[1]
        for newer, pairs in again.items():
            one = _overlap(parts[at], parts[newer], pairs, numbered=numbered)
            odd = numbered and not one.agree and len(one.differ) >= limits.other_numbering
            found.append(one.model_copy(update={"two_logs": odd}))
            if numbered:
                tables[:] = with_one_answer(tables, newer, at, pairs)
                tables[newer] = _completed(tables[newer], tables[at], pairs)
        if numbered:
            gone = [index for pairs in again.values() for index in pairs]
            tables[at] = tables[at].drop(index=gone)
        for index, key in keys.items():
            if key is not None:
                seen.setdefault(key, (at, index))
    return found


def _numbered(kind: TableKind, table: pd.DataFrame) -> bool:
    names = ONCE.get(kind, ())
    return bool(names) and all(name in table for name in names)


def _keys(
    kind: TableKind, table: pd.DataFrame, least: int, *, numbered: bool
) -> dict[int, Hashable]:
    """Row -> what it is known by: its number, or all of its cells; None for one without."""
    names = list(ONCE[kind]) if numbered else _own(table)
    dated = any(table[name].dtype.kind == "M" for name in names)
    if not numbered and (len(names) < least or not dated):
        return {}
    cells = table[names].astype(object)
    blank = cells.isna().any(axis=1) if numbered else cells.isna().all(axis=1)
    known = [
        None if empty else tuple(map(_plain, row))
        for empty, row in zip(blank, cells.itertuples(index=False, name=None), strict=True)
    ]
    return dict(zip(map(int, table.index), known, strict=True))


def _plain(cell: Any) -> Hashable:
    return None if is_blank(cell) else cell


def _own(table: pd.DataFrame) -> list[str]:
    return sorted(str(name) for name in table.columns if name not in PLACE)


def _overlap(older: Part, newer: Part, pairs: dict[int, int], *, numbered: bool) -> Overlap:
    """What two files share: ``pairs`` of rows, the older one's to the newer one's."""
    # Codes of groups are of one file: they differ where the answers do not.
    names = [name for name in _own(older[1]) if name in newer[1] and name != ALIKE]
    left = older[1].loc[list(pairs), names].astype(object).reset_index(drop=True)
    right = newer[1].loc[list(pairs.values()), names].astype(object).reset_index(drop=True)
    odd = left.ne(right) & (left.notna() | right.notna())
    agree: list[RowRef] = []
    differ: list[RowRef] = []
    lines = zip(
        _places(older, pairs, numbered=numbered),
        _places(newer, pairs.values(), numbered=False),
        odd.itertuples(index=False, name=None),
        strict=True,
    )
    for ref, there, line in lines:
        sheet = f"sheet {there.sheet}, " if there.sheet else ""
        place = f"{there.file}, {sheet}row {there.row}"
        differing = [
            name.replace("_", " ") for name, is_odd in zip(names, line, strict=True) if is_odd
        ]
        said = f"; differs in {', '.join(differing)}" if differing else ""
        note = f"counted in {place}{said}" if numbered else f"the same as {place}; counted twice"
        (differ if differing else agree).append(ref.model_copy(update={"note": note}))
    return Overlap(
        kind=older[0].kind,
        file=older[0].name,
        sheet=older[0].sheet,
        newer=newer[0].name,
        newer_sheet=newer[0].sheet,
        numbered=numbered,
        agree=tuple(agree),
        differ=tuple(differ),
    )


def _places(part: Part, rows: Iterable[int], *, numbered: bool) -> list[RowRef]:
    """Where rows stand, with their record numbers if the kind has some."""
    file, table = part
    chosen = table.loc[list(rows)]
    keys = chosen[list(ONCE[file.kind])] if numbered else chosen[[]]
    return [
        RowRef(file=str(place[0]), sheet=place[1] or None, row=int(place[2]), key=" ".join(key))
        for place, key in zip(
            chosen[PLACE].itertuples(index=False, name=None),
            keys.astype(str).itertuples(index=False, name=None),
            strict=True,
        )
    ]


def _completed(newer: pd.DataFrame, older: pd.DataFrame, pairs: dict[int, int]) -> pd.DataFrame:
    """The newer table with the columns that it lacks, filled for the records that both hold."""
    for name in _own(older):
        if name not in newer:
            held = older[name].loc[list(pairs)].set_axis(list(pairs.values()))
            column = held.reindex(newer.index)
            if column.dtype == object:
                column = column.where(column.notna(), None)
            newer = newer.assign(**{name: column})
    return newer
