"""What is known of people, workspaces and who is a member of which: plain frozen records."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from readiness.domain.errors import InputRefused, NotAllowed, Problem
from readiness.store.records import Actor
from readiness.store.rights import Assignment, Role

SOURCES = ("table", "claim")
"""A role was given here, or said by whom the person signed in with."""


SIGN_IN = Actor("sign-in")
SIGN_IN_NAME = "Sign-in"
"""In whose name the roles of a claim stand in the history of members; nobody signs in as it."""


@dataclass(frozen=True)
class Claimed:
    """Roles by workspace as a token says that was given ``at`` this time; and by which claim."""

    at: datetime
    roles: Mapping[str, Role] = field(default_factory=dict)
    reason: str = ""


def may_follow(claimed: Claimed, source: str | None, last: tuple[Actor, datetime] | None) -> bool:
    """Whether a claim decides over a membership; not where an owner did, or a later token.

    ``source``: of the role that is held, None if none is; ``last``: who changed it when. An owner
    who gave a role, or took one, has decided; a token that is older than what a sign-in did last
    knows less.
    """
    if source == "table":
        return False
    return last is None or (last[0] == SIGN_IN and last[1] < claimed.at)


@dataclass(frozen=True)
class Member:
    """A person in a workspace. ``login``: the address that they sign in with; may be empty."""

    person: Actor
    name: str
    login: str
    role: Role
    source: str = SOURCES[0]


@dataclass(frozen=True)
class MemberChange:
    """Who gave or took which role of whom, when and why; None: no member."""

    at: datetime
    by: str
    member: str
    old: Role | None
    new: Role | None
    reason: str


@dataclass(frozen=True)
class Assigned:
    """Who answers what in one assessment."""

    person: Actor
    name: str
    what: Assignment


def refuse_last_owner(others: int) -> None:
    """Raise NotAllowed where a workspace would be left without an owner."""
    if not others:
        raise NotAllowed("A workspace keeps at least one owner. Make somebody else an owner first.")


def refused(message: str, advice: str = "") -> InputRefused:
    """A refusal of something typed."""
    return InputRefused([Problem(file="", message=message, advice=advice)])
