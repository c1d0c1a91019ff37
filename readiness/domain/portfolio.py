"""The assessments of one client side by side: lines, rounds, gaps they share, what is overdue."""

from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction

from readiness.domain.base import Exact
from readiness.domain.gaps import Band
from readiness.domain.outline import Due, Outline
from readiness.domain.result import QuestionnaireStamp
from readiness.domain.scale import Level


@dataclass(frozen=True)
class RoundPoint:
    """A round on the way to the one that holds now. ``level`` None: not enough was known."""

    id: str
    title: str
    as_of: date
    level: Level | None
    index: Exact | None


@dataclass(frozen=True)
class PortfolioLine:
    """The last round of a site or product, with the rounds that led to it."""

    id: str
    title: str
    organisation: str
    modality: str
    stage: str
    form: str
    changed_at: datetime
    outline: Outline
    rounds: tuple[RoundPoint, ...]
    """Oldest first; the last is this one."""

    @property
    def level(self) -> Level | None:
        """None while not enough is known for a verdict."""
        return None if self.outline.provisional else self.outline.level

    @property
    def moved(self) -> Fraction | None:
        """The index less that of the round before; None where one of them is not known."""
        if len(self.rounds) < 2:
            return None
        before, now = self.rounds[-2].index, self.rounds[-1].index
        return None if before is None or now is None else now - before

    @property
    def act_now(self) -> int:
        """Gaps to act on now."""
        return len(self.outline.gaps.get("act now", {}))


@dataclass(frozen=True)
class CommonGap:
    """A capability that lacks its target in one assessment or more."""

    capability: str
    name: str
    known: int
    """Assessments in which its level is known."""
    levels: int
    """Levels that are missing, over all of them."""
    bands: dict[Band, int]
    assessments: tuple[str, ...]
    """Ids of those that have the gap."""

    @property
    def count(self) -> int:
        """In how many assessments."""
        return len(self.assessments)


@dataclass(frozen=True)
class OverdueItem:
    """Something that should have been done before today."""

    assessment: str
    title: str
    due: Due
    days: int
    """Since the day on which it was due, 1 or more."""


@dataclass(frozen=True)
class LeftOut:
    """An assessment of which the portfolio says nothing, and why."""

    id: str
    title: str
    why: str


@dataclass(frozen=True)
class Portfolio:
    """One client's assessments of one questionnaire, as of ``today``."""

    client: str
    today: date
    questionnaire: QuestionnaireStamp
    questionnaires: tuple[str, ...]
    """Ids of those that the client's assessments were made with, most used first."""
    dimensions: dict[str, str]
    """Names by id, in the content's order."""
    lines: tuple[PortfolioLine, ...]
    gaps: tuple[CommonGap, ...]
    """The one that most assessments have first."""
    overdue: tuple[OverdueItem, ...]
    """The longest overdue first."""
    left_out: tuple[LeftOut, ...]
