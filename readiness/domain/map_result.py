"""What a model map comes to: its flags and archetypes, and why (method 12, domain 1.13)."""

from typing import Literal

from readiness.domain.base import Model

FlagState = Literal["raised", "clear", "not known"]


class MapFlag(Model):
    """A fragmentation flag: what the map says, what people say, and which counts."""

    id: str
    name: str
    state: FlagState
    """What counts: raised if either raises it."""
    derived: FlagState
    """*not known*: the map does not decide."""
    typed: FlagState | None
    """None: nobody was asked."""
    why: str
    """What the map shows, in words; names of nodes, never what was typed into a link."""

    @property
    def differs(self) -> bool:
        """Whether map and people contradict each other."""
        return {self.derived, self.typed} == {"raised", "clear"}


class MapArchetype(Model):
    """An archetype: whether the map shows it, and what a person decided."""

    id: str
    name: str
    shown: bool
    why: str
    decided: bool | None
    """Confirmed or refused, each with a reason; None: not decided."""
    chosen: bool
    """On the profile."""

    @property
    def holds(self) -> bool:
        """Chosen or confirmed, and not refused."""
        return self.chosen if self.decided is None else self.decided


class MapResult(Model):
    """The model map judged."""

    nodes: int
    links: int
    makers: int
    handovers: int
    """Links of material or data between two places that hold in the stage of the profile."""
    has_conductor: bool
    flags: tuple[MapFlag, ...]
    archetypes: tuple[MapArchetype, ...]
