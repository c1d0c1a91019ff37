"""Data before AI: data sets, and the uses of AI that consume them; entries and content."""

from typing import Literal

from pydantic import Field, model_validator

from readiness.domain.base import Exact, Model
from readiness.domain.join_rules import JoinRules

Origin = Literal["system_of_record", "spreadsheet", "paper", "copy"]
UseState = Literal["idea", "pilot", "in_use"]
Condition = Literal["origin", "identified", "stamped", "complete"]
CONDITIONS: tuple[Condition, ...] = ("origin", "identified", "stamped", "complete")


class DataSet(Model):
    """A data set as somebody describes it; None is *not said*."""

    id: str = Field(min_length=1, pattern=r"^[a-z0-9][a-z0-9_-]*$")
    name: str = Field(min_length=1)
    origin: Origin | None = None
    identified: bool | None = None
    """Every record bears the key of its batch or patient."""
    stamped: bool | None = None
    """Every record bears the time at which it was made, given by the system."""
    checked: int | None = Field(default=None, ge=0)
    """Records looked at."""
    complete: int | None = Field(default=None, ge=0)
    """Of these, records without a gap."""
    needed: Exact | None = Field(default=None, gt=0, le=1)
    """The share that must be complete; None: the content's."""
    log: str = ""
    """The log of the join-rate test that holds it, if one does."""

    @model_validator(mode="after")
    def _no_more_than_checked(self) -> "DataSet":
        if self.complete is not None and self.checked is not None and self.complete > self.checked:
            raise ValueError("more records are complete than were checked")
        return self


class AiUse(Model):
    """A decision that an algorithm should support, and the data sets that it consumes."""

    id: str = Field(min_length=1, pattern=r"^[a-z0-9][a-z0-9_-]*$")
    name: str = Field(min_length=1)
    state: UseState = "idea"
    decides: str = ""
    """Who owns the decision: a role, never a name."""
    checks: str = ""
    """Who would check what the algorithm says."""
    consumes: tuple[str, ...] = ()


class OriginName(Model):
    """What an origin is called, and whether a record is born there."""

    id: Origin
    name: str
    text: str
    is_record: bool


class ConditionWords(Model):
    """What a condition is called, and what is said of a data set that does not meet it."""

    id: Condition
    name: str
    lacks: str


class StateName(Model):
    """What a state of a use is called."""

    id: UseState
    name: str


class DataFindings(Model):
    """What is said of data and of those who would use them."""

    not_ready: str
    no_data: str
    not_said: str
    nobody: str
    contradicted: str
    join: str
    join_claim: str
    claim: str


class DataReadinessRules(Model):
    """``data_readiness.yaml``."""

    capability: str
    join_capability: str
    origins: tuple[OriginName, ...]
    states: tuple[StateName, ...]
    conditions: tuple[ConditionWords, ...]
    needed: Exact = Field(gt=0, le=1)
    claim_from: int = Field(ge=1, le=5)
    join_claim_from: int = Field(ge=1, le=5)
    join: JoinRules
    basis: str
    findings: DataFindings
