"""Where a person is at work in an assessment: how they ask, and whom."""

from collections.abc import Mapping

from sqlalchemy import Connection, delete, insert, select

from readiness.store.access import reach
from readiness.store.records import Actor
from readiness.store.tables import place


def place_of(connection: Connection, actor: Actor, assessment: str) -> dict[str, str]:
    """What this person left there; nothing if they never did. Raises NotFound."""
    reach(connection, actor, assessment, "see")
    query = select(place.c.kept).where(
        place.c.assessment_id == assessment, place.c.person_id == actor.person_id
    )
    return dict(connection.execute(query).scalar_one_or_none() or {})


def keep_place(
    connection: Connection, actor: Actor, assessment: str, kept: Mapping[str, str]
) -> None:
    """Put it in place of what was left before; who may only read has a place too."""
    reach(connection, actor, assessment, "see", alone=True)
    connection.execute(
        delete(place).where(
            place.c.assessment_id == assessment, place.c.person_id == actor.person_id
        )
    )
    connection.execute(
        insert(place).values(assessment_id=assessment, person_id=actor.person_id, kept=dict(kept))
    )
