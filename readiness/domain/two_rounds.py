"""Two rounds of one maker side by side: what moved, and which cause moved it.

Causes are swapped one at a time, in the order of ``CAUSES``, from the earlier round to the later
one, and the engine judges after each. So the steps of a figure lead from one end to the other
without a rest; with two causes that only work together, the later of them in the order gets the
move. Nothing here holds a person or a typed word but the titles of the rounds.
"""

from datetime import date
from fractions import Fraction
from typing import Generic, Literal, TypeVar, get_args

from readiness.domain.assessment import Basis, Said
from readiness.domain.base import Exact, Model
from readiness.domain.gaps import Band
from readiness.domain.result import ConditionId, QuestionnaireStamp
from readiness.domain.scale import Level, Modality

Cause = Literal[
    "content", "profile", "answers", "basis", "records", "drills", "incidents", "settings", "date"
]
CAUSES: tuple[Cause, ...] = get_args(Cause)
Direction = Literal["worse", "better", "other"]

Known = TypeVar("Known")


class Change(Model, Generic[Known]):
    """A figure from one state to the next, and the cause that was swapped between them."""

    cause: Cause
    before: Known
    after: Known


class Move(Model, Generic[Known]):
    """A figure in both rounds, with every change on the way; without changes it stood still.

    The first change begins at ``before``, each begins where the last ended, the last ends at
    ``after``.
    """

    before: Known
    after: Known
    changes: tuple[Change[Known], ...] = ()

    @property
    def is_moved(self) -> bool:
        """Whether the ends differ; causes may also have cancelled each other."""
        return self.before != self.after

    @property
    def causes(self) -> tuple[Cause, ...]:
        """What moved it, in the order of the swaps."""
        return tuple(change.cause for change in self.changes)


class Told(Model):
    """One answer without the person who gave it."""

    said: Said
    basis: Basis


class Standing(Model):
    """How a capability stands in one round."""

    applicable: bool
    in_form: bool
    final: Level | None
    claimed: Level | None
    backing: Level | None
    records: Level | None
    rule: str
    """Which rule decided the final level (method 4)."""
    answers: tuple[Told, ...] = ()
    """From the lowest to the highest."""
    consensus: bool = False
    """Whether a consensus stands in their place."""

    @property
    def counts(self) -> bool:
        """Applicable and inside the form."""
        return self.applicable and self.in_form


class CapabilityMove(Model):
    """A capability in both rounds; None where the content of that round does not ask it."""

    id: str
    level: Move[int | None]
    """The final level; None where it is not known or does not count."""
    before: Standing | None
    after: Standing | None

    @property
    def is_alike(self) -> bool:
        """Whether both rounds say, show and decide the same."""
        return self.before == self.after and not self.level.changes

    @property
    def direction(self) -> Direction:
        """Worse also where it is no longer known; other where it came into or out of the count."""
        was, now = (one is not None and one.counts for one in (self.before, self.after))
        return compared(self.level.before or 0, self.level.after or 0) if was == now else "other"


class Wanted(Model):
    """How urgent a gap is in one round."""

    band: Band
    priority: Exact


class GapMove(Model):
    """The gap to the horizon of each round: its size in levels, None where it is not known."""

    capability: str
    size: Move[int | None]
    before: Wanted | None
    after: Wanted | None


class ConditionMove(Model):
    """One condition of a step to a level, met or not in both rounds."""

    level: Level
    id: ConditionId
    met: Move[bool | None]
    """None where the content of that round does not have it."""
    detail: str
    """As of the later round."""


class Measured(Model):
    """How a metric stands in one round; ``level`` None where it is not scored."""

    value: Exact | None
    level: Level | None
    carried_over: bool


class MetricMove(Model):
    """A metric in both rounds; None where the content of that round does not have it."""

    metric: str
    before: Measured | None
    after: Measured | None

    @property
    def direction(self) -> Direction:
        """By the level alone, where both rounds score one."""
        was = self.before.level if self.before else None
        now = self.after.level if self.after else None
        return "other" if was is None or now is None else compared(was, now)


def compared(before: Fraction | int, after: Fraction | int) -> Direction:
    """More is better."""
    if before == after:
        return "other"
    return "better" if after > before else "worse"


class RoundStamp(Model):
    """Which round this is, and by which content it is judged here."""

    title: str
    as_of: date
    modality: Modality
    content: QuestionnaireStamp
    judged_then: QuestionnaireStamp | None = None
    """The content of the day it was closed, where that is known and another."""


class InputChange(Model):
    """What differs between the inputs of two rounds, counted: never a typed word or a person."""

    cause: Cause
    text: str


class TwoRounds(Model):
    """What moved from one round to the next, and why."""

    before: RoundStamp
    after: RoundStamp
    inputs: tuple[InputChange, ...]
    level: Move[Level]
    verdict: Move[str]
    index: Move[Exact | None]
    figures: dict[str, Move[Exact | None]]
    """Fit for the stage, gap to the next one and distance to launch, by their names."""
    dimensions: dict[str, Move[Exact | None]]
    streams: dict[str, Move[Exact | None]]
    conditions: tuple[ConditionMove, ...]
    side_by_side: tuple[CapabilityMove, ...]
    """Every capability of either content, whether it moved or not."""
    metrics: tuple[MetricMove, ...]
    gaps: tuple[GapMove, ...]
    carried: tuple[str, ...]
    """Metrics that the later round has from an earlier one, not measured since."""

    @property
    def capabilities(self) -> tuple[CapabilityMove, ...]:
        """Those whose level moved, into or out of the count included."""
        return tuple(move for move in self.side_by_side if move.level.changes)

    @property
    def is_still(self) -> bool:
        """Whether nothing at all differs."""
        moves = (self.index, *self.figures.values(), *self.dimensions.values())
        return not (
            self.inputs
            or self.level.changes
            or self.verdict.changes
            or any(move.changes for move in (*moves, *self.streams.values()))
            or self.conditions
            or self.capabilities
            or self.metrics
            or self.gaps
        )
