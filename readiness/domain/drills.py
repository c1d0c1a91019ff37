"""The first-hour drill: scenarios, items, decisions, injects and points (method 9, domain 6)."""

import re

from pydantic import Field

from readiness.domain.base import Model

JOINS = re.compile(" with | and ")
"""Between the roles of an item or a decision that several own together."""


class DrillItem(Model):
    """An information item of a drill with its owner and target minutes (domain 6.3)."""

    n: int
    text: str
    owner: str
    minutes: int


class DrillDecision(Model):
    """A decision that a scenario asks for, and the role that may make it (domain 6.3)."""

    n: int
    text: str
    owner: str


class DrillInject(Model):
    """News that the facilitator reads aloud at its minute (domain 6.1, 6.3)."""

    minute: int = Field(ge=0)
    text: str


class Scenario(Model):
    """A scenario of the first-hour drill (domain 6.3)."""

    id: str
    name: str
    mandatory: bool = False
    summary: str
    decision_owner: str
    deputy: str
    items: tuple[DrillItem, ...]
    decisions: tuple[DrillDecision, ...]
    injects: tuple[DrillInject, ...]


class DrillBlock(Model):
    """A block of the 100 points (domain 6.2)."""

    id: str
    name: str
    points: int


class DrillBand(Model):
    """From how many points a band begins."""

    minimum: int
    name: str


class DrillChoice(Model):
    """A button of the facilitator with its points (domain 6.2)."""

    id: str
    name: str
    points: int = Field(ge=0)
    text: str = ""


class RubricRow(Model):
    """A row of the rubric outside information and decisions (domain 6.2)."""

    id: str
    block: str
    text: str
    choices: tuple[DrillChoice, ...] = Field(min_length=2)
    """The first one is the best."""
    by: int | None = None
    """The minute until which the best answer has all its points."""
    late: int = 0
    """The points of the best answer after that minute."""
    help: str = ""


class DrillRules(Model):
    """Points, cap, age, the hour itself (method 9, domain 6)."""

    blocks: tuple[DrillBlock, ...]
    bands: tuple[DrillBand, ...]
    timed_block: str = "B"
    """The block whose points come from the timed items."""
    critical_cap: int
    stale_months: int
    stale_points: int
    right_in_time: int
    right_late: int
    partial: int
    late_factor: int
    critical_fails: tuple[str, ...]
    minutes: int = Field(ge=1)
    debrief_minutes: int = Field(ge=0)
    replay_months: int = Field(ge=1)
    roles: tuple[str, ...]
    decision_block: str = "C"
    """The block whose points come from the decisions of the scenario."""
    decision_choices: tuple[DrillChoice, ...] = Field(min_length=2)
    """The first one is the best."""
    rubric: tuple[RubricRow, ...]
    scenarios: tuple[Scenario, ...]

    def scenario(self, id: str) -> Scenario:
        """The scenario of this id. Raises StopIteration for one that is not in the content."""
        return next(s for s in self.scenarios if s.id == id)

    def rubric_of(self, block: str) -> tuple[RubricRow, ...]:
        """The rows of a block, in order."""
        return tuple(row for row in self.rubric if row.block == block)


def roles_of(owner: str) -> tuple[str, ...]:
    """The roles of an owner: *QA with RA* is QA and RA."""
    return tuple(JOINS.split(owner))
