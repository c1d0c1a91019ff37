"""The interview guide: what is said to whom, in which order, in how much time (domain 10.1)."""

from collections.abc import Iterable

from pydantic import Field

from readiness.domain.base import Exact, Model
from readiness.domain.capability import Capability, OnlyIf


class FunctionGuide(Model):
    """The talk with one function."""

    function: str
    opening: str
    order: tuple[str, ...]
    """Ids of dimensions, or of single questions that come before the rest of theirs."""


class PartGuide(Model):
    """What is asked for one part of the operating model: of whom, in which words."""

    id: str
    name: str
    """As the page Operating model calls it."""
    only_if: OnlyIf | tuple[OnlyIf, ...] | None = None
    """A condition on the profile, or several of which one is enough."""
    prompts: dict[str, tuple[str, ...]]
    """By code of the function."""

    @property
    def conditions(self) -> tuple[OnlyIf, ...]:
        """Of which one is enough; none: it is asked of everybody."""
        if self.only_if is None:
            return ()
        return (self.only_if,) if isinstance(self.only_if, OnlyIf) else self.only_if


class PartPrompts(Model):
    """What one function is asked for one part."""

    name: str
    prompts: tuple[str, ...]


class InterviewGuide(Model):
    """The words of every talk, its time, and the order for each function."""

    planned_minutes: int = Field(ge=1)
    minutes_a_question: Exact = Field(gt=0)
    own_pace_from: int = Field(ge=2)
    """Answers of a person from which on their own median counts."""
    show: str
    last_failed: str
    closing: str
    guides: tuple[FunctionGuide, ...]
    parts: tuple[PartGuide, ...] = ()

    def guide(self, function: str) -> FunctionGuide | None:
        """The guide of a function; None for one without."""
        return next((g for g in self.guides if g.function == function), None)

    def for_talking(self, function: str, questions: Iterable[Capability]) -> list[Capability]:
        """The questions in the order for talking; what the guide leaves out keeps its order."""
        guide = self.guide(function)
        order = {id: place for place, id in enumerate(guide.order)} if guide else {}

        def place(question: Capability) -> int:
            dimension = question.id.partition("-")[0]
            return order.get(question.id, order.get(dimension, len(order)))

        return sorted(questions, key=place)
