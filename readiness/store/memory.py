"""A store in memory behind the same contract: what tests use where a database is not the point."""

import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from threading import RLock

from readiness.domain.assessment import Assessment
from readiness.domain.errors import NotAllowed, NotFound
from readiness.domain.evidence import Evidence
from readiness.store.changes import last_undoable, refuse_if_moved
from readiness.store.entries import assemble, normal, spread
from readiness.store.held import Change, Held, Who, listed, noted
from readiness.store.held_outlines import HeldOutlines
from readiness.store.records import (
    WRITERS,
    Actor,
    AssessmentRow,
    EntryKey,
    EntryStamp,
    HistoryRow,
    Kind,
    Loaded,
    NewFile,
    Put,
    Role,
    Saved,
    Seal,
    StoredFile,
    Workspace,
)
from readiness.store.sealing import Frozen, hash_of


class MemoryStore:
    """An AssessmentStore (see there for each method) that forgets all when it goes."""

    def __init__(self, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._clock = clock
        self._lock = RLock()
        self._people: dict[str, str] = {}
        self._workspaces: dict[str, str] = {}
        self._members: dict[tuple[str, str], Role] = {}
        self._held: dict[str, Held] = {}
        self.outlines = HeldOutlines(self)

    def close(self) -> None:
        """Nothing to let go of."""

    def local_owner(self) -> Actor:
        """The one person of a store without sign-in; made at the first call, with a workspace."""
        with self._lock:
            actor = Actor("local")
            if actor.person_id not in self._people:
                self._people[actor.person_id] = "Owner of this computer"
                self.add_workspace(actor, "My assessments")
            return actor

    def add_person(self, name: str) -> Actor:
        """A new person, member of nothing yet."""
        actor = Actor(secrets.token_hex(16))
        self._people[actor.person_id] = name
        return actor

    def add_workspace(self, actor: Actor, name: str) -> str:
        """A new workspace owned by the actor; its id."""
        if actor.person_id not in self._people:
            raise NotFound("There is no such person.")
        id = secrets.token_hex(16)
        self._workspaces[id] = name
        self._members[id, actor.person_id] = "owner"
        return id

    def add_member(self, actor: Actor, workspace: str, person: Actor, role: Role) -> None:
        """Give a person a role, by an owner of the workspace."""
        if self._role(actor, workspace) != "owner":
            raise NotAllowed("An owner of the workspace adds members.")
        if person.person_id not in self._people:
            raise NotFound("There is no such person.")
        self._members[workspace, person.person_id] = role

    def workspaces(self, actor: Actor) -> list[Workspace]:
        """The actor's own, by name."""
        found = [
            Workspace(id, self._workspaces[id], role)
            for (id, person_id), role in self._members.items()
            if person_id == actor.person_id
        ]
        return sorted(found, key=lambda w: (w.name, w.id))

    def assessments(self, actor: Actor) -> list[AssessmentRow]:
        """Of all the actor's workspaces, last changed first."""
        rows = [
            listed(id, held)
            for id, held in self._held.items()
            if not held.deleted and (held.workspace, actor.person_id) in self._members
        ]
        return sorted(rows, key=lambda r: (-r.changed_at.timestamp(), r.id))

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
        payloads = [(EntryKey(p.kind, p.key), normal(p)) for p in spread(assessment)]
        _check_role(self._role(actor, workspace))
        with self._lock:
            at = self._clock()
            held = Held(workspace, at, at)
            who = self._who(actor)
            held.note(who, "assessment", "", None, {"title": assessment.title}, reason)
            for key, payload in payloads:
                held.keep(who, key, payload, reason)
            for file in files:
                held.keep_file(who, file, None, reason)
            id = secrets.token_hex(16)
            self._held[id] = held
            return id

    def delete(self, actor: Actor, assessment: str, *, reason: str = "") -> None:
        """Take an assessment out of sight, a frozen one too; its history stays."""
        with self._changing(actor, assessment, frozen_too=True) as held:
            title = assemble(held.payloads).title
            held.note(self._who(actor), "assessment", "", {"title": title}, None, reason)
            held.deleted = True

    def freeze(self, actor: Actor, assessment: str, *, reason: str = "") -> Seal:
        """Close an assessment for good: from now on every change raises Frozen."""
        with self._changing(actor, assessment) as held:
            return held.freeze(self._who(actor), self._clock(), reason)

    def holds(self, actor: Actor, assessment: str) -> bool:
        """Whether a frozen assessment still is what its seal says; False if it is not frozen."""
        held = self._reach(actor, assessment)
        return held.frozen is not None and held.frozen.sha256 == hash_of(held.payloads, held.files)

    def load(self, actor: Actor, assessment: str, known: Loaded | None = None) -> Loaded:
        """The assessment as it stands, lists in the order of first entry.

        ``known``: what an earlier call gave; a store may then read what changed since alone.
        """
        with self._lock:
            held = self._reach(actor, assessment)
            if known is not None and known.revision == held.revision:
                return known
            return Loaded(
                assessment=assemble(held.payloads),
                revision=held.revision,
                files_revision=held.files_revision,
                changed_at=held.changed_at,
                entries={
                    a: EntryStamp(e.revision, e.by, e.at, e.payload is not None)
                    for a, e in held.entries.items()
                },
                frozen=held.frozen,
            )

    def revision(self, actor: Actor, assessment: str) -> int:
        """The revision alone: the access check of a cache."""
        return self._reach(actor, assessment).revision

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
        """Keep one entry. Raises EntryClash."""
        put = Put(kind, key, payload, expected)
        return self.put_many(actor, assessment, [put], reason=reason)

    def put_many(
        self, actor: Actor, assessment: str, puts: Sequence[Put], *, reason: str = ""
    ) -> Saved:
        """Keep all or none, as one change that one undo takes back. Raises EntryClash."""
        changes: list[Change] = [(put, normal(put), None) for put in puts]
        with self._changing(actor, assessment) as held:
            return held.put(self._who(actor), changes, self._clock(), reason)

    def undoable(self, actor: Actor, assessment: str) -> tuple[HistoryRow, ...]:
        """What ``undo`` would take back: the rows of one change, or nothing."""
        return last_undoable(self._reach(actor, assessment).history, actor.person_id)

    def undo(self, actor: Actor, assessment: str) -> Saved | None:
        """Take back the last of the person's last ten changes, as a new one; None if none is left.

        Raises EntryClash if somebody changed the same entry since.
        """
        with self._changing(actor, assessment) as held:
            changes: list[Change] = []
            for row in reversed(last_undoable(held.history, actor.person_id)):
                same = [r for r in held.history if (r.kind, r.key) == (row.kind, row.key)]
                at = EntryKey(row.kind, row.key)  # type: ignore[arg-type]  # an entry's row
                later = [r for r in same if r.seq > row.seq]
                refuse_if_moved(row, held.entries[at], later, actor.person_id)
                changes.append((Put(at.kind, at.key, row.old), row.old, row.seq))
            return held.put(self._who(actor), changes, self._clock(), "") if changes else None

    def history(self, actor: Actor, assessment: str) -> list[HistoryRow]:
        """Every change, oldest first."""
        return list(self._reach(actor, assessment).history)

    def files(self, actor: Actor, assessment: str) -> list[StoredFile]:
        """The evidence files, in the order in which they came."""
        return [file for file, _ in self._reach(actor, assessment).files]

    def read_table(self, actor: Actor, assessment: str, file: str) -> bytes:
        """The coded table of one file."""
        return self._reach(actor, assessment).find_file(file)[1]

    def add_file(
        self, actor: Actor, assessment: str, file: NewFile, *, replaces: str | None = None
    ) -> StoredFile:
        """Keep a file, in place of another one if ``replaces`` names it. Raises AlreadyStored."""
        with self._changing(actor, assessment) as held:
            held.turn(self._clock())
            held.files_revision += 1
            old = None
            if replaces is not None:
                found = held.find_file(replaces)
                held.files.remove(found)
                old = noted(found[0])
            return held.keep_file(self._who(actor), file, old, "")

    def remove_file(self, actor: Actor, assessment: str, file: str, *, reason: str = "") -> None:
        """Delete a file with its table; the history keeps its name and hash."""
        with self._changing(actor, assessment) as held:
            found = held.find_file(file)
            held.files.remove(found)
            held.turn(self._clock())
            held.files_revision += 1
            held.note(self._who(actor), "evidence", found[0].name, noted(found[0]), None, reason)

    def measured(self, actor: Actor, assessment: str, stamp: str) -> Evidence | None:
        """The kept measurements if they were made of exactly this, else None."""
        kept = self._reach(actor, assessment).measured
        return kept[1] if kept and kept[0] == stamp else None

    def keep_measured(self, actor: Actor, assessment: str, stamp: str, evidence: Evidence) -> None:
        """Keep measurements under a stamp of all that they were made of. No change, no history."""
        self._reach(actor, assessment).measured = (stamp, evidence)

    def place(self, actor: Actor, assessment: str) -> dict[str, str]:
        """Where the actor left off in it; empty if they never said."""
        return dict(self._reach(actor, assessment).places.get(actor.person_id, {}))

    def keep_place(self, actor: Actor, assessment: str, kept: Mapping[str, str]) -> None:
        """Keep where the actor is, of a frozen one too. No change, no history."""
        self._reach(actor, assessment).places[actor.person_id] = dict(kept)

    @contextmanager
    def _changing(
        self, actor: Actor, assessment: str, *, frozen_too: bool = False
    ) -> Iterator[Held]:
        """A copy to be changed; it takes the place of the assessment if nothing is raised."""
        with self._lock:
            held = self._reach(actor, assessment)
            _check_role(self._role(actor, held.workspace))
            if held.frozen and not frozen_too:
                raise Frozen(held.frozen)
            changed = replace(
                held,
                entries=dict(held.entries),
                files=list(held.files),
                history=list(held.history),
            )
            yield changed
            self._held[assessment] = changed

    def _reach(self, actor: Actor, assessment: str) -> Held:
        held = self._held.get(assessment)
        if held is None or held.deleted or (held.workspace, actor.person_id) not in self._members:
            raise NotFound("There is no such assessment.")
        return held

    def _who(self, actor: Actor) -> Who:
        return Who(actor.person_id, self._people[actor.person_id])

    def _role(self, actor: Actor, workspace: str) -> Role:
        try:
            return self._members[workspace, actor.person_id]
        except KeyError as error:
            raise NotFound("There is no such workspace.") from error


def _check_role(role: Role) -> None:
    if role not in WRITERS:
        raise NotAllowed("You may read here, and change nothing.")
