"""A store in memory behind the same contract: what tests use where a database is not the point."""

import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime

from readiness.domain.assessment import Assessment
from readiness.domain.errors import NotFound
from readiness.domain.evidence import Evidence
from readiness.store.changes import last_undoable, refuse_if_moved
from readiness.store.entries import assemble, entry_key, normal, spread
from readiness.store.held import Change, Held, listed, noted
from readiness.store.held_exports import HeldExports
from readiness.store.held_outlines import HeldOutlines
from readiness.store.held_sharing import HeldSharing
from readiness.store.memory_teams import MemoryTeams
from readiness.store.records import (
    Actor,
    AssessmentRow,
    EntryKey,
    EntryStamp,
    HistoryRow,
    Kind,
    Loaded,
    NewFile,
    Put,
    Saved,
    Seal,
    StoredFile,
)
from readiness.store.rights import Right, refuse_beyond
from readiness.store.sealing import Frozen, hash_of
from readiness.store.sight import own_row, seen, seen_changes, seen_evidence, seen_file


class MemoryStore(MemoryTeams):
    """An AssessmentStore (see there for each method) that forgets all when it goes."""

    def __init__(self, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        super().__init__()
        self._clock = clock
        self.outlines = HeldOutlines(self)
        self.sharing = HeldSharing(self, clock, self.name_of)
        self.exports = HeldExports(self, clock)

    def close(self) -> None:
        """Nothing to let go of."""

    def assessments(self, actor: Actor) -> list[AssessmentRow]:
        """Of all the actor's workspaces, last changed first."""
        rows = []
        for id in list(self._held):
            try:
                held, standing = self._reach(actor, id)
            except NotFound:
                continue
            row = listed(id, held)
            is_all = standing.role != "respondent"
            rows.append(row if is_all else own_row(row, seen(_loaded(held), standing)))
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
        self._role(actor, workspace, "write")
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
        held, _ = self._reach(actor, assessment)
        return held.frozen is not None and held.frozen.sha256 == hash_of(held.payloads, held.files)

    def load(self, actor: Actor, assessment: str, known: Loaded | None = None) -> Loaded:
        """The assessment as it stands, lists in the order of first entry."""
        with self._lock:
            held, standing = self._reach(actor, assessment)
            same = None if known is None else (known.revision, known.standing)
            if known is not None and same == (held.revision, standing):
                return known
            return seen(_loaded(held), standing)

    def revision(self, actor: Actor, assessment: str) -> int:
        """The revision alone: the access check of a cache."""
        return self._reach(actor, assessment)[0].revision

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
        standing = self._reach(actor, assessment, "answer")[1]
        with self._changing(actor, assessment, "answer") as held:
            refuse_beyond(standing, ((put.kind, put.key) for put in puts))
            return held.put(self._who(actor), changes, self._clock(), reason)

    def undoable(self, actor: Actor, assessment: str) -> tuple[HistoryRow, ...]:
        """What ``undo`` would take back: the rows of one change, or nothing."""
        held, standing = self._reach(actor, assessment)
        return seen_changes(last_undoable(held.history, actor.person_id), standing)

    def undo(self, actor: Actor, assessment: str) -> Saved | None:
        """Take back the last of the person's last ten changes, as a new one; None if none is left.

        Raises EntryClash if somebody changed the same entry since.
        """
        standing = self._reach(actor, assessment, "answer")[1]
        with self._changing(actor, assessment, "answer") as held:
            changes: list[Change] = []
            for row in reversed(last_undoable(held.history, actor.person_id)):
                same = [r for r in held.history if (r.kind, r.key) == (row.kind, row.key)]
                at = entry_key(row.kind, row.key)
                later = [r for r in same if r.seq > row.seq]
                refuse_if_moved(row, held.entries[at], later, actor.person_id)
                changes.append((Put(at.kind, at.key, row.old), row.old, row.seq))
            refuse_beyond(standing, ((put.kind, put.key) for put, _, _ in changes))
            return held.put(self._who(actor), changes, self._clock(), "") if changes else None

    def history(self, actor: Actor, assessment: str) -> list[HistoryRow]:
        """Every change, oldest first."""
        return list(self._reach(actor, assessment, "read")[0].history)

    def files(self, actor: Actor, assessment: str) -> list[StoredFile]:
        """The evidence files, in the order in which they came."""
        held, standing = self._reach(actor, assessment, "judge")
        return [seen_file(file, standing) for file, _ in held.files]

    def read_table(self, actor: Actor, assessment: str, file: str) -> bytes:
        """The coded table of one file."""
        return self._reach(actor, assessment, "read")[0].find_file(file)[1]

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
        held, standing = self._reach(actor, assessment, "judge")
        kept = held.measured
        return seen_evidence(kept[1] if kept and kept[0] == stamp else None, standing)

    def keep_measured(self, actor: Actor, assessment: str, stamp: str, evidence: Evidence) -> None:
        """Keep measurements under a stamp of all that they were made of. No change, no history."""
        self._reach(actor, assessment, "read")[0].measured = (stamp, evidence)

    def place(self, actor: Actor, assessment: str) -> dict[str, str]:
        """Where the actor left off in it; empty if they never said."""
        return dict(self._reach(actor, assessment)[0].places.get(actor.person_id, {}))

    def keep_place(self, actor: Actor, assessment: str, kept: Mapping[str, str]) -> None:
        """Keep where the actor is, of a frozen one too. No change, no history."""
        self._reach(actor, assessment)[0].places[actor.person_id] = dict(kept)

    @contextmanager
    def _changing(
        self,
        actor: Actor,
        assessment: str,
        right: Right = "write",
        *,
        frozen_too: bool = False,
    ) -> Iterator[Held]:
        """A copy to be changed; it takes the place of the assessment if nothing is raised."""
        with self._lock:
            held, _ = self._reach(actor, assessment, right)
            if held.frozen and not frozen_too:
                raise Frozen(held.frozen)
            changed = replace(
                held,
                entries=dict(held.entries),
                files=list(held.files),
                history=list(held.history),
                assigned=dict(held.assigned),
            )
            yield changed
            self._held[assessment] = changed


def _loaded(held: Held) -> Loaded:
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
