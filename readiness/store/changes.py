"""What a change does, decided without a database: clash, no change, undo, summary."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from pydantic import JsonValue

from readiness.store.entries import ENTRY_KINDS, entry_key, is_complete
from readiness.store.records import UNDO_DEPTH, EntryClash, EntryKey, HistoryRow, Put

FIRST_REVISION = 1
"""Of a new assessment. What was stored then is not undone, it is deleted."""

LISTED = {"organisation", "modality", "stage", "questionnaire", "form"}
"""Fields of meta and profile that the list of assessments shows."""


@dataclass(frozen=True)
class Current:
    """An entry as it is stored. ``payload`` None: taken away. ``by``: the person's name."""

    payload: JsonValue
    revision: int
    by: str
    at: datetime


NEVER = Current(None, 0, "", datetime.min.replace(tzinfo=UTC))
"""The entry that was never put."""


def alters(put: Put, payload: JsonValue, current: Current) -> bool:
    """Whether a put changes anything. Raises EntryClash if it was not made looking at ``current``.

    Two people who say the same do not clash: there is nothing to choose between.
    """
    if payload == current.payload:
        return False
    if put.expected is not None and put.expected != current.revision:
        raise EntryClash(
            EntryKey(put.kind, put.key),
            payload,
            current.payload,
            current.revision,
            current.by,
            current.at,
        )
    return True


def last_undoable(rows: Iterable[HistoryRow], person_id: str) -> tuple[HistoryRow, ...]:
    """The rows of the person's newest change that was not undone, of their last ten changes."""
    mine = [r for r in rows if r.person_id == person_id and r.kind in ENTRY_KINDS]
    undone = {r.undo_of for r in mine}
    changes: dict[int, list[HistoryRow]] = {}
    for row in mine:
        if row.undo_of is None and row.revision > FIRST_REVISION:
            changes.setdefault(row.revision, []).append(row)
    for revision in sorted(changes, reverse=True)[:UNDO_DEPTH]:
        left = tuple(row for row in changes[revision] if row.seq not in undone)
        if left:
            return left
    return ()


def refuse_if_moved(
    row: HistoryRow, current: Current, later: Sequence[HistoryRow], person_id: str
) -> None:
    """Raise EntryClash if somebody else changed the row's entry since, or it is not as it was left.

    ``later``: the rows of the same entry that came after.
    """
    if row.new == current.payload and all(r.person_id == person_id for r in later):
        return
    raise EntryClash(
        entry_key(row.kind, row.key),
        row.old,
        current.payload,
        current.revision,
        current.by,
        current.at,
    )


@dataclass(frozen=True)
class Summary:
    """What the list of assessments says of one of them, kept beside it."""

    fields: dict[str, str]
    answered: tuple[str, ...] = ()
    evidence_kinds: tuple[str, ...] = ()

    def with_field(self, at: EntryKey, payload: JsonValue) -> "Summary":
        """After an entry of meta or profile was put."""
        if at.key not in LISTED:
            return self
        return Summary({**self.fields, at.key: str(payload)}, self.answered, self.evidence_kinds)

    def with_responses(self, capability: str, responses: Iterable[JsonValue]) -> "Summary":
        """After an answer to a capability was put; ``responses``: all that it has now."""
        kept = [c for c in self.answered if c != capability]
        if any(is_complete(r) for r in responses):
            kept.append(capability)
        return Summary(self.fields, tuple(sorted(kept)), self.evidence_kinds)

    def with_evidence(self, kinds: Iterable[str]) -> "Summary":
        """After a file came or went; ``kinds``: of all files now."""
        return Summary(self.fields, self.answered, tuple(sorted(set(kinds))))


def summarise(entries: Iterable[tuple[EntryKey, JsonValue]], kinds: Iterable[str] = ()) -> Summary:
    """The summary of a whole assessment."""
    fields = {}
    answered = set()
    for at, payload in entries:
        if at.kind in {"meta", "profile"} and at.key in LISTED:
            fields[at.key] = str(payload)
        if at.kind == "response" and is_complete(payload):
            answered.add(capability_of(at))
    return Summary(fields, tuple(sorted(answered)), tuple(sorted(set(kinds))))


def capability_of(response: EntryKey) -> str:
    """The capability that a response's key names."""
    return response.key.split("|", 1)[0]
