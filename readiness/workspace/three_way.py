"""What left, what came back, what stands now: the difference that a person decides over.

Knows nothing of workbooks: keys and values are any that compare. Whatever leaves the product to be
filled in elsewhere comes back through here (the workbook specification, *Round trip*, rule 4).
"""

from collections.abc import Container, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from readiness.domain.errors import ReadinessError

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

LineKind = Literal["new", "changed", "taken away", "conflict"]
Choice = Literal["file", "app"]


class Undecided(ReadinessError):
    """A conflict has no decision yet; nothing was changed."""


@dataclass(frozen=True)
class Line(Generic[K, V]):
    """One difference. ``None`` stands for *nothing there*.

    ``exported``: what left; ``found``: what came back; ``stored``: what stands in the app now.
    """

    key: K
    kind: LineKind
    exported: V | None
    found: V | None
    stored: V | None


def difference(
    exported: Mapping[K, V], found: Mapping[K, V | None], stored: Mapping[K, V]
) -> list[Line[K, V]]:
    """The lines that a person has to see, in the order of ``found``.

    A key that ``found`` lacks is no change: a missing row says nothing. What came back as it left
    is no change either, whatever happened in the app; what both sides say alike needs no line.
    """
    lines = []
    for key, value in found.items():
        left, now = exported.get(key), stored.get(key)
        if value in (left, now):
            continue
        lines.append(Line(key, _kind(left, value, now), left, value, now))
    return lines


def _kind(left: V | None, value: V | None, now: V | None) -> LineKind:
    if now != left:
        return "conflict"
    if left is None:
        return "new"
    return "taken away" if value is None else "changed"


def decided(lines: Sequence[Line[K, V]], choices: Mapping[K, Choice]) -> dict[K, V | None]:
    """What is to be written: every line but those for which ``choices`` says ``app``.

    Raises Undecided for a conflict without a choice.
    """
    open_ones = [line for line in lines if line.kind == "conflict" and line.key not in choices]
    if open_ones:
        count = len(open_ones)
        raise Undecided(
            f"{count} value{'s' if count > 1 else ''} changed here and in the file: choose which "
            "one holds. Nothing was imported."
        )
    return {line.key: line.found for line in lines if choices.get(line.key, "file") == "file"}


def one_choice(
    conflicts: Sequence[Line[K, V]], choice: Choice | None, asks: Container[K]
) -> dict[K, Choice]:
    """The same decision for every conflict, or none.

    ``asks``: keys of texts that a person has to be asked about; they are left out.
    """
    return {line.key: choice for line in conflicts if choice and line.key not in asks}
