"""People, workspaces, members and assignments of a store on a SQL database."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Connection, Engine

from readiness.domain.errors import NotFound
from readiness.store import assigning, claiming, members, people
from readiness.store.access import reach, reach_workspace
from readiness.store.connection import reading, writing
from readiness.store.membership import Assigned, Claimed, Member, MemberChange
from readiness.store.records import Actor, Workspace
from readiness.store.rights import Assignment, Role
from readiness.store.writing import Writer


class Teams:
    """The part of an AssessmentStore (see there) that says who may do what."""

    _engine: Engine
    _clock: Callable[[], datetime]

    def local_owner(self) -> Actor:
        """The one person of a store without sign-in; made at the first call, with a workspace."""
        with reading(self._engine, people.LOCAL) as connection:
            if people.is_known(connection, people.LOCAL):
                return people.LOCAL
        with writing(self._engine, people.LOCAL) as connection:
            people.make_local_owner(connection, self._clock())
        return people.LOCAL

    def add_person(self, name: str) -> Actor:
        """A new person, member of nothing yet."""
        with writing(self._engine, None) as connection:
            return people.add_person(connection, name)

    def sign_in(
        self, subject: str, login: str | None, name: str, claimed: Claimed | None = None
    ) -> Actor:
        """The person of a sign-in that was checked, made at the first one; roles as it claims."""
        with writing(self._engine, None) as connection:
            who = people.signed_in(connection, subject, login, name)
            if claimed is not None:
                claiming.follow(connection, who, claimed, self._clock())
            return who

    def add_workspace(self, actor: Actor, name: str) -> str:
        """A new workspace owned by the actor; its id."""
        with writing(self._engine, actor) as connection:
            return people.add_workspace(connection, actor, name, self._clock())

    def workspaces(self, actor: Actor) -> list[Workspace]:
        """The actor's own, by name."""
        with reading(self._engine, actor) as connection:
            return people.workspaces_of(connection, actor)

    def members(self, actor: Actor, workspace: str) -> list[Member]:
        """Who is a member, by name."""
        with reading(self._engine, actor) as connection:
            reach_workspace(connection, actor, workspace, "read")
            return members.members_of(connection, workspace)

    def member_changes(self, actor: Actor, workspace: str) -> list[MemberChange]:
        """Every change of membership, oldest first."""
        with reading(self._engine, actor) as connection:
            reach_workspace(connection, actor, workspace, "read")
            return members.changes_of(connection, workspace)

    def add_member(
        self, actor: Actor, workspace: str, person: Actor, role: Role, *, reason: str = ""
    ) -> None:
        """Give a person a role, or another one, by an owner of the workspace."""
        with writing(self._engine, actor) as connection:
            reach_workspace(connection, actor, workspace, "manage")
            if not people.is_known(connection, person):
                raise NotFound("There is no such person.")
            at = self._clock()
            members.put(connection, workspace, actor, person, role, at, reason=reason)

    def invite(
        self, actor: Actor, workspace: str, login: str, role: Role, *, reason: str = ""
    ) -> Actor:
        """Give a role to whom an address belongs, whether they signed in before or not."""
        with writing(self._engine, actor) as connection:
            reach_workspace(connection, actor, workspace, "manage")
            who = people.invited(connection, login)
            members.put(connection, workspace, actor, who, role, self._clock(), reason=reason)
            return who

    def remove_member(
        self, actor: Actor, workspace: str, person: Actor, *, reason: str = ""
    ) -> None:
        """Take a person's role away, by an owner of the workspace."""
        with writing(self._engine, actor) as connection:
            reach_workspace(connection, actor, workspace, "manage")
            self._member(connection, workspace, person)
            members.put(connection, workspace, actor, person, None, self._clock(), reason=reason)

    def assigned(self, actor: Actor, assessment: str) -> list[Assigned]:
        """Who answers what in an assessment."""
        with reading(self._engine, actor) as connection:
            reach(connection, actor, assessment, "read")
            return assigning.assigned(connection, assessment)

    def assign(self, actor: Actor, assessment: str, person: Actor, what: Assignment | None) -> None:
        """Say what a member answers, or take it back (None)."""
        with writing(self._engine, actor) as connection:
            found = reach(connection, actor, assessment, "write")
            self._member(connection, found.row.workspace_id, person)
            old, new = assigning.assign(connection, assessment, person, what)
            if old != new:
                writer = Writer(connection, actor, found, self._clock())
                writer.record("assignment", person.person_id, old, new)
                writer.finish()

    @staticmethod
    def _member(connection: Connection, workspace: str, person: Actor) -> None:
        if person not in {m.person for m in members.members_of(connection, workspace)}:
            raise NotFound("There is no such member.")
