"""Two clients of two strangers in one store, with a row in every table."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import psycopg
from sqlalchemy import Table

from readiness.domain.evidence import Evidence
from readiness.store import Actor, Assignment, Outlined, Store
from tests.domain.test_outline import made
from tests.store.samples import full, log


@dataclass(frozen=True)
class OneClient:
    """An owner with a workspace and an assessment in it; ``people``: whom it knows."""

    owner: Actor
    workspace: str
    id: str
    people: tuple[str, ...]

    def column_of(self, table: Table) -> tuple[str, list[str]]:
        """By which column a row is this client's, and the values that make it so."""
        if table.name == "person":
            return "id", list(self.people)
        if table.name == "workspace":
            return "id", [self.workspace]
        if "workspace_id" in table.c:
            return "workspace_id", [self.workspace]
        return table.c["assessment_id"].name, [self.id]


def filled(store: Store, name: str) -> OneClient:
    """A client of whom every table holds something."""
    owner, colleague, gone = (store.add_person(f"{who} {name}") for who in ("Owner", "QA", "Gone"))
    workspace = store.add_workspace(owner, name)
    id = store.create(owner, workspace, full(), [log()])
    store.add_member(owner, workspace, gone, "assessor")
    store.put(gone, id, "profile", "sites", 9)
    store.remove_member(owner, workspace, gone)
    store.add_member(owner, workspace, colleague, "respondent")
    store.assign(owner, id, colleague, Assignment("team"))
    store.keep_place(owner, id, {"mode": "team"})
    store.keep_measured(owner, id, "stamp", Evidence())
    store.outlines.keep(owner, workspace, {id: Outlined("stamp", made())})
    store.exports.note(owner, id, "Result (JSON)", "ab" * 32)
    store.sharing.decide(owner, workspace, is_on=True)
    people = tuple(one.person_id for one in (owner, colleague, gone))
    return OneClient(owner, workspace, id, people)


@contextmanager
def acting(url: str, who: Actor | None) -> Iterator[psycopg.Connection]:
    """A bare connection in a transaction of this person, that is rolled back."""
    with psycopg.connect(url) as raw:
        if who is not None:
            raw.execute("SELECT readiness_acts(%s)", [who.person_id])
        yield raw
        raw.rollback()
