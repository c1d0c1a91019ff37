"""Scaling limits: the volume at which each dimension breaks; entries and content (domain 1.5)."""

from typing import Literal

from pydantic import Field

from readiness.domain.base import Model

LimitBasis = Literal["measured", "calculated", "judged"]


class ScalingLimit(Model):
    """What breaks first in one dimension as volume grows; None is *not said*."""

    id: str
    """Of a dimension."""
    volume: int | None = Field(default=None, ge=1, le=10_000_000)
    """Batches a year at which it breaks."""
    breaks: str = ""
    basis: LimitBasis | None = None
    source: str = ""
    """What the figure rests on."""
    owner: str = ""
    """A role, never a name."""


class BasisName(Model):
    """What a basis is called."""

    id: LimitBasis
    name: str
    text: str


class LimitFindings(Model):
    """What is said of limits."""

    below: str
    contradicted: str
    no_demand: str
    no_owner: str
    no_basis: str
    not_said: str
    claim: str


class LimitRules(Model):
    """``scaling_limits.yaml``."""

    capability: str
    times: int = Field(ge=2)
    bases: tuple[BasisName, ...]
    questions: dict[str, str]
    """What is asked of a dimension, by its id."""
    claim_from: int = Field(ge=1, le=5)
    remark: str
    findings: LimitFindings
