"""The contract of every store: the SQL one, and the fake that tests use in its place."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from readiness.domain.assessment import Assessment
from readiness.domain.evidence import Evidence
from readiness.domain.outline import Outline
from readiness.store.membership import Assigned, Claimed, Member, MemberChange
from readiness.store.records import (
    Actor,
    AssessmentRow,
    HistoryRow,
    Kind,
    Loaded,
    NewFile,
    Outlined,
    Put,
    Saved,
    Seal,
    SharingChange,
    StoredFile,
    Workspace,
)
from readiness.store.rights import Assignment, Role


@dataclass(frozen=True)
class Export:
    """A file that somebody took out, and its SHA-256."""

    at: datetime
    person: str
    what: str
    sha256: str


class Exports(Protocol):
    """Who took out which file of an assessment; for the refusals see ``AssessmentStore``."""

    def note(self, actor: Actor, assessment_id: str, what: str, file_sha256: str) -> None:
        """Note that the actor took out a file. No change, no revision; of a frozen one too."""
        ...

    def of(self, actor: Actor, assessment_id: str) -> list[Export]:
        """Every file that was taken out, oldest first; for who may read everything."""
        ...


class Outlines(Protocol):
    """Results in short, kept beside the assessments of a workspace under a stamp.

    Raises NotFound for a workspace of which the actor is no member, NotAllowed for a member who
    sees no results. Who is to see no people is given none.
    """

    def kept(self, actor: Actor, workspace: str, stamps: Mapping[str, str]) -> dict[str, Outline]:
        """Of these assessments, by id, the outlines that are kept under exactly this stamp."""
        ...

    def keep(self, actor: Actor, workspace: str, made: Mapping[str, Outlined]) -> None:
        """Keep outlines by assessment. No change, no history; by who sees no people, nothing."""
        ...


class Sharing(Protocol):
    """Which workspaces take part in the anonymous benchmark: none, until an owner decides it.

    Raises NotFound for a workspace of which the actor is no member, NotAllowed for another member
    than an owner.
    """

    def taking_part(self, actor: Actor) -> list[str]:
        """The workspaces that the actor owns and that take part, by id."""
        ...

    def decide(self, actor: Actor, workspace_id: str, *, is_on: bool, reason: str = "") -> None:
        """Let a workspace take part, or no longer; by its owner, and kept for good."""
        ...

    def changes(self, actor: Actor, workspace_id: str) -> list[SharingChange]:
        """Every decision, oldest first; for owners."""
        ...


class AssessmentStore(Protocol):
    """What the use cases ask of a store.

    Every method raises NotFound for an id that does not exist, lies in a workspace of which the
    actor is no member, or, for a respondent, was not assigned to them (these cannot be told apart);
    NotAllowed where their role does not give the right (``rights``); Frozen for a change of what
    was frozen, InputRefused for a payload that is no value of its kind. What is given is what the
    actor's role shows (``sight``).
    """

    @property
    def sharing(self) -> Sharing:
        """Who takes part in the benchmark."""
        ...

    @property
    def outlines(self) -> Outlines:
        """Results in short."""
        ...

    @property
    def exports(self) -> Exports:
        """Files that were taken out."""
        ...

    def local_owner(self) -> Actor:
        """The one person of a store without sign-in; made at the first call, with a workspace."""
        ...

    def add_person(self, name: str) -> Actor:
        """A new person, member of nothing yet."""
        ...

    def sign_in(
        self, subject: str, login: str | None, name: str, claimed: Claimed | None = None
    ) -> Actor:
        """The person of a sign-in that was checked; made at the first one.

        ``subject``: issuer and subject; ``login``: their address, if the issuer vouches for it;
        ``claimed``: roles that come with it, followed where no owner decided (``may_follow``);
        None: nothing is said of roles.
        """
        ...

    def add_workspace(self, actor: Actor, name: str) -> str:
        """A new workspace owned by the actor; its id."""
        ...

    def workspaces(self, actor: Actor) -> list[Workspace]:
        """The actor's own, by name."""
        ...

    def members(self, actor: Actor, workspace: str) -> list[Member]:
        """Who is a member, by name."""
        ...

    def member_changes(self, actor: Actor, workspace: str) -> list[MemberChange]:
        """Every change of membership, oldest first."""
        ...

    def add_member(
        self, actor: Actor, workspace: str, person: Actor, role: Role, *, reason: str = ""
    ) -> None:
        """Give a person a role, or another one, by an owner of the workspace."""
        ...

    def invite(
        self, actor: Actor, workspace: str, login: str, role: Role, *, reason: str = ""
    ) -> Actor:
        """Give a role to whom an address belongs, whether they signed in before or not."""
        ...

    def remove_member(
        self, actor: Actor, workspace: str, person: Actor, *, reason: str = ""
    ) -> None:
        """Take a person's role away, by an owner; the last owner stays."""
        ...

    def assigned(self, actor: Actor, assessment: str) -> list[Assigned]:
        """Who answers what in an assessment."""
        ...

    def assign(self, actor: Actor, assessment: str, person: Actor, what: Assignment | None) -> None:
        """Say what a member answers, or take it back (None); one person a code."""
        ...

    def assessments(self, actor: Actor) -> list[AssessmentRow]:
        """Of all the actor's workspaces, last changed first."""
        ...

    def create(
        self,
        actor: Actor,
        workspace: str,
        assessment: Assessment,
        files: Iterable[NewFile] = (),
        *,
        reason: str = "",
    ) -> str:
        """Store a new or imported assessment whole; its random 128-bit id."""
        ...

    def delete(self, actor: Actor, assessment: str, *, reason: str = "") -> None:
        """Take an assessment out of sight, a frozen one too; its history stays."""
        ...

    def freeze(self, actor: Actor, assessment: str, *, reason: str = "") -> Seal:
        """Close an assessment for good: from now on every change raises Frozen.

        The seal holds the hash over all entries and tables. Raises Frozen if it is frozen already.
        """
        ...

    def holds(self, actor: Actor, assessment: str) -> bool:
        """Whether a frozen assessment still is what its seal says; False if it is not frozen."""
        ...

    def load(self, actor: Actor, assessment: str, known: Loaded | None = None) -> Loaded:
        """The assessment as it stands, lists in the order of first entry.

        ``known``: what an earlier call gave; a store may then read what changed since alone.
        """
        ...

    def revision(self, actor: Actor, assessment: str) -> int:
        """The revision alone: the access check of a cache."""
        ...

    def put(
        self,
        actor: Actor,
        assessment: str,
        kind: Kind,
        key: str,
        payload: object | None,
        *,
        expected: int | None = None,
        reason: str = "",
    ) -> Saved:
        """Keep one entry; on return it is on disk. Raises EntryClash."""
        ...

    def put_many(
        self, actor: Actor, assessment: str, puts: Sequence[Put], *, reason: str = ""
    ) -> Saved:
        """Keep all or none, as one change that one undo takes back. Raises EntryClash."""
        ...

    def undoable(self, actor: Actor, assessment: str) -> tuple[HistoryRow, ...]:
        """What ``undo`` would take back: the rows of one change, or nothing."""
        ...

    def undo(self, actor: Actor, assessment: str) -> Saved | None:
        """Take back the last of the person's last ten changes, as a new one; None if none is left.

        Raises EntryClash if somebody changed the same entry since.
        """
        ...

    def history(self, actor: Actor, assessment: str) -> list[HistoryRow]:
        """Every change, oldest first."""
        ...

    def files(self, actor: Actor, assessment: str) -> list[StoredFile]:
        """The evidence files, in the order in which they came."""
        ...

    def read_table(self, actor: Actor, assessment: str, file: str) -> bytes:
        """The coded table of one file."""
        ...

    def add_file(
        self, actor: Actor, assessment: str, file: NewFile, *, replaces: str | None = None
    ) -> StoredFile:
        """Keep a file, in place of another one if ``replaces`` names it. Raises AlreadyStored."""
        ...

    def remove_file(self, actor: Actor, assessment: str, file: str, *, reason: str = "") -> None:
        """Delete a file with its table; the history keeps its name and hash."""
        ...

    def measured(self, actor: Actor, assessment: str, stamp: str) -> Evidence | None:
        """The kept measurements if they were made of exactly this, else None."""
        ...

    def keep_measured(self, actor: Actor, assessment: str, stamp: str, evidence: Evidence) -> None:
        """Keep measurements under a stamp of all that they were made of. No change, no history."""
        ...

    def place(self, actor: Actor, assessment: str) -> dict[str, str]:
        """Where the actor left off in it; empty if they never said."""
        ...

    def keep_place(self, actor: Actor, assessment: str, kept: Mapping[str, str]) -> None:
        """Keep where the actor is, of a frozen one too. No change, no history."""
        ...

    def close(self) -> None:
        """Let go of files and connections."""
        ...
