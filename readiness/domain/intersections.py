"""The intersection matrix: what happens where two flows meet; entries and content (domain 1.16)."""

from typing import Literal

from pydantic import Field

from readiness.domain.base import Model

Signal = Literal["alert", "look_ahead", "meeting", "too_late"]


class Crossing(Model):
    """What was said of one pair of flows; ``known`` None is *not said*.

    Once it is said when one would first know, an empty ``decides`` or ``fallback`` means that
    there is none.
    """

    id: str
    known: Signal | None = None
    decides: str = ""
    """A role, never a name."""
    fallback: str = ""
    slack_days: int | None = Field(default=None, ge=0, le=999)
    """None: nobody knows it."""


class Flow(Model):
    """Something that runs through the whole chain."""

    id: str
    name: str


class FlowPair(Model):
    """Two flows that meet, and what happens there on a bad day."""

    id: str
    flows: tuple[str, str]
    text: str


class SignalName(Model):
    """When one would first know, with its points."""

    id: Signal
    name: str
    text: str
    points: int = Field(ge=0)


class SlackBand(Model):
    """Points of a slack of so many days or more."""

    days: int = Field(ge=0)
    points: int = Field(ge=0)


class CrossingWeights(Model):
    """What each of the four answers weighs."""

    known: int = Field(ge=1)
    decides: int = Field(ge=1)
    fallback: int = Field(ge=1)
    slack: int = Field(ge=1)

    @property
    def total(self) -> int:
        """Of all four."""
        return self.known + self.decides + self.fallback + self.slack


class CrossingFindings(Model):
    """What is said of the matrix."""

    nobody: str
    no_fallback: str
    weakest: str
    no_slack: str
    not_asked: str
    claim: str


class IntersectionRules(Model):
    """``intersections.yaml``."""

    capability: str
    flows: tuple[Flow, ...]
    pairs: tuple[FlowPair, ...]
    signals: tuple[SignalName, ...]
    slack: tuple[SlackBand, ...]
    most: int = Field(ge=1)
    weights: CrossingWeights
    weak_from: int = Field(ge=0, le=100)
    named: int = Field(ge=1)
    claim_from: int = Field(ge=1, le=5)
    basis: str
    shocks: dict[str, str]
    """The flow that a shock of the simulation strikes."""
    findings: CrossingFindings

    def name_of(self, pair: FlowPair) -> str:
        """Both flows by name. Raises KeyError for a flow that the content does not know."""
        names = {flow.id: flow.name for flow in self.flows}
        first, second = pair.flows
        return f"{names[first]} × {names[second].lower()}"
