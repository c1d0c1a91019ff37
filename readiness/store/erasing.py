"""Content erased on request: gone from the entries and from the history, and the fact stays."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from pydantic import JsonValue
from sqlalchemy import Connection, Row, delete, func, select, update

from readiness.domain.errors import InputRefused, NotFound, Problem
from readiness.store.access import reach_workspace
from readiness.store.changes import summarise
from readiness.store.entries import entry_key
from readiness.store.erased import ERASURE, SLUG, TITLE, empty_rows, spans_of
from readiness.store.following import Step
from readiness.store.history import append, recorded
from readiness.store.records import Actor, EntryKey
from readiness.store.tables import (
    assessment,
    assignment,
    entry,
    evidence_file,
    measured,
    outline,
    place,
)
from readiness.store.verifying import steps_of
from readiness.store.writing import content_hash, entries_of, summary_json

BY_CODE = frozenset({"respondent", "sitting"})
"""Kinds whose key is the code of a respondent."""
BY_QUESTION = frozenset({"response", "follow_up"})
"""Kinds whose key is QUESTION|CODE."""
NAMING = {"note": "respondent", "request": "respondent"}
"""Kinds whose payload names the respondent, and where."""
ASSIGNED = ("assignment", "as")
"""The rows of the history that say who answered under which code; no entry goes with them."""
DERIVED = (measured, outline, place)


@dataclass(frozen=True)
class Request:
    """Who asked for it and why; ``respondent``: the code of one person, None for everything."""

    asked_by: str
    why: str
    respondent: str | None = None


@dataclass(frozen=True)
class Erased:
    """What went: entries, evidence files, rows of the history that were emptied."""

    entries: int
    files: int
    rows: int


def erase(
    connection: Connection, actor: Actor, assessment_id: str, request: Request, at: datetime
) -> Erased:
    """Erase an assessment, in sight or deleted, frozen too, or what one respondent said in it.

    A seal is made anew over what is left. Raises NotFound, NotAllowed for who does not own the
    workspace, InputRefused for a request that says neither who nor why, or where nothing is left.
    """
    row = _owned(connection, actor, assessment_id)
    if not request.asked_by.strip() or not request.why.strip():
        raise _refused("Say who asked for it, and why: both stay in the history.")
    rows = [s for s in enumerate(steps_of(connection, assessment_id), start=1) if not s[1].erased]
    keys = _keys(request.respondent, [step for _, step in rows])
    gone = [(n, s) for n, s in rows if s.kind != ERASURE and _goes(s, keys, request.respondent)]
    if not gone:
        raise _refused("There is nothing of this left to erase.")
    _lift(connection, assessment_id)
    entries, files = _delete(connection, assessment_id, keys)
    _unassign(connection, assessment_id, request.respondent)
    empty_rows(connection, [step.seq for _, step in gone])
    found = Erased(entries, files, len(gone))
    _note(connection, actor, row, request, found, [n for n, _ in gone], at)
    return found


Keys = frozenset[tuple[str, str]] | None
"""The addresses that go; None: all of them."""


def _owned(connection: Connection, actor: Actor, assessment_id: str) -> Row[tuple[object, ...]]:
    query = select(assessment).where(assessment.c.id == assessment_id).with_for_update()
    row = connection.execute(query).one_or_none()
    try:
        if row is not None:
            reach_workspace(connection, actor, row.workspace_id, "manage")
            return row
    except NotFound:
        pass
    raise NotFound("There is no such assessment.")


def _keys(respondent: str | None, steps: Sequence[Step]) -> Keys:
    if respondent is None:
        return None
    return frozenset((s.kind, s.key) for s in steps if _is_of(s, respondent))


def _is_of(step: Step, respondent: str) -> bool:
    """Whether an entry is, or ever was, of this respondent."""
    if step.kind in BY_CODE:
        return step.key == respondent
    if step.kind in BY_QUESTION:
        return step.key.rpartition("|")[2] == respondent
    return step.kind in NAMING and _names(step, NAMING[step.kind], respondent)


def _names(step: Step, where: str, respondent: str) -> bool:
    return any(
        isinstance(said, dict) and said.get(where) == respondent for said in (step.old, step.new)
    )


def _goes(step: Step, keys: Keys, respondent: str | None) -> bool:
    if keys is None or respondent is None or (step.kind, step.key) in keys:
        return True
    kind, where = ASSIGNED
    return step.kind == kind and _names(step, where, respondent)


def _lift(connection: Connection, assessment_id: str) -> None:
    """From here to the note the guards of what is frozen let this transaction pass."""
    connection.execute(update(assessment).where(assessment.c.id == assessment_id).values(erasing=1))


def _delete(connection: Connection, assessment_id: str, keys: Keys) -> tuple[int, int]:
    """Take entries, files and what was made of them away; how many of the first two."""
    for table in DERIVED:
        connection.execute(delete(table).where(table.c.assessment_id == assessment_id))
    if keys is not None:
        mine = entry.c.assessment_id == assessment_id
        for kind, key in keys:
            connection.execute(delete(entry).where(mine, entry.c.kind == kind, entry.c.key == key))
        return len(keys), 0
    counts = []
    for table in (entry, evidence_file):
        where = table.c.assessment_id == assessment_id
        counts.append(connection.execute(select(func.count()).where(where)).scalar_one())
        connection.execute(delete(table).where(where))
    return counts[0], counts[1]


def _unassign(connection: Connection, assessment_id: str, respondent: str | None) -> None:
    """Which member answered under which code goes with what was answered."""
    mine = assignment.c.assessment_id == assessment_id
    if respondent is not None:
        mine &= assignment.c.respondent == respondent
    connection.execute(delete(assignment).where(mine))


def _note(
    connection: Connection,
    actor: Actor,
    row: Row[tuple[object, ...]],
    request: Request,
    found: Erased,
    numbers: Sequence[int],
    at: datetime,
) -> None:
    """The fact, as one more row; the assessment's own row without what went."""
    id = row.id
    seal = content_hash(connection, id) if row.frozen_at else None
    said = _fact(request, found, numbers)
    if seal:
        said |= {"seal_before": row.frozen_sha256, "seal_after": seal}
    noted = recorded(
        workspace_id=row.workspace_id,
        assessment_id=id,
        person_id=actor.person_id,
        at=at,
        kind=ERASURE,
        key="",
        old=None,
        new=said,
        revision=row.revision + 1,
        reason=request.why.strip(),
    )
    values = {
        "history_sha256": append(connection, row.history_sha256, [noted]),
        "revision": noted["revision"],
        "changed_at": at,
        "files_revision": row.files_revision + bool(found.files),
        "summary": _summary(connection, id, row.summary["evidence_kinds"]),
        "frozen_sha256": seal,
        "erasing": 0,
    }
    if request.respondent is None:
        values |= {"title": TITLE, "slug": SLUG, "deleted_at": row.deleted_at or at}
        values["summary"] = summary_json(summarise([]))
    connection.execute(update(assessment).where(assessment.c.id == id).values(values))


def _fact(request: Request, found: Erased, numbers: Sequence[int]) -> dict[str, JsonValue]:
    """Nothing of it says what stood there."""
    return {
        "what": "assessment" if request.respondent is None else "respondent",
        "asked_by": request.asked_by.strip(),
        "entries": found.entries,
        "files": found.files,
        "rows": spans_of(numbers),
    }


def _summary(connection: Connection, id: str, kinds: Sequence[str]) -> dict[str, JsonValue]:
    payloads: list[tuple[EntryKey, JsonValue]] = [
        (entry_key(e.kind, e.key), e.payload)
        for e in connection.execute(entries_of(id))
        if e.payload is not None
    ]
    return summary_json(summarise(payloads, kinds))


def _refused(message: str) -> InputRefused:
    return InputRefused([Problem(file="", message=message)])
