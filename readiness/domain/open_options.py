"""Options kept open, and the gates at which they close; entries and content (domain 1.25)."""

from datetime import date
from typing import Literal

from pydantic import Field

from readiness.domain.base import Exact, Model

OptionState = Literal["open", "taken", "dropped"]


class KeptOption(Model):
    """A decision that is deliberately kept open."""

    id: str = Field(min_length=1, pattern=r"^[a-z0-9][a-z0-9_-]*$")
    name: str = Field(min_length=1)
    state: OptionState = "open"
    cost: Exact | None = Field(default=None, ge=0, le=1_000_000_000)
    """Of keeping it, thousands a year; None: nobody has reckoned it."""
    trigger: str = ""
    """What would make one use it."""
    decide_by: date | None = None
    gate: str = ""
    """The gate at which it is closed at the latest."""


class GateHeld(Model):
    """What was said of one stage gate."""

    id: str
    held_on: date | None = None
    asked: tuple[str, ...] = ()
    """Ids of the commercial questions that were asked there."""
    reshaped: bool | None = None
    """Whether it stopped or reshaped a plan."""


class OptionStateName(Model):
    """What a state is called."""

    id: OptionState
    name: str


class Named(Model):
    """A gate, or a question of every gate."""

    id: str
    name: str


class OptionFindings(Model):
    """What is said of options and gates."""

    past: str
    no_trigger: str
    past_gate: str
    no_date: str
    no_cost: str
    unasked: str
    claim: str
    gate_claim: str


class OptionRules(Model):
    """``open_options.yaml``."""

    capability: str
    states: tuple[OptionStateName, ...]
    gates: tuple[Named, ...]
    questions: tuple[Named, ...]
    unit: str
    claim_from: int = Field(ge=1, le=5)
    gate_claim_from: int = Field(ge=1, le=5)
    remark: str
    findings: OptionFindings
