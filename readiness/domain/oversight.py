"""Extra questions on QA oversight where a product is made in many places (domain 1.22)."""

from typing import Literal

from pydantic import Field

from readiness.domain.base import Model
from readiness.domain.capability import OnlyIf
from readiness.domain.scale import Mark

OversightAnswer = Literal["in_place", "partly", "missing"]


class Overseen(Model):
    """What was said to one question; None is *not said*."""

    id: str
    answer: OversightAnswer | None = None
    note: str = Field(default="", max_length=300)
    """What was shown."""


class OversightAnswerName(Model):
    """What an answer is called."""

    id: OversightAnswer
    name: str
    text: str


class OversightQuestion(Model):
    """One question, and the profile that it is asked of beyond the others'."""

    id: str
    name: str
    text: str
    mark: Mark
    only_if: tuple[OnlyIf, ...] = ()


class OversightFindings(Model):
    """What is said of the answers."""

    missing: str
    partly: str
    not_said: str
    claim: str


class OversightRules(Model):
    """``oversight.yaml``."""

    capability: str
    asked_if: tuple[OnlyIf, ...] = Field(min_length=1)
    why: str
    claim_from: int = Field(ge=1, le=5)
    answers: tuple[OversightAnswerName, ...]
    questions: tuple[OversightQuestion, ...]
    findings: OversightFindings


class OverseenResult(Model):
    """One question that this profile is asked, and its answer."""

    id: str
    name: str
    answer: OversightAnswer | None


class OversightResult(Model):
    """The questions that this profile is asked; None in the result of one that is not."""

    questions: tuple[OverseenResult, ...]
