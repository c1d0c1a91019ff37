"""The transparency scorecard as content: questions, bands, checks of the slot table (domain 7)."""

from collections.abc import Mapping
from string import Formatter
from typing import Literal

from pydantic import Field, model_validator

from readiness.domain.base import Exact, Model
from readiness.domain.partners import Score
from readiness.domain.scale import Level

Check = Literal[
    "no_table",
    "few_months",
    "full_and_free",
    "claim_differs",
    "full_yet_free",
    "above_capacity",
    "does_not_add_up",
    "overbooked",
    "cancelled_by_partner",
    "no_failures",
    "failures_in_table",
    "fewer_critical",
    "numbers_differ",
    "same_cause",
    "evasive",
    "rooms_not_skill",
]

LIMITS: Mapping[Check, frozenset[str]] = {
    "few_months": frozenset({"months"}),
    "full_and_free": frozenset({"utilisation", "days"}),
    "claim_differs": frozenset({"apart"}),
    "full_yet_free": frozenset({"days", "months"}),
    "cancelled_by_partner": frozenset({"share"}),
    "no_failures": frozenset({"batches", "confidence"}),
    "rooms_not_skill": frozenset({"capacity", "capability"}),
}
"""Which limits a check compares with; the others have none."""

FILLS: Mapping[Check, frozenset[str]] = {
    "few_months": frozenset({"months"}),
    "full_and_free": frozenset({"claimed", "days"}),
    "claim_differs": frozenset({"claimed", "computed", "started", "offered", "months"}),
    "full_yet_free": frozenset({"days", "months", "booked", "offered"}),
    "above_capacity": frozenset({"completed", "month", "suite", "cycle", "most"}),
    "does_not_add_up": frozenset({"count", "month"}),
    "overbooked": frozenset({"count", "month"}),
    "cancelled_by_partner": frozenset({"cancelled", "booked", "share"}),
    "no_failures": frozenset({"batches", "ceiling"}),
    "failures_in_table": frozenset({"claimed", "lost", "started", "month", "completed"}),
    "fewer_critical": frozenset({"failures", "critical"}),
    "numbers_differ": frozenset({"numbers", "started"}),
    "same_cause": frozenset({"count", "failures"}),
    "evasive": frozenset({"questions"}),
    "rooms_not_skill": frozenset({"capacity", "capability"}),
}
"""What a check can fill into its text."""


class ScoreMeaning(Model):
    """What a score stands for."""

    score: Score
    name: str
    text: str


class Reaction(Model):
    """How a question was taken."""

    id: Literal["welcomed", "answered", "deflected", "refused"]
    name: str


class ScorePart(Model):
    """A sub-score."""

    id: Literal["capacity", "capability", "openness", "stability"]
    name: str
    text: str


class TransparencyBand(Model):
    """A band of the score, and the level of the capability that it supports."""

    at_least: Exact
    name: str
    supports: Level


class Lowering(Model):
    """How many red flags, among which questions, lower the band by one."""

    flags: int = Field(ge=1)
    among: tuple[str, ...]


class MirrorQuestion(Model):
    """What the partner is asked about the sponsor."""

    id: str
    weight: Exact = Field(gt=0)
    text: str
    good: str
    bad: str


class PartnerQuestion(MirrorQuestion):
    """What the partner is asked about itself."""

    part: Literal["capacity", "capability", "openness", "stability"]
    red_flag: str
    reaction: bool = False
    """Whether the way it was taken is recorded."""


class PartnerCheck(Model):
    """What is asked of the partner's own figures, with its limits and its sentence."""

    id: str
    check: Check
    question: str
    text: str
    limits: dict[str, Exact] = {}
    red_flag: bool = False
    contradicts: bool = False
    """Whether the answer to the question counts 0."""
    severity: Literal["error", "warning", "hint"] = "warning"

    @model_validator(mode="after")
    def _whole(self) -> "PartnerCheck":
        needed = LIMITS.get(self.check, frozenset())
        if set(self.limits) != needed:
            raise ValueError(f"limits of {self.check} are {', '.join(sorted(needed)) or 'none'}")
        used = {name for _, name, _, _ in Formatter().parse(self.text) if name is not None}
        if unknown := sorted(used - FILLS.get(self.check, frozenset())):
            raise ValueError(f"nothing can be filled in for {', '.join(unknown)}")
        return self


class ScorecardRules(Model):
    """``cdmo.yaml``."""

    capability: str
    above: str
    """The finding where people claim more than a scorecard supports."""
    scale: tuple[ScoreMeaning, ...]
    reactions: tuple[Reaction, ...]
    parts: tuple[ScorePart, ...]
    bands: tuple[TransparencyBand, ...]
    """From the highest down; the last holds from 0."""
    lowering: Lowering
    questions: tuple[PartnerQuestion, ...]
    mirror: tuple[MirrorQuestion, ...]
    checks: tuple[PartnerCheck, ...]
    slot_headings: dict[str, tuple[str, ...]]
    """Headings of an uploaded slot table by field."""
