"""Who answers what in an assessment: one person a code."""

from collections.abc import Sequence

from pydantic import JsonValue
from sqlalchemy import Connection, delete, insert, select

from readiness.store.membership import Assigned, refused
from readiness.store.records import Actor
from readiness.store.rights import Assignment
from readiness.store.tables import assignment, person


def assigned(connection: Connection, assessment_id: str) -> list[Assigned]:
    """What is assigned, by the code under which it is answered."""
    query = (
        select(assignment, person.c.name)
        .join(person, person.c.id == assignment.c.person_id)
        .where(assignment.c.assessment_id == assessment_id)
        .order_by(assignment.c.respondent)
    )
    return [
        Assigned(Actor(row.person_id), row.name, Assignment(row.respondent, tuple(row.questions)))
        for row in connection.execute(query)
    ]


def assign(
    connection: Connection, assessment_id: str, who: Actor, what: Assignment | None
) -> tuple[JsonValue, JsonValue]:
    """Assign, or take back (None); what the history says of before and after.

    Raises InputRefused for a code under which somebody else answers.
    """
    there = assigned(connection, assessment_id)
    old = next((a.what for a in there if a.person == who), None)
    refuse_taken(there, who, what)
    mine = (assignment.c.assessment_id == assessment_id) & (assignment.c.person_id == who.person_id)
    connection.execute(delete(assignment).where(mine))
    if what is not None:
        values = {"assessment_id": assessment_id, "person_id": who.person_id}
        connection.execute(
            insert(assignment).values(
                **values, respondent=what.respondent, questions=list(what.questions)
            )
        )
    return noted(old), noted(what)


def refuse_taken(there: Sequence[Assigned], who: Actor, what: Assignment | None) -> None:
    """Raise InputRefused: two people under one code would see each other's answers."""
    if what is None:
        return
    for other in there:
        if other.person != who and other.what.respondent == what.respondent:
            raise refused(
                f"{other.name} answers as {what.respondent} already",
                "Add a respondent for each person, or take it back from them first",
            )


def noted(what: Assignment | None) -> JsonValue:
    """What the history says of an assignment."""
    return None if what is None else {"as": what.respondent, "questions": list(what.questions)}
