"""What is asked: dimensions and their capabilities, with ratings, references and actions."""

from fractions import Fraction
from functools import cached_property
from typing import Literal

from readiness.domain.base import Exact, Model
from readiness.domain.scale import Level, Mark, Modality, Rating, Stage


class OnlyIf(Model):
    """A condition on the profile; a fact that is not known keeps the capability in."""

    field: Literal["contractors", "gene_modified", "parties", "point_of_care", "regions"]
    at_least: int | None = None
    equals: bool | None = None
    includes: str | None = None
    except_for: tuple[Modality, ...] = ()
    """Modalities for which the capability applies whatever the field says."""


class Reference(Model):
    """A clause, guidance or standard, and when it speaks (method 7, domain 0.2)."""

    text: str
    region: Literal["US", "EU", "UK", "ICH", "any"] = "any"
    applies_from: Stage = "phase_1"
    applies_until: Stage | None = None
    """The last stage that it speaks to (IND rules end with the licence); None: no end."""
    modalities: tuple[Modality, ...] = ()
    """Empty: every modality of its capability."""
    mark: Mark = "M"
    note: str = ""


class RatingReason(Model):
    """A rating 1..5 with its one-line reason (method 7)."""

    value: Level
    reason: str


class Action(Model):
    """The remediation that lifts its capability to the target (method 8)."""

    text: str
    effort: dict[str, Exact]
    """Person-weeks by function code."""
    elapsed_weeks: int
    cost_band: Literal["low", "medium", "high"]
    owner: str
    reopens_comparability: str = ""
    """Why it does so once the pivotal trial has begun (domain 1.21); empty: it does not."""

    @cached_property
    def effort_total(self) -> Fraction:
        """Person-weeks over all functions."""
        return sum(self.effort.values(), start=Fraction(0))


class CapabilityItself(Model):
    """A capability apart from its clauses, which its file gives by their ids."""

    id: str
    name: str
    question: str
    anchors: tuple[str, str, str, str, str]
    functions: tuple[str, ...]
    evidence: str
    ratings: dict[Rating, RatingReason]
    modalities: tuple[Modality, ...]
    only_if: OnlyIf | None = None
    profile: str
    gate: bool = False
    visibility: bool = False
    prerequisites: tuple[str, ...] = ()
    action: Action
    judgement: Mark = "EJ"


class Capability(CapabilityItself):
    """The unit that gets a level."""

    references: tuple[Reference, ...]


class Dimension(Model):
    """A group of capabilities."""

    id: str
    name: str
    short: str
    capabilities: tuple[Capability, ...]
