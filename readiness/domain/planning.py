"""What people say of the roadmap: who can be spared when, and what becomes of each action."""

from datetime import date
from typing import Literal, get_args

from pydantic import Field, model_validator

from readiness.domain.base import Exact, Model
from readiness.domain.scale import Level, Rating

ActionStatus = Literal["planned", "started", "done", "dropped"]
ACTION_STATUSES: tuple[ActionStatus, ...] = get_args(ActionStatus)


class Span(Model):
    """Days from the first to the last, both counted."""

    from_: date = Field(alias="from")
    to: date

    @model_validator(mode="after")
    def _in_order(self) -> "Span":
        if self.from_ > self.to:
            raise ValueError("it ends before it begins")
        return self


class Freeze(Span):
    """Days without any project work."""


class Absence(Span):
    """Days on which nobody of a function can be spared."""

    function: str


class Added(Model):
    """People who come, or go, from a day on."""

    function: str
    from_: date = Field(alias="from")
    weeks: Exact
    """Person-weeks a week more; below 0: less."""


class ActionEdit(Model):
    """What a person changed of one action, or an action of their own (method 8)."""

    id: str = Field(min_length=1, max_length=40)
    """The capability whose action it is, or a new name of their own."""
    status: ActionStatus = "planned"
    start: date | None = None
    """A fixed day: under way since, or promised for."""
    effort: Exact | dict[str, Exact] | None = None
    """Person-weeks, in all or by function; None: as the content has it."""
    elapsed: int | None = Field(default=None, ge=1, le=260)
    """Least weeks; None: as the content has it."""
    name: str = ""
    owner: str = ""
    lifts: dict[str, Level] = {}
    """Of an action of their own: which capabilities it lifts to which level."""
    needs: tuple[str, ...] = ()
    """What must be done before; of an action of the content, beside what it needs already."""
    reason: str = Field(min_length=1)

    @model_validator(mode="after")
    def _started_has_a_day(self) -> "ActionEdit":
        if self.status == "started" and self.start is None:
            raise ValueError("an action that has started needs its start")
        efforts = self.effort.values() if isinstance(self.effort, dict) else [self.effort or 0]
        if any(weeks < 0 for weeks in efforts):
            raise ValueError("effort is 0 or more")
        return self


class Scenario(Model):
    """What if: changes of the plan under a name, to be compared with it; nothing is decided."""

    id: str = Field(min_length=1, max_length=40)
    """The name that people gave it."""
    added: tuple[Added, ...] = ()
    skip: tuple[str, ...] = ()
    """Actions that are left out."""
    pivotal_weeks: int = Field(default=0, ge=-104, le=104)
    """By how much the start of the pivotal trial moves: later, or below 0 earlier."""
    weights: dict[Rating, Exact] | None = None
    """Of patient impact, regulatory risk and lock-in, on any scale."""

    @model_validator(mode="after")
    def _weights_say_something(self) -> "Scenario":
        if self.weights is not None:
            missing = {"P", "R", "L"} - self.weights.keys()
            if missing or min(self.weights.values()) < 0 or not sum(self.weights.values()):
                raise ValueError("weights are P, R and L, 0 or more, and not all 0")
        return self


class Plan(Model):
    """The people there are, the calendar, and the edits; empty until somebody plans."""

    start: date | None = None
    """None: the first Monday on or after the as-of date."""
    horizon_weeks: int = Field(default=52, ge=1, le=208)
    capacity: dict[str, Exact] = {}
    """Person-weeks per week that each function can spare; one that is not named is not limited."""
    added: tuple[Added, ...] = ()
    """To the capacity of a function that is limited."""
    absences: tuple[Absence, ...] = ()
    freeze: tuple[Freeze, ...] = ()
    pivotal: date | None = None
    """The day on which the pivotal trial begins."""
    actions: tuple[ActionEdit, ...] = ()
    scenarios: tuple[Scenario, ...] = ()

    @model_validator(mode="after")
    def _no_negative_people(self) -> "Plan":
        if any(there < 0 for there in self.capacity.values()):
            raise ValueError("capacity is 0 or more")
        return self
