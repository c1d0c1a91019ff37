"""The first place at which a history does not hold, wherever its rows are read from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from pydantic import JsonValue

from readiness.store.chain import BEGINNING, content_of, link
from readiness.store.entries import ENTRY_KINDS
from readiness.store.erased import ERASURE, numbers_of

Stored = Mapping[tuple[str, str], JsonValue]
"""The payload of each entry by kind and key, as it stands."""


@dataclass(frozen=True)
class Step:
    """A row of the history. ``seq``: its number, which ``undo_of`` of a later one may name;
    ``mark`` and ``name`` of the person are None for nobody known."""

    seq: int
    assessment_id: str
    at: datetime
    mark: str | None
    name: str | None
    kind: str
    key: str
    old: JsonValue
    new: JsonValue
    reason: str
    revision: int
    undo_of: int | None
    sha256: str
    salt: str
    content_sha256: str
    erased: bool


def first_fault(last: str | None, steps: Sequence[Step], stored: Stored) -> str:
    """The first fault in words; empty if there is none.

    ``steps``: of one assessment, oldest first; ``last``: the hash that stands on it.
    """
    return _chain(last, steps) or _erased(steps) or _entries(stored, steps)


def named(number: int, step: Step) -> str:
    """A row as a person finds it."""
    what = f"{step.kind} {step.key}".strip()
    who = step.name or "nobody known"
    return f"row {number} of its history ({what}, {step.at:%d %b %Y %H:%M} UTC, {who})"


def _chain(last: str | None, steps: Sequence[Step]) -> str:
    """The first broken link; empty if there is none."""
    previous = BEGINNING
    at_seq: dict[int, str] = {}
    for number, step in enumerate(steps, start=1):
        said = vars(step)
        undone = None if step.undo_of is None else at_seq.get(step.undo_of, "")
        previous = at_seq[step.seq] = link(previous, said, step.mark or "", undone)
        holds = step.erased or step.content_sha256 == content_of(said)
        if step.sha256 != previous or not holds:
            return f"{named(number, step)} was altered, or one before it taken out"
    if last != previous:
        return "rows at the end of its history were taken out or added"
    return ""


def _erased(steps: Sequence[Step]) -> str:
    """The first row that is empty without an erasure that says so, or is full after one."""
    told: set[int] = set()
    for step in steps:
        if step.kind == ERASURE:
            told |= numbers_of(step.new)
    for number, step in enumerate(steps, start=1):
        if step.erased != (number in told):
            how = "was emptied, and no erasure says so" if step.erased else "was to be erased"
            return f"{named(number, step)} {how}"
    return ""


def _entries(stored: Stored, steps: Sequence[Step]) -> str:
    """The first entry that is not what the history says last; empty if there is none."""
    said = {(s.kind, s.key): s.new for s in steps if s.kind in ENTRY_KINDS and not s.erased}
    for at in sorted(said.keys() | stored.keys()):
        if said.get(at) != stored.get(at):
            return f"{' '.join(at)} is not what its history says"
    return ""
