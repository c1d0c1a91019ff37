"""An assessment held in memory, for the fake store."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from pydantic import JsonValue

from readiness.domain.errors import NotFound
from readiness.domain.evidence import Evidence
from readiness.store.changes import FIRST_REVISION, NEVER, Current, alters, summarise
from readiness.store.entries import assemble
from readiness.store.records import (
    AlreadyStored,
    AssessmentRow,
    EntryKey,
    HistoryRow,
    NewFile,
    Put,
    Saved,
    Seal,
    StoredFile,
)
from readiness.store.rights import Assignment
from readiness.store.sealing import hash_of

Change = tuple[Put, JsonValue, int | None]


@dataclass(frozen=True)
class Who:
    """The acting person by id and name."""

    person_id: str
    name: str


@dataclass
class Held:
    """An assessment in memory. Entries keep the order of their first put, as dicts do."""

    workspace: str
    created_at: datetime
    changed_at: datetime
    revision: int = FIRST_REVISION
    files_revision: int = FIRST_REVISION
    deleted: bool = False
    entries: dict[EntryKey, Current] = field(default_factory=dict)
    files: list[tuple[StoredFile, bytes]] = field(default_factory=list)
    history: list[HistoryRow] = field(default_factory=list)
    measured: tuple[str, Evidence] | None = None
    places: dict[str, dict[str, str]] = field(default_factory=dict)
    frozen: Seal | None = None
    assigned: dict[str, Assignment] = field(default_factory=dict)

    @property
    def payloads(self) -> list[tuple[EntryKey, JsonValue]]:
        """The entries that were not taken away."""
        return [(at, e.payload) for at, e in self.entries.items() if e.payload is not None]

    def turn(self, at: datetime) -> None:
        """Begin a new revision."""
        self.revision += 1
        self.changed_at = at

    def put(self, who: Who, changes: Sequence[Change], at: datetime, reason: str) -> Saved:
        """Keep changes as one revision. Raises EntryClash; then this copy is thrown away."""
        revisions: dict[EntryKey, int] = {}
        changed = False
        for put, payload, undo_of in changes:
            key = EntryKey(put.kind, put.key)
            if alters(put, payload, self.entries.get(key, NEVER)):
                if not changed:
                    self.turn(at)
                changed = True
                self.keep(who, key, payload, reason, undo_of)
            revisions[key] = self.entries.get(key, NEVER).revision
        return Saved(self.revision, self.changed_at, revisions, changed=changed)

    def keep(
        self,
        who: Who,
        at: EntryKey,
        payload: JsonValue,
        reason: str = "",
        undo_of: int | None = None,
    ) -> None:
        """Set an entry and note it."""
        old = self.entries.get(at, NEVER)
        self.entries[at] = Current(payload, old.revision + 1, who.name, self.changed_at)
        self.note(who, at.kind, at.key, old.payload, payload, reason, undo_of)

    def freeze(self, who: Who, at: datetime, reason: str) -> Seal:
        """Put the seal on, as one more change, the last one."""
        sha256 = hash_of(self.payloads, self.files)
        title = assemble(self.payloads).title
        self.turn(at)
        self.note(
            who, "assessment", "", {"title": title}, {"title": title, "frozen": sha256}, reason
        )
        self.frozen = Seal(at, sha256)
        return self.frozen

    def find_file(self, file: str) -> tuple[StoredFile, bytes]:
        """A file with its table. Raises NotFound."""
        for found in self.files:
            if found[0].id == file:
                return found
        raise NotFound("There is no such file in this assessment.")

    def keep_file(self, who: Who, file: NewFile, old: JsonValue, reason: str) -> StoredFile:
        """Add a file and note it; ``old``: what it replaces. Raises AlreadyStored."""
        for other, _ in self.files:
            if (other.sha256, other.sheet, other.kind) == (file.sha256, file.sheet, file.kind):
                raise AlreadyStored(other)
        kept = StoredFile(
            id=secrets.token_hex(16),
            name=file.name,
            sha256=file.sha256,
            kind=file.kind,
            sheet=file.sheet,
            mapping=dict(file.mapping),
            meta=dict(file.meta),
            added_by=who.name,
            added_at=self.changed_at,
        )
        self.files.append((kept, file.table))
        self.note(who, "evidence", file.name, old, noted(kept), reason)
        return kept

    def note(
        self,
        who: Who,
        kind: str,
        key: str,
        old: JsonValue,
        new: JsonValue,
        reason: str = "",
        undo_of: int | None = None,
    ) -> None:
        """Add a row to the history."""
        self.history.append(
            HistoryRow(
                seq=len(self.history) + 1,
                at=self.changed_at,
                person_id=who.person_id,
                person=who.name,
                kind=kind,
                key=key,
                old=old,
                new=new,
                reason=reason,
                revision=self.revision,
                undo_of=undo_of,
            )
        )


def noted(file: StoredFile) -> JsonValue:
    """What the history says of a file."""
    return {"name": file.name, "sha256": file.sha256, "kind": file.kind, "sheet": file.sheet}


def listed(id: str, held: Held) -> AssessmentRow:
    """A line of the list of assessments."""
    assessment = assemble(held.payloads)
    summary = summarise(held.payloads, [file.kind for file, _ in held.files])
    return AssessmentRow(
        id=id,
        workspace=held.workspace,
        slug=assessment.id,
        title=assessment.title,
        organisation=assessment.profile.organisation,
        modality=assessment.profile.modality,
        stage=assessment.profile.stage,
        questionnaire=assessment.questionnaire,
        form=assessment.form,
        created_at=held.created_at,
        changed_at=held.changed_at,
        revision=held.revision,
        answered=summary.answered,
        evidence_kinds=summary.evidence_kinds,
        frozen=held.frozen,
    )
