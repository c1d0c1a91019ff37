"""Who is a member of a client's workspace, in which role, and who answers what."""

import re
from dataclasses import dataclass

from readiness.domain.errors import InputRefused, NotFound, Problem
from readiness.store import (
    ROLES,
    Actor,
    Assigned,
    Assignment,
    Member,
    MemberChange,
    Role,
    Workspace,
)
from readiness.workspace.clients import clients
from readiness.workspace.results import state
from readiness.workspace.session import Session

NAMES: dict[Role, str] = {
    "owner": "Owner",
    "assessor": "Assessor",
    "respondent": "Respondent",
    "reader": "Reader",
    "client_reader": "Client-safe reader",
}
SAYS: dict[Role, str] = {
    "owner": "does everything, and says who is a member",
    "assessor": "does everything in every assessment; does not say who is a member",
    "respondent": "answers what is assigned, and sees no one else's answers",
    "reader": "reads everything, changes nothing",
    "client_reader": "reads figures without names, person codes and notes; changes nothing",
}
ADDRESS = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")


@dataclass(frozen=True)
class Team:
    """A workspace as its members see it. ``may_manage``: whether the acting person owns it."""

    workspace: Workspace
    members: list[Member]
    changes: list[MemberChange]

    @property
    def may_manage(self) -> bool:
        """Whether members may be added and taken out."""
        return self.workspace.role == "owner"

    @property
    def respondents(self) -> list[Member]:
        """Those who answer what is assigned to them."""
        return [m for m in self.members if m.role == "respondent"]


def team(session: Session, client: str) -> Team:
    """Who is there, and every change of it, newest first. Raises NotFound, NotAllowed."""
    members = session.store.members(session.actor, client)
    changes = session.store.member_changes(session.actor, client)
    mine = next(one for one in clients(session) if one.id == client)
    return Team(mine, members, changes[::-1])


def role_in(session: Session, client: str) -> Role:
    """The acting person's role. Raises NotFound where they are no member."""
    for one in clients(session):
        if one.id == client:
            return one.role
    raise NotFound("There is no such workspace.")


def invite(session: Session, client: str, address: str, role: Role, reason: str = "") -> Actor:
    """Give a role to whom an e-mail address belongs; they sign in with it.

    Raises InputRefused for what is no address, NotAllowed for who is no owner.
    """
    login = login_of(address)
    return session.store.invite(session.actor, client, login, known_role(role), reason=reason)


def login_of(address: str) -> str:
    """An e-mail address as it is kept. Raises InputRefused for what is none."""
    login = address.strip().casefold()
    if not ADDRESS.fullmatch(login):
        raise _refused("This is no e-mail address", "Give the one that the person signs in with")
    return login


def change_role(session: Session, client: str, person: Actor, role: Role) -> None:
    """Another role for a member. Raises NotAllowed for who is no owner, and for the last owner."""
    if person not in {m.person for m in session.store.members(session.actor, client)}:
        raise NotFound("There is no such member.")
    session.store.add_member(session.actor, client, person, known_role(role))


def member_at(session: Session, client: str, address: str) -> Actor:
    """The member who signs in with an address. Raises NotFound."""
    login = address.strip().casefold()
    for member in session.store.members(session.actor, client):
        if member.login == login:
            return member.person
    raise NotFound(f"{address.strip()} is no member there.")


def remove_member(session: Session, client: str, person: Actor, reason: str = "") -> None:
    """Take a member out; what they said stays. Raises NotAllowed as ``change_role`` does."""
    session.store.remove_member(session.actor, client, person, reason=reason)


def is_of(session: Session, client: str, assessment: str) -> bool:
    """Whether an assessment is one of this client's."""
    rows = session.store.assessments(session.actor)
    return any((row.id, row.workspace) == (assessment, client) for row in rows)


def assigned(session: Session, assessment: str) -> list[Assigned]:
    """Who answers what in an assessment."""
    return session.store.assigned(session.actor, assessment)


def assign(
    session: Session, assessment: str, person: Actor, respondent: str, *, own_guide: bool = False
) -> None:
    """Let a member answer as one of the respondents: every question, or those of their function.

    Raises InputRefused for a respondent that is not there, or under whom another person answers.
    """
    now = state(session, assessment)
    whom = now.assessment.respondent_by_id.get(respondent)
    if whom is None:
        raise _refused(
            f"There is no respondent {respondent}", "Add one on the page Profile and people"
        )
    questions = tuple(
        c.id for c in now.questionnaire.capabilities.values() if whom.function in c.functions
    )
    what = Assignment(respondent, questions if own_guide else ())
    session.store.assign(session.actor, assessment, person, what)


def take_back(session: Session, assessment: str, person: Actor) -> None:
    """They answer nothing here from now on; what they said stays."""
    session.store.assign(session.actor, assessment, person, None)


def client_named(session: Session, name: str) -> str:
    """The workspace of this name, or the only one where none is given. Raises NotFound."""
    there = clients(session)
    said = name.strip().casefold()
    found = [one.id for one in there if said in {one.name.casefold(), one.id}] if said else []
    if not said and len(there) == 1:
        return there[0].id
    if len(found) != 1:
        raise NotFound(
            f"Name one of your workspaces: {', '.join(one.name for one in there) or 'none yet'}."
        )
    return found[0]


def known_role(role: str) -> Role:
    """The role of this id. Raises InputRefused, naming what there is."""
    for known in ROLES:
        if known == role:
            return known
    raise _refused(f"There is no role {role}", f"Use one of {', '.join(ROLES)}")


def _refused(message: str, advice: str) -> InputRefused:
    return InputRefused([Problem(file="", message=message, advice=advice)])
