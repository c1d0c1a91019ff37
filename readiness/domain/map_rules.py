"""What a model map shows, as rules of the content: flags, archetypes, words (domain 1.13)."""

from typing import Literal

from pydantic import Field

from readiness.domain.base import Model
from readiness.domain.model_map import Connection, LinkKind, NodeKind

FlagShape = Literal["step_differs", "differs", "missing", "only", "no_conductor", "not_seen"]
LinkField = Literal[
    "process_version", "data_standard", "identifier", "owner", "escalation_hours", "connection"
]
ArchetypeShape = Literal["products_differ", "steps_split", "step_shared", "stages_differ"]


class NodeName(Model):
    """A kind of node: what it is called, and whether it makes the product or is a place at all."""

    id: NodeKind
    name: str
    many: str
    """The name of several, within a sentence."""
    text: str
    is_maker: bool = False
    is_place: bool = False


class LinkName(Model):
    """A kind of link, or of connection."""

    id: LinkKind | Connection
    name: str
    text: str


class FlagRule(Model):
    """What raises a flag, and what clears it; several rules of a flag: any raises, all clear.

    ``step_differs``: a step that ``least`` makers or more run, with more than one value of
    ``field``. ``differs``: more than one value of ``field`` on the hand-overs of ``kinds``.
    ``missing``: ``least`` hand-overs or more, asked and without ``field``. ``only``: ``least``
    pairs of makers or more whose links of ``kinds`` have no connection but ``values``.
    ``no_conductor``: nobody leads the chain. ``not_seen``: makers without a data link to a view.
    """

    flag: str
    shape: FlagShape
    field: LinkField | None = None
    kinds: tuple[LinkKind, ...] = ()
    values: tuple[Connection, ...] = ()
    least: int = Field(default=1, ge=1)
    raised: str
    """With {where} filled in."""
    clear: str


class ArchetypeRule(Model):
    """What an archetype is recognised by; {where} is filled in."""

    archetype: str
    shape: ArchetypeShape
    text: str


class MapFindings(Model):
    """What is said of the map."""

    differs: str
    no_conductor: str
    other_conductor: str
    makers: str
    no_owner: str
    no_escalation: str
    not_asked: str
    alone: str
    recognised: str
    not_shown: str
    refused: str
    claim: str


class MapRules(Model):
    """``model_map.yaml``."""

    capability: str
    claim_from: int = Field(ge=1, le=5)
    nodes: tuple[NodeName, ...]
    links: tuple[LinkName, ...]
    connections: tuple[LinkName, ...]
    flags: tuple[FlagRule, ...]
    archetypes: tuple[ArchetypeRule, ...]
    undecided: str
    incomplete: str
    basis: str
    findings: MapFindings

    @property
    def makers(self) -> frozenset[str]:
        """Kinds of node that make the product."""
        return frozenset(kind.id for kind in self.nodes if kind.is_maker)

    @property
    def places(self) -> frozenset[str]:
        """Kinds of node at which somebody is."""
        return frozenset(kind.id for kind in self.nodes if kind.is_place)
