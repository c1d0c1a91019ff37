"""The model map as people draw it: places, steps and things, and what links them (domain 1.13)."""

from typing import Literal

from pydantic import Field

from readiness.domain.base import Model
from readiness.domain.scale import Stage

ID = r"^[a-z0-9][a-z0-9_-]*$"
NodeKind = Literal[
    "site",
    "contractor",
    "point_of_care",
    "clinic",
    "carrier",
    "step",
    "material",
    "data",
    "view",
]
LinkKind = Literal["runs", "material", "data"]
Connection = Literal["integrated", "file", "scan", "paper", "none"]


class MapNode(Model):
    """A place, a step, a thing, or a view of the state of all."""

    id: str = Field(pattern=ID)
    kind: NodeKind
    name: str = Field(min_length=1, max_length=80)
    product: str = Field(default="", max_length=80)
    """Of a step: the product it belongs to; empty: every product."""


class MapLink(Model):
    """From one node to another: who runs a step, or what passes over and how.

    Once ``connection`` is said the link has been asked: an empty ``owner`` is nobody then, and no
    ``escalation_hours`` means that none are agreed. Before that both are *not said*. An empty
    process version, data standard or identifier is *not known* at any time.
    """

    id: str = Field(pattern=ID)
    source: str
    target: str
    kind: LinkKind
    carries: str = Field(default="", max_length=80)
    connection: Connection | None = None
    """How what passes is recorded, or how data travel."""
    process_version: str = Field(default="", max_length=80)
    data_standard: str = Field(default="", max_length=80)
    identifier: str = Field(default="", max_length=80)
    """What a batch or a patient is called by on this link."""
    owner: str = Field(default="", max_length=80)
    """A role, never a name."""
    escalation_hours: int | None = Field(default=None, ge=0, le=999)
    since: Stage | None = None
    until: Stage | None = None
    """The first and the last stage in which it holds; None: open."""


class ArchetypeSaid(Model):
    """Whether an archetype holds, as a person decided, and why."""

    id: str
    holds: bool
    reason: str = Field(min_length=1, max_length=200)


class Conductor(Model):
    """The one role that leads the whole chain (domain 1.14)."""

    id: Literal["chain"] = "chain"
    role: str = Field(min_length=1, max_length=80)
