"""The store on a SQL database."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime

from sqlalchemy import Engine, delete, insert, select

from readiness.domain.assessment import Assessment
from readiness.domain.evidence import Evidence
from readiness.store import evidence_files, listing, places
from readiness.store.access import reach, reach_workspace
from readiness.store.catching_up import caught_up
from readiness.store.changes import last_undoable, refuse_if_moved
from readiness.store.codec import to_json
from readiness.store.connection import open_engine, reading, writing
from readiness.store.creation import create
from readiness.store.entries import entry_key, normal, spread
from readiness.store.exports import SqlExports
from readiness.store.history import changes_since, history_of, last_changes, later_changes
from readiness.store.outlines import SqlOutlines
from readiness.store.records import (
    Actor,
    AssessmentRow,
    EntryKey,
    HistoryRow,
    Kind,
    Loaded,
    NewFile,
    Put,
    Saved,
    Seal,
    StoredFile,
)
from readiness.store.rights import Right
from readiness.store.sealing import seal_of
from readiness.store.sharing import SqlSharing
from readiness.store.sight import seen, seen_changes, seen_evidence, seen_file
from readiness.store.tables import measured
from readiness.store.teams import Teams
from readiness.store.writing import (
    Change,
    Writer,
    content_hash,
    current_entry,
    entries_of,
    loaded,
)


def utc_now() -> datetime:
    """The clock of the store."""
    return datetime.now(UTC)


def open_store(url: str, clock: Callable[[], datetime] = utc_now) -> "Store":
    """The store at an address, migrated to this version.

    Raises StoreUnavailable, and ReadinessError for a store of a later version.
    """
    return Store(open_engine(url), clock)


class Store(Teams):
    """An AssessmentStore (see there for each method) on an engine; safe to share by threads."""

    def __init__(self, engine: Engine, clock: Callable[[], datetime] = utc_now) -> None:
        self._engine = engine
        self._clock = clock
        self.outlines = SqlOutlines(engine)
        self.sharing = SqlSharing(engine, clock)
        self.exports = SqlExports(engine, clock)

    def close(self) -> None:
        """Let go of the connections."""
        self._engine.dispose()

    def assessments(self, actor: Actor) -> list[AssessmentRow]:
        """Of all the actor's workspaces, last changed first."""
        with reading(self._engine, actor) as connection:
            return listing.assessments_of(connection, actor)

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
        with writing(self._engine, actor) as connection:
            reach_workspace(connection, actor, workspace, "write")
            at = self._clock()
            return create(connection, actor, workspace, payloads, list(files), at, reason)

    def delete(self, actor: Actor, assessment: str, *, reason: str = "") -> None:
        """Take an assessment out of sight, a frozen one too; its history stays."""
        with self._changing(actor, assessment, frozen_too=True) as writer:
            writer.record("assessment", "", {"title": writer.title}, None, reason)
            writer.finish(deleted_at=writer.at)

    def freeze(self, actor: Actor, assessment: str, *, reason: str = "") -> Seal:
        """Close an assessment for good: from now on every change raises Frozen."""
        with self._changing(actor, assessment) as writer:
            return writer.freeze(content_hash(writer.connection, assessment), reason)

    def holds(self, actor: Actor, assessment: str) -> bool:
        """Whether a frozen assessment still is what its seal says; False if it is not frozen."""
        with reading(self._engine, actor) as connection:
            seal = seal_of(reach(connection, actor, assessment, "see").row)
            return seal is not None and seal.sha256 == content_hash(connection, assessment)

    def load(self, actor: Actor, assessment: str, known: Loaded | None = None) -> Loaded:
        """The assessment as it stands, lists in the order of first entry.

        ``known``: what an earlier call gave; then only what changed since is read.
        """
        with reading(self._engine, actor) as connection:
            row, standing = reach(connection, actor, assessment, "see")
            if known is not None and known.standing != standing:
                known = None
            if known is not None and known.revision == row.revision:
                return known
            if known is not None and standing.sees_all:
                later = changes_since(connection, assessment, known.revision)
                if (found := caught_up(known, row, later)) is not None:
                    return found
            entries = connection.execute(entries_of(assessment)).all()
        return seen(loaded(row, entries), standing)

    def revision(self, actor: Actor, assessment: str) -> int:
        """The revision alone: the access check of a cache."""
        with reading(self._engine, actor) as connection:
            found: int = reach(connection, actor, assessment, "see").row.revision
            return found

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
        put = Put(kind, key, payload, expected)
        return self.put_many(actor, assessment, [put], reason=reason)

    def put_many(
        self, actor: Actor, assessment: str, puts: Sequence[Put], *, reason: str = ""
    ) -> Saved:
        """Keep all or none, as one change that one undo takes back. Raises EntryClash."""
        changes: list[Change] = [(put, normal(put), None) for put in puts]
        with self._changing(actor, assessment, "answer") as writer:
            return writer.put(changes, reason)

    def undoable(self, actor: Actor, assessment: str) -> tuple[HistoryRow, ...]:
        """What ``undo`` would take back: the rows of one change, or nothing."""
        with reading(self._engine, actor) as connection:
            standing = reach(connection, actor, assessment, "see").standing
            rows = last_changes(connection, assessment, actor.person_id)
            return seen_changes(last_undoable(rows, actor.person_id), standing)

    def undo(self, actor: Actor, assessment: str) -> Saved | None:
        """Take back the last of the person's last ten changes, as a new one; None if none is left.

        Raises EntryClash if somebody changed the same entry since.
        """
        with self._changing(actor, assessment, "answer") as writer:
            rows = last_changes(writer.connection, assessment, actor.person_id)
            changes: list[Change] = []
            for row in reversed(last_undoable(rows, actor.person_id)):
                at = entry_key(row.kind, row.key)
                current = current_entry(writer.connection, assessment, at)
                later = later_changes(writer.connection, assessment, row)
                refuse_if_moved(row, current, later, actor.person_id)
                changes.append((Put(at.kind, at.key, row.old), row.old, row.seq))
            return writer.put(changes, "") if changes else None

    def history(self, actor: Actor, assessment: str) -> list[HistoryRow]:
        """Every change, oldest first."""
        with reading(self._engine, actor) as connection:
            reach(connection, actor, assessment, "read")
            return history_of(connection, assessment)

    def files(self, actor: Actor, assessment: str) -> list[StoredFile]:
        """The evidence files, in the order in which they came."""
        with reading(self._engine, actor) as connection:
            standing = reach(connection, actor, assessment, "judge").standing
            files = evidence_files.files_of(connection, assessment)
            return [seen_file(file, standing) for file in files]

    def read_table(self, actor: Actor, assessment: str, file: str) -> bytes:
        """The coded table of one file."""
        with reading(self._engine, actor) as connection:
            reach(connection, actor, assessment, "read")
            return evidence_files.table_of(connection, assessment, file)

    def add_file(
        self, actor: Actor, assessment: str, file: NewFile, *, replaces: str | None = None
    ) -> StoredFile:
        """Keep a file, in place of another one if ``replaces`` names it. Raises AlreadyStored."""
        with self._changing(actor, assessment) as writer:
            old = None
            if replaces is not None:
                replaced = evidence_files.find_file(writer.connection, assessment, replaces)
                evidence_files.remove(writer.connection, replaced)
                old = evidence_files.noted(replaced)
            [id] = evidence_files.add(writer.connection, assessment, [file], actor, writer.at)
            writer.record("evidence", file.name, old, evidence_files.noted(file))
            writer.finish_files()
            return evidence_files.find_file(writer.connection, assessment, id)

    def remove_file(self, actor: Actor, assessment: str, file: str, *, reason: str = "") -> None:
        """Delete a file with its table; the history keeps its name and hash."""
        with self._changing(actor, assessment) as writer:
            found = evidence_files.find_file(writer.connection, assessment, file)
            evidence_files.remove(writer.connection, found)
            writer.record("evidence", found.name, evidence_files.noted(found), None, reason)
            writer.finish_files()

    def measured(self, actor: Actor, assessment: str, stamp: str) -> Evidence | None:
        """The kept measurements if they were made of exactly this, else None."""
        query = select(measured.c.evidence).where(
            measured.c.assessment_id == assessment, measured.c.stamp == stamp
        )
        with reading(self._engine, actor) as connection:
            standing = reach(connection, actor, assessment, "judge").standing
            found = connection.execute(query).scalar_one_or_none()
        return seen_evidence(None if found is None else Evidence.model_validate(found), standing)

    def keep_measured(self, actor: Actor, assessment: str, stamp: str, evidence: Evidence) -> None:
        """Keep measurements under a stamp of all that they were made of. No change, no history."""
        kept = to_json(evidence)
        with writing(self._engine, actor) as connection:
            # Whoever may read may measure: it says nothing that is not there already.
            reach(connection, actor, assessment, "read", alone=True)
            connection.execute(delete(measured).where(measured.c.assessment_id == assessment))
            connection.execute(
                insert(measured).values(assessment_id=assessment, stamp=stamp, evidence=kept)
            )

    def place(self, actor: Actor, assessment: str) -> dict[str, str]:
        """Where the actor left off in it; empty if they never said."""
        with reading(self._engine, actor) as connection:
            return places.place_of(connection, actor, assessment)

    def keep_place(self, actor: Actor, assessment: str, kept: Mapping[str, str]) -> None:
        """Keep where the actor is, of a frozen one too. No change, no history."""
        with writing(self._engine, actor) as connection:
            places.keep_place(connection, actor, assessment, kept)

    @contextmanager
    def _changing(
        self,
        actor: Actor,
        assessment: str,
        right: Right = "write",
        *,
        frozen_too: bool = False,
    ) -> Iterator[Writer]:
        with writing(self._engine, actor) as connection:
            found = reach(connection, actor, assessment, right, frozen_too=frozen_too)
            yield Writer(connection, actor, found, self._clock())
