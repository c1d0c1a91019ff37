"""What is known of people, workspaces and who is a member of which: plain frozen records."""

from dataclasses import dataclass
from datetime import datetime

from readiness.domain.errors import InputRefused, NotAllowed, Problem
from readiness.store.records import Actor
from readiness.store.rights import Assignment, Role

SOURCES = ("table", "claim")
"""A role was given here, or said by whom the person signed in with."""


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
