"""What changed since an assessment was loaded, laid into what was loaded."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row

from readiness.domain.assessment import Assessment
from readiness.domain.base import remade
from readiness.store.entries import LISTS, entry_key, value_of
from readiness.store.records import EntryKey, EntryStamp, HistoryRow, Kind, Loaded
from readiness.store.sealing import seal_of


def caught_up(known: Loaded, row: Row[Any], later: Sequence[HistoryRow]) -> Loaded | None:
    """``known`` after the changes since; None if it has to be loaded whole.

    ``row``: the assessment's now. ``later``: its history after the revision of ``known``, oldest
    first; a step that is missing there, or changed more than its own lists, needs the whole.
    """
    steps = {r.revision for r in later}
    if row.revision < known.revision or steps != set(range(known.revision + 1, row.revision + 1)):
        return None
    if any(r.kind not in LISTS or LISTS[r.kind].inside for r in later):
        return None
    entries, changed = dict(known.entries), dict[EntryKey, Any]()
    for r in later:
        at = entry_key(r.kind, r.key)
        before = entries[at].revision if at in entries else 0
        entries[at] = EntryStamp(before + 1, r.person, r.at, r.new is not None)
        changed[at] = r.new
    return Loaded(
        assessment=_assessment(known, entries, changed),
        revision=row.revision,
        files_revision=row.files_revision,
        changed_at=row.changed_at,
        entries=entries,
        frozen=seal_of(row),
    )


def _assessment(
    known: Loaded, entries: dict[EntryKey, EntryStamp], changed: dict[EntryKey, Any]
) -> Assessment:
    kinds = {at.kind for at in changed}
    return remade(
        known.assessment, **{LISTS[k].field: _list(k, known, entries, changed) for k in kinds}
    )


def _list(
    kind: Kind, known: Loaded, entries: dict[EntryKey, EntryStamp], changed: dict[EntryKey, Any]
) -> tuple[Any, ...]:
    """The values of a kind, in the order of first entry; what did not change is the same object."""
    there = [at for at, stamp in known.entries.items() if at.kind == kind and stamp.there]
    values = dict(zip(there, getattr(known.assessment, LISTS[kind].field), strict=True))
    values |= {at: value_of(at, new) for at, new in changed.items() if at.kind == kind and new}
    return tuple(values[at] for at, stamp in entries.items() if at.kind == kind and stamp.there)
