"""What goes into a store and comes out: plain frozen records, and its refusals."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, NamedTuple

from pydantic import JsonValue

from readiness.domain.assessment import Assessment
from readiness.domain.errors import Clash, ReadinessError
from readiness.domain.evidence import TableKind
from readiness.domain.outline import Outline
from readiness.store.rights import FULL, Role, Standing

Kind = Literal[
    "meta",
    "profile",
    "incidents",
    "window",
    "hybrid",
    "respondent",
    "response",
    "consensus",
    "measurement",
    "detection",
    "complete_log",
    "drill",
    "override",
    "carried",
    "note",
    "follow_up",
    "request",
    "sitting",
    "calibration",
    "tracking",
    "plan",
    "action",
    "scenario",
    "stress",
    "simulation",
    "drill_run",
    "drill_stamp",
    "drill_line",
    "drill_action",
    "partner",
    "partner_answer",
    "partner_failure",
    "partner_slots",
    "stopwatch",
    "stopwatch_answer",
    "lock_in",
    "retention",
    "intersection",
    "oversight",
    "map_node",
    "map_link",
    "map_archetype",
    "conductor",
    "change",
    "data_set",
    "ai_use",
    "scaling_limit",
    "option",
    "gate",
]
"""What an entry is about. Of meta, profile and incidents each field is an entry of its own."""

WHOLE = ""
"""The key of a kind that an assessment holds once: window, hybrid."""

UNDO_DEPTH = 10
"""How many of a person's changes can be undone (screens 1)."""


@dataclass(frozen=True)
class Actor:
    """The acting person. Every call of the store names one, and is checked for them."""

    person_id: str


class EntryKey(NamedTuple):
    """The address of an entry inside its assessment."""

    kind: Kind
    key: str


@dataclass(frozen=True)
class EntryStamp:
    """Which revision of an entry one is looking at, by whom, when.

    ``there`` is False for an entry that was taken away: its revision goes on from here.
    """

    revision: int
    by: str
    at: datetime
    there: bool = True


@dataclass(frozen=True)
class Put:
    """One change: a payload (a domain value or its JSON), or None to take the entry away.

    ``expected``: the revision of the entry that the person looked at, 0 for *none yet*; None
    overwrites whatever is there.
    """

    kind: Kind
    key: str
    payload: object | None
    expected: int | None = None


@dataclass(frozen=True)
class Saved:
    """What was kept: the assessment's revision, when, and the revision of each entry put.

    ``changed`` is False if everything was there already; then nothing was written.
    """

    revision: int
    at: datetime
    entries: Mapping[EntryKey, int] = field(default_factory=dict)
    changed: bool = True


@dataclass(frozen=True)
class Seal:
    """When an assessment was frozen, and the SHA-256 over all that it held then and holds now."""

    at: datetime
    sha256: str


@dataclass(frozen=True)
class Loaded:
    """An assessment as it stands, with the revisions that the next ``put`` may expect."""

    assessment: Assessment
    revision: int
    files_revision: int
    """Grows with each change of the evidence files alone."""
    changed_at: datetime
    entries: Mapping[EntryKey, EntryStamp]
    frozen: Seal | None = None
    standing: Standing = FULL
    """Of the person for whom it was loaded: what they see of it, and may change."""

    def expected(self, kind: Kind, key: str) -> int:
        """The entry's revision as loaded; 0 if there was none."""
        stamp = self.entries.get(EntryKey(kind, key))
        return stamp.revision if stamp else 0


@dataclass(frozen=True)
class Workspace:
    """A client's, or on one's own computer the only one."""

    id: str
    name: str
    role: Role


@dataclass(frozen=True)
class AssessmentRow:
    """A line of the list of assessments.

    ``answered``: capabilities with at least one complete answer; which of them are asked for this
    profile and form is the content's matter. ``evidence_kinds``: the kinds of table on file.
    """

    id: str
    workspace: str
    slug: str
    title: str
    organisation: str
    modality: str
    stage: str
    questionnaire: str
    form: str
    created_at: datetime
    changed_at: datetime
    revision: int
    answered: tuple[str, ...]
    evidence_kinds: tuple[str, ...]
    frozen: Seal | None = None


@dataclass(frozen=True)
class Outlined:
    """A result in short, with the stamp of what it was made of."""

    stamp: str
    outline: Outline


@dataclass(frozen=True)
class SharingChange:
    """Who decided, when, that a workspace takes part in the benchmark or no longer, and why."""

    at: datetime
    by: str
    is_on: bool
    reason: str


@dataclass(frozen=True)
class HistoryRow:
    """Who changed what, from what to what, when and why. ``revision``: the assessment's, after."""

    seq: int
    at: datetime
    person_id: str
    person: str
    kind: str
    """A kind of entry, ``evidence`` or ``assessment``."""
    key: str
    old: JsonValue
    new: JsonValue
    reason: str
    revision: int
    undo_of: int | None = None
    sha256: str = ""
    """Its link in the chain; a store without one leaves it empty."""
    erased: bool = False
    """Its content was erased on request: key, values and reason are empty."""


@dataclass(frozen=True)
class NewFile:
    """A file that intake has read: its coded table as bytes, never the file itself.

    ``mapping``: how its columns were mapped; ``meta``: counts, first and last date, exclusions,
    notes, workbook scan. Both are the intake's own JSON; the store keeps them as they are.
    """

    name: str
    sha256: str
    kind: TableKind
    table: bytes
    sheet: str | None = None
    mapping: Mapping[str, JsonValue] = field(default_factory=dict)
    meta: Mapping[str, JsonValue] = field(default_factory=dict)


@dataclass(frozen=True)
class StoredFile:
    """A file on record, without its table (``read_table`` gives that)."""

    id: str
    name: str
    sha256: str
    kind: TableKind
    sheet: str | None
    mapping: Mapping[str, JsonValue]
    meta: Mapping[str, JsonValue]
    added_by: str
    added_at: datetime


class EntryClash(Clash):
    """Somebody changed the same entry meanwhile. Both values, JSON or None for *taken away*."""

    def __init__(
        self,
        at: EntryKey,
        mine: JsonValue,
        theirs: JsonValue,
        revision: int,
        by: str,
        when: datetime,
    ) -> None:
        self.entry = at
        self.mine = mine
        self.theirs = theirs
        self.revision = revision
        """Expect this one to overwrite theirs."""
        self.by = by
        self.when = when
        super().__init__(
            f"{by} changed {at.kind} {at.key} at {when:%H:%M:%S}, after you had opened it. "
            "Yours was not saved: choose which of the two holds."
        )


class AlreadyStored(ReadinessError):
    """The same sheet of the same file is here already."""

    def __init__(self, existing: StoredFile) -> None:
        self.existing = existing
        super().__init__(f"{existing.name} is already here, added {existing.added_at:%d %b %Y}.")


class StoreUnavailable(ReadinessError):
    """The store could not be read or written; nothing of the change was kept."""
