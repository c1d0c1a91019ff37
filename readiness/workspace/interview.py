"""Which questions there are for whom, what is done, and what comes next (screens 3.2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from readiness.domain.assessment import Assessment, Response
from readiness.domain.capability import Capability
from readiness.domain.questionnaire import Questionnaire
from readiness.scoring.applicability import applies

Mark = Literal["answered", "unknown", "not applicable", "open"]
MINUTES_A_QUESTION = 1.2
"""Tried with people (screens 3.2)."""


@dataclass(frozen=True)
class Round:
    """The questions of one respondent under a filter, in content order."""

    questions: tuple[Capability, ...]
    marks: dict[str, Mark]

    @property
    def done(self) -> int:
        """Questions that are not open."""
        return sum(self.marks[q.id] != "open" for q in self.questions)

    @property
    def minutes_left(self) -> int:
        """For the open ones."""
        return round(MINUTES_A_QUESTION * (len(self.questions) - self.done))

    def beside(self, capability: str, step: int) -> str:
        """The question so many steps on, inside the filter; stays at the ends."""
        ids = [q.id for q in self.questions]
        at = ids.index(capability) if capability in ids else 0
        return ids[max(0, min(len(ids) - 1, at + step))]

    def next_open(self, capability: str) -> str | None:
        """The next open question after this one, going round; None if all are done."""
        ids = [q.id for q in self.questions]
        at = ids.index(capability) + 1 if capability in ids else 0
        return next((i for i in ids[at:] + ids[:at] if self.marks[i] == "open"), None)


def asked(assessment: Assessment, questionnaire: Questionnaire) -> tuple[Capability, ...]:
    """The questions of this profile and form, in content order."""
    short = assessment.form == "short"
    return tuple(
        c
        for c in questionnaire.capabilities.values()
        if applies(c, assessment.profile)
        and (not short or c.id in questionnaire.short_capabilities)
    )


def mark_of(response: Response | None) -> Mark:
    """How a question stands; *does not apply* without a reason stays open."""
    if response is None:
        return "open"
    if response.level == "unknown":
        return "unknown"
    if response.level == "not_applicable":
        return "not applicable" if response.is_complete else "open"
    return "answered"


def round_of(
    assessment: Assessment,
    questionnaire: Questionnaire,
    respondent: str,
    chosen: str = "all",
) -> Round:
    """The questions for a respondent; ``chosen``: all, open, or a function code."""
    mine = {
        capability: next((r for r in responses if r.respondent == respondent), None)
        for capability, responses in assessment.responses_of.items()
    }
    everything = asked(assessment, questionnaire)
    marks = {q.id: mark_of(mine.get(q.id)) for q in everything}
    return Round(tuple(_chosen(everything, marks, chosen)), marks)


def _chosen(
    questions: Sequence[Capability], marks: dict[str, Mark], chosen: str
) -> list[Capability]:
    if chosen == "open":
        return [q for q in questions if marks[q.id] == "open"] or list(questions)
    if chosen == "all":
        return list(questions)
    return [q for q in questions if chosen in q.functions] or list(questions)
