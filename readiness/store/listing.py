"""The list of a person's assessments, which opens no entry but a respondent's own."""

from typing import Any

from sqlalchemy import Connection, Row, select

from readiness.store.access import assignments_of
from readiness.store.changes import LISTED
from readiness.store.records import Actor, AssessmentRow
from readiness.store.rights import Standing
from readiness.store.sealing import seal_of
from readiness.store.sight import own_row, seen
from readiness.store.tables import assessment, member
from readiness.store.writing import entries_of, loaded, summary_of


def assessments_of(connection: Connection, actor: Actor) -> list[AssessmentRow]:
    """Of all the actor's workspaces, last changed first; a respondent's are those assigned."""
    query = (
        select(assessment, member.c.role)
        .join(member, member.c.workspace_id == assessment.c.workspace_id)
        .where(member.c.person_id == actor.person_id, assessment.c.deleted_at.is_(None))
        .order_by(assessment.c.changed_at.desc(), assessment.c.id)
    )
    rows = connection.execute(query).all()
    if all(row.role != "respondent" for row in rows):
        return [listed(row) for row in rows]
    mine = assignments_of(connection, actor)
    found = []
    for row in rows:
        if row.role != "respondent":
            found.append(listed(row))
        elif row.id in mine:
            entries = connection.execute(entries_of(row.id))
            own = seen(loaded(row, entries), Standing(row.role, mine[row.id]))
            found.append(own_row(listed(row), own))
    return found


def listed(row: Row[Any]) -> AssessmentRow:
    """A line of the list of assessments."""
    summary = summary_of(row.summary)
    return AssessmentRow(
        id=row.id,
        workspace=row.workspace_id,
        slug=row.slug,
        title=row.title,
        created_at=row.created_at,
        changed_at=row.changed_at,
        revision=row.revision,
        answered=summary.answered,
        evidence_kinds=summary.evidence_kinds,
        frozen=seal_of(row),
        **{name: summary.fields[name] for name in sorted(LISTED)},
    )
