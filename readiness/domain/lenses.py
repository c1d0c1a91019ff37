"""Capabilities seen together: what to weigh early, what scaling needs, three legs (domain 1.12)."""

from typing import Literal

from pydantic import Field

from readiness.domain.base import Exact, Model
from readiness.domain.scale import Level, Stage

LensName = Literal["day_one", "cannot_wait", "enablers"]
Against = Literal["today", "ahead"]


class LensItem(Model):
    """One thing to look at, and the capabilities that it is made of."""

    id: str
    name: str
    text: str
    capabilities: tuple[str, ...] = Field(min_length=1)


class Lens(Model):
    """Items set against what is needed: today, or at the later of launch and the next stage."""

    name: str
    text: str
    against: Against
    items: tuple[LensItem, ...]


class Leg(Model):
    """One of the legs, made of whole dimensions."""

    id: str
    name: str
    text: str
    dimensions: tuple[str, ...] = Field(min_length=1)


class LegRules(Model):
    """The legs; together they hold every dimension once (domain 1.28)."""

    name: str
    text: str
    items: tuple[Leg, ...]
    apart: Exact = Field(gt=0)
    """From this distance to the highest one on a leg is named."""
    apart_text: str
    """With {low}, {high}, {score} and {apart} filled in."""


class LensRules(Model):
    """``lenses.yaml``."""

    day_one: Lens
    cannot_wait: Lens
    enablers: Lens
    legs: LegRules

    def lens(self, name: LensName) -> Lens:
        """The lens of that name."""
        found: Lens = getattr(self, name)
        return found


class LensCapability(Model):
    """A capability against what is needed; ``missing`` None: its level is not known."""

    id: str
    final: Level | None
    needed: Level
    missing: int | None


class LensItemResult(Model):
    """An item; without capabilities it does not apply to this profile or lies outside the form."""

    id: str
    name: str
    score: Exact | None
    """Mean of the known final levels; None where none is known."""
    met: int
    """Capabilities at or above what is needed."""
    capabilities: tuple[LensCapability, ...]

    @property
    def is_met(self) -> bool:
        """Whether nothing of it is missing or unknown."""
        return self.met == len(self.capabilities)


class LensResult(Model):
    """A lens over one assessment."""

    against: Against
    stage: Stage
    """Whose target is what is needed."""
    items: tuple[LensItemResult, ...]


class LegResult(Model):
    """A leg: the unweighted mean of its dimensions' scores, made as the index is (method 1)."""

    id: str
    name: str
    score: Exact | None
    dimensions: dict[str, Exact | None]
    text: str = ""
    """What is to be said of it: it lies far below the highest one."""


class LensesResult(Model):
    """Every lens, and the legs."""

    day_one: LensResult
    cannot_wait: LensResult
    enablers: LensResult
    legs: tuple[LegResult, ...]

    def lens(self, name: LensName) -> LensResult:
        """The lens of that name."""
        found: LensResult = getattr(self, name)
        return found
