"""Several voices side by side: how far the answers to each question lie apart (screens 3.2)."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from readiness.domain.questionnaire import Questionnaire
from readiness.domain.result import AnswerWorking, CapabilityResult, Result
from readiness.domain.scale import Level
from readiness.report.sentences import asked

Show = Literal["apart", "several", "all"]


@dataclass(frozen=True)
class Spread:
    """The levels given to one question, from the lowest to the highest."""

    id: str
    low: Level | None
    high: Level | None
    voices: int

    @property
    def apart(self) -> int:
        """Levels between the lowest and the highest."""
        return 0 if self.low is None or self.high is None else self.high - self.low


@dataclass(frozen=True)
class Comparison:
    """Every question that is asked, with how far its answers lie apart."""

    questions: tuple[Spread, ...]
    limit: int
    """Levels apart that make a disagreement."""
    people: int
    answers: int

    def shown(self, show: Show) -> tuple[Spread, ...]:
        """Those to choose from; the ones far apart with the widest first."""
        if show == "all":
            return self.questions
        if show == "several":
            return tuple(q for q in self.questions if q.voices > 1)
        far = [q for q in self.questions if q.apart >= self.limit]
        return tuple(sorted(far, key=lambda q: -q.apart))


def compare(result: Result, content: Questionnaire) -> Comparison:
    """How far the answers to each question lie apart (method 2, *disagreement*)."""
    # What the voices agree not to apply is no question any more, and can still be taken up again.
    compared = [c for c in result.capabilities if c.in_form and (c.applicable or c.answers)]
    spreads = [_spread(c) for c in compared]
    heard = [answer for c in compared for answer in c.answers]
    return Comparison(
        questions=tuple(spreads),
        limit=content.claims.apart,
        people=len({answer.respondent for answer in heard}),
        answers=len(heard),
    )


def _spread(shown: CapabilityResult) -> Spread:
    levels = [a.level for a in shown.answers if a.level is not None]
    low, high = (min(levels), max(levels)) if levels else (None, None)
    return Spread(shown.id, low, high, len(levels))


def low_to_high(answers: Collection[AnswerWorking]) -> list[AnswerWorking]:
    """From the lowest level to the highest; who gave none stands last, in the order of entry."""
    return sorted(answers, key=lambda a: (a.level is None, a.level or 0))


def heard_once(result: Result, content: Questionnaire) -> list[str]:
    """Gates that one function alone has answered: ask another one the same (domain 10.1)."""
    return [
        c.id
        for c in asked(result)
        if content.capabilities[c.id].gate and len({a.function for a in c.answers}) == 1
    ]
