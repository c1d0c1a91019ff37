"""People, workspaces, members and assignments of the store in memory."""

import secrets
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from datetime import datetime
from threading import RLock

from readiness.domain.errors import NotFound
from readiness.store.assigning import noted, refuse_taken
from readiness.store.held import Held, Who
from readiness.store.membership import (
    SIGN_IN,
    SIGN_IN_NAME,
    Assigned,
    Claimed,
    Member,
    MemberChange,
    may_follow,
    refuse_last_owner,
)
from readiness.store.records import Actor, Workspace
from readiness.store.rights import Assignment, Right, Role, Standing, refuse


@dataclass
class Team:
    """A workspace: its name, who is a member in which role, and every change of that.

    ``claimed``: whose role came with a sign-in; ``last``: who changed which membership last, when.
    """

    name: str
    members: dict[str, Role] = field(default_factory=dict)
    changes: list[MemberChange] = field(default_factory=list)
    claimed: set[str] = field(default_factory=set)
    last: dict[str, tuple[Actor, datetime]] = field(default_factory=dict)


@dataclass(frozen=True)
class Known:
    """A person."""

    name: str
    login: str | None = None
    subject: str | None = None


class MemoryTeams:
    """The part of the AssessmentStore in memory that says who may do what."""

    _clock: Callable[[], datetime]
    _changing: Callable[[Actor, str], AbstractContextManager[Held]]

    def __init__(self) -> None:
        self._lock = RLock()
        self._people: dict[str, Known] = {}
        self._teams: dict[str, Team] = {}
        self._held: dict[str, Held] = {}

    def local_owner(self) -> Actor:
        """The one person of a store without sign-in; made at the first call, with a workspace."""
        with self._lock:
            actor = Actor("local")
            if actor.person_id not in self._people:
                self._people[actor.person_id] = Known("Owner of this computer")
                self.add_workspace(actor, "My assessments")
            return actor

    def name_of(self, actor: Actor) -> str:
        """How a person is called."""
        return self._people[actor.person_id].name

    def add_person(self, name: str) -> Actor:
        """A new person, member of nothing yet."""
        return self._add(Known(name))

    def sign_in(
        self, subject: str, login: str | None, name: str, claimed: Claimed | None = None
    ) -> Actor:
        """The person of a sign-in that was checked, made at the first one; roles as it claims."""
        with self._lock:
            who = self._signed_in(subject, login, name)
            if claimed is not None:
                self._follow(who, claimed)
            return who

    def _follow(self, who: Actor, claimed: Claimed) -> None:
        self._people.setdefault(SIGN_IN.person_id, Known(SIGN_IN_NAME))
        for id, team in self._teams.items():
            role, held = claimed.roles.get(id), team.members.get(who.person_id)
            source = "claim" if who.person_id in team.claimed else "table" if held else None
            asked = source == "claim" or role is not None
            if asked and may_follow(claimed, source, team.last.get(who.person_id)):
                reason = claimed.reason if role else f"no longer: {claimed.reason}"
                self._set(id, SIGN_IN, who, role, reason)

    def _signed_in(self, subject: str, login: str | None, name: str) -> Actor:
        by_login = None
        for id, known in self._people.items():
            if known.subject == subject:
                by_login = id
                break
            if login is not None and known.login == login and known.subject is None:
                by_login = id
        if by_login is not None:
            there = self._people[by_login]
            self._people[by_login] = replace(there, subject=subject, name=name)
            return Actor(by_login)
        taken = login in {known.login for known in self._people.values()}
        return self._add(Known(name, None if taken else login, subject))

    def add_workspace(self, actor: Actor, name: str) -> str:
        """A new workspace owned by the actor; its id."""
        if actor.person_id not in self._people:
            raise NotFound("There is no such person.")
        id = secrets.token_hex(16)
        self._teams[id] = Team(name)
        self._set(id, actor, actor, "owner", "the workspace was begun")
        return id

    def workspaces(self, actor: Actor) -> list[Workspace]:
        """The actor's own, by name."""
        found = [
            Workspace(id, team.name, team.members[actor.person_id])
            for id, team in self._teams.items()
            if actor.person_id in team.members
        ]
        return sorted(found, key=lambda w: (w.name, w.id))

    def members(self, actor: Actor, workspace: str) -> list[Member]:
        """Who is a member, by name."""
        self._role(actor, workspace, "read")
        team = self._teams[workspace]
        found = [
            Member(
                Actor(id),
                self._people[id].name,
                self._people[id].login or "",
                role,
                "claim" if id in team.claimed else "table",
            )
            for id, role in team.members.items()
        ]
        return sorted(found, key=lambda m: (m.name, m.person.person_id))

    def member_changes(self, actor: Actor, workspace: str) -> list[MemberChange]:
        """Every change of membership, oldest first."""
        self._role(actor, workspace, "read")
        return list(self._teams[workspace].changes)

    def add_member(
        self, actor: Actor, workspace: str, person: Actor, role: Role, *, reason: str = ""
    ) -> None:
        """Give a person a role, or another one, by an owner of the workspace."""
        self._role(actor, workspace, "manage")
        if person.person_id not in self._people:
            raise NotFound("There is no such person.")
        self._set(workspace, actor, person, role, reason)

    def invite(
        self, actor: Actor, workspace: str, login: str, role: Role, *, reason: str = ""
    ) -> Actor:
        """Give a role to whom an address belongs, whether they signed in before or not."""
        self._role(actor, workspace, "manage")
        there = [Actor(id) for id, known in self._people.items() if known.login == login]
        who = there[0] if there else self._add(Known(login, login))
        self._set(workspace, actor, who, role, reason)
        return who

    def remove_member(
        self, actor: Actor, workspace: str, person: Actor, *, reason: str = ""
    ) -> None:
        """Take a person's role away, by an owner of the workspace."""
        self._role(actor, workspace, "manage")
        self._member(workspace, person)
        self._set(workspace, actor, person, None, reason)

    def assigned(self, actor: Actor, assessment: str) -> list[Assigned]:
        """Who answers what in an assessment."""
        held, _ = self._reach(actor, assessment, "read")
        return self._assigned(held)

    def assign(self, actor: Actor, assessment: str, person: Actor, what: Assignment | None) -> None:
        """Say what a member answers, or take it back (None)."""
        with self._changing(actor, assessment) as held:
            self._member(held.workspace, person)
            refuse_taken(self._assigned(held), person, what)
            old = held.assigned.pop(person.person_id, None)
            if what is not None:
                held.assigned[person.person_id] = what
            if old != what:
                held.turn(self._clock())
                who = self._who(actor)
                held.note(who, "assignment", person.person_id, noted(old), noted(what))

    def _assigned(self, held: Held) -> list[Assigned]:
        found = [
            Assigned(Actor(id), self._people[id].name, what) for id, what in held.assigned.items()
        ]
        return sorted(found, key=lambda a: a.what.respondent)

    def _add(self, known: Known) -> Actor:
        actor = Actor(secrets.token_hex(16))
        self._people[actor.person_id] = known
        return actor

    def _set(self, workspace: str, by: Actor, who: Actor, role: Role | None, reason: str) -> None:
        with self._lock:
            team = self._teams[workspace]
            old = team.members.get(who.person_id)
            is_claimed = by == SIGN_IN
            if old == role and (role is None or is_claimed == (who.person_id in team.claimed)):
                return
            if old == "owner" != role:
                refuse_last_owner(len(self._owners(workspace)) - 1)
            team.claimed.discard(who.person_id)
            if role is None:
                del team.members[who.person_id]
            else:
                team.members[who.person_id] = role
                team.claimed.update([who.person_id] if is_claimed else ())
            at = self._clock()
            team.last[who.person_id] = (by, at)
            names = self._people[by.person_id].name, self._people[who.person_id].name
            team.changes.append(MemberChange(at, *names, old, role, reason))

    def _owners(self, workspace: str) -> list[str]:
        members = self._teams[workspace].members
        return sorted(self._people[id].name for id, role in members.items() if role == "owner")

    def _member(self, workspace: str, person: Actor) -> None:
        if person.person_id not in self._teams[workspace].members:
            raise NotFound("There is no such member.")

    def _reach(self, actor: Actor, assessment: str, right: Right = "see") -> tuple[Held, Standing]:
        """The assessment for a person to whom their role gives this right; as the real store."""
        held = self._held.get(assessment)
        role = None
        if held is not None and not held.deleted:
            role = self._teams[held.workspace].members.get(actor.person_id)
        if held is None or role is None:
            raise NotFound("There is no such assessment.")
        standing = Standing(role)
        if role == "respondent":
            standing = Standing(role, held.assigned.get(actor.person_id))
            if standing.assigned is None:
                raise NotFound("There is no such assessment.")
        refuse(role, right, lambda: self._owners(held.workspace))
        return held, standing

    def _role(self, actor: Actor, workspace: str, right: Right = "see") -> Role:
        team = self._teams.get(workspace)
        role = None if team is None else team.members.get(actor.person_id)
        if role is None:
            raise NotFound("There is no such workspace.")
        refuse(role, right, lambda: self._owners(workspace))
        return role

    def _who(self, actor: Actor) -> Who:
        return Who(actor.person_id, self._people[actor.person_id].name)
