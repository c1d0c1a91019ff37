"""The history: rows are added, never altered; triggers in the database refuse anything else."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from pydantic import JsonValue
from sqlalchemy import ColumnElement, Connection, Row, func, insert, select

from readiness.store.chain import chained
from readiness.store.changes import FIRST_REVISION
from readiness.store.entries import ENTRY_KINDS
from readiness.store.records import UNDO_DEPTH, HistoryRow
from readiness.store.tables import history, person


def recorded(  # one line a column of the table
    *,
    workspace_id: str,
    assessment_id: str,
    person_id: str,
    at: datetime,
    kind: str,
    key: str,
    old: JsonValue,
    new: JsonValue,
    revision: int,
    reason: str = "",
    undo_of: int | None = None,
) -> dict[str, Any]:
    """A row to be appended; ``revision``: the assessment's after the change."""
    return {
        "workspace_id": workspace_id,
        "assessment_id": assessment_id,
        "person_id": person_id,
        "at": at,
        "kind": kind,
        "key": key,
        "old": old,
        "new": new,
        "revision": revision,
        "reason": reason,
        "undo_of": undo_of,
    }


def append(connection: Connection, previous: str, rows: Sequence[dict[str, Any]]) -> str:
    """Append rows of one assessment in their order, linked to its last hash; the new last hash."""
    if not rows:
        return previous
    marks = marks_of(connection, {row["person_id"] for row in rows})
    undone = _hashes(connection, {row["undo_of"] for row in rows} - {None})
    linked = []
    for row in rows:
        linked.append(chained(previous, row, marks[row["person_id"]], undone.get(row["undo_of"])))
        previous = linked[-1]["sha256"]
    connection.execute(insert(history), linked)
    return previous


def marks_of(connection: Connection, people: Collection[str]) -> dict[str, str]:
    """What each person is known by in every store, by their id in this one."""
    query = select(person.c.id, func.coalesce(person.c.mark, person.c.id))
    return {row[0]: row[1] for row in connection.execute(query.where(person.c.id.in_(people)))}


def _hashes(connection: Connection, numbers: Collection[int]) -> dict[int, str]:
    if not numbers:
        return {}
    query = select(history.c.seq, history.c.sha256).where(history.c.seq.in_(numbers))
    return {row.seq: row.sha256 for row in connection.execute(query)}


def history_of(connection: Connection, assessment_id: str) -> list[HistoryRow]:
    """Every row of an assessment, oldest first."""
    return _rows(connection, history.c.assessment_id == assessment_id)


def changes_since(connection: Connection, assessment_id: str, revision: int) -> list[HistoryRow]:
    """The rows after a revision, oldest first."""
    return _rows(
        connection,
        (history.c.assessment_id == assessment_id) & (history.c.revision > revision),
    )


def last_changes(connection: Connection, assessment_id: str, person_id: str) -> list[HistoryRow]:
    """A person's rows back to the tenth change before now: all that an undo has to look at."""
    mine = (history.c.assessment_id == assessment_id) & (history.c.person_id == person_id)
    revisions = (
        select(history.c.revision)
        .where(
            mine,
            history.c.undo_of.is_(None),
            history.c.revision > FIRST_REVISION,
            history.c.kind.in_(ENTRY_KINDS),
            history.c.erased == 0,
        )
        .distinct()
        .order_by(history.c.revision.desc())
        .limit(UNDO_DEPTH)
    )
    found = connection.execute(revisions).scalars().all()
    if not found:
        return []
    return _rows(connection, mine & (history.c.revision >= found[-1]) & (history.c.erased == 0))


def later_changes(connection: Connection, assessment_id: str, row: HistoryRow) -> list[HistoryRow]:
    """The rows of the same entry that came after one."""
    return _rows(
        connection,
        (history.c.assessment_id == assessment_id)
        & (history.c.kind == row.kind)
        & (history.c.key == row.key)
        & (history.c.seq > row.seq),
    )


def _rows(connection: Connection, condition: ColumnElement[bool]) -> list[HistoryRow]:
    query = (
        select(history, person.c.name.label("person_name"))
        .join(person, person.c.id == history.c.person_id)
        .where(condition)
        .order_by(history.c.seq)
    )
    return [_row(r) for r in connection.execute(query)]


def _row(row: Row[Any]) -> HistoryRow:
    return HistoryRow(
        seq=row.seq,
        at=row.at,
        person_id=row.person_id,
        person=row.person_name,
        kind=row.kind,
        key=row.key,
        old=row.old,
        new=row.new,
        reason=row.reason,
        revision=row.revision,
        undo_of=row.undo_of,
        sha256=row.sha256,
        erased=bool(row.erased),
    )
