"""Whether the history of a store is whole, and whether what is stored is what it says."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, func, select, true

from readiness.store import members
from readiness.store.exports import EXPORTS
from readiness.store.following import Step, Stored, first_fault, named
from readiness.store.sharing import SHARING
from readiness.store.tables import assessment, entry, history, person


@dataclass(frozen=True)
class Broken:
    """The first place at which an assessment, or a workspace, is not what its history says."""

    assessment: str
    title: str
    place: str
    """In words: which row, of when and by whom, or which entry."""

    def __str__(self) -> str:
        return f"{self.title} ({self.assessment[:8]}): {self.place}"


@dataclass(frozen=True)
class Verified:
    """What was looked at, and what was found."""

    assessments: int
    rows: int
    broken: tuple[Broken, ...]


def verify(connection: Connection) -> Verified:
    """Follow every chain from its beginning; one finding an assessment at most, the first."""
    assessments = {row.id: row for row in connection.execute(select(assessment))}
    rows, broken = 0, []
    seen = set()
    for id, mine in groupby(_steps(connection, true()), key=lambda found: found[0].assessment_id):
        followed = list(mine)
        rows += len(followed)
        seen.add(id)
        there = assessments.get(id)
        steps = [step for step, _ in followed]
        place = first_fault(
            there.history_sha256 if there else None, steps, stored_in(connection, id)
        ) or _elsewhere(there, followed)
        if place:
            title = there.title if there else "No such assessment"
            broken.append(Broken(id, title, place))
    broken += [
        Broken(id, row.title, "its history is gone")
        for id, row in assessments.items()
        if id not in seen
    ]
    for beside in (members.broken, EXPORTS.broken, SHARING.broken):
        broken += [Broken(id, name, place) for id, name, place in beside(connection)]
    return Verified(len(assessments), rows, tuple(broken))


def steps_of(connection: Connection, assessment_id: str) -> list[Step]:
    """The history of one assessment, oldest first."""
    mine = history.c.assessment_id == assessment_id
    return [step for step, _ in _steps(connection, mine)]


def stored_in(connection: Connection, assessment_id: str) -> Stored:
    """Every entry of an assessment by kind and key; one that was taken away has no payload."""
    query = select(entry).where(entry.c.assessment_id == assessment_id)
    return {(row.kind, row.key): row.payload for row in connection.execute(query)}


def _steps(connection: Connection, condition: ColumnElement[bool]) -> Iterator[tuple[Step, str]]:
    """Each row with the workspace that it names."""
    h = history.c
    mark = func.coalesce(person.c.mark, person.c.id).label("mark")
    query = (
        select(*(h.seq, h.assessment_id, h.at, mark, person.c.name, h.kind, h.key, h.old, h.new))
        .add_columns(*(h.reason, h.revision, h.undo_of, h.sha256, h.salt, h.content_sha256))
        .add_columns(h.erased, h.workspace_id)
        .outerjoin(person, person.c.id == h.person_id)
        .where(condition)
        .order_by(h.assessment_id, h.seq)
    )
    for row in connection.execute(query):
        said = row._asdict()
        workspace = said.pop("workspace_id")
        yield Step(**said | {"erased": bool(row.erased)}), workspace


def _elsewhere(there: Row[Any] | None, followed: list[tuple[Step, str]]) -> str:
    """The first row that names another workspace than its assessment stands in."""
    for number, (step, workspace) in enumerate(followed, start=1):
        if there is not None and workspace != there.workspace_id:
            return f"{named(number, step)} was altered: it names another workspace"
    return ""
