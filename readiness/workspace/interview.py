"""Which questions there are for whom, what is done, and what comes next (screens 3.2)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from math import ceil
from statistics import median
from typing import Literal

from readiness.domain.assessment import Assessment, Response
from readiness.domain.capability import Capability
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.rules import ClaimRules
from readiness.scoring.applicability import applies
from readiness.store import Loaded

Mark = Literal["answered", "unknown", "not applicable", "open"]
MINE = "mine"
"""The filter of an interview: the guide of the respondent's own function."""
FILTERS = ("all", "open", "unbacked", "disputed")
"""The filters that are no function."""


@dataclass(frozen=True)
class Round:
    """The questions of one respondent under a filter, in the order in which they are asked."""

    questions: tuple[Capability, ...]
    marks: dict[str, Mark]
    pace: Fraction
    """Minutes a question."""
    is_empty: bool = False
    """Whether nothing is under the filter, so that all are shown instead."""

    @property
    def done(self) -> int:
        """Questions that are not open."""
        return sum(self.marks[q.id] != "open" for q in self.questions)

    @property
    def minutes_left(self) -> int:
        """For the open ones."""
        return ceil(self.pace * (len(self.questions) - self.done))

    def beside(self, capability: str, step: int) -> str:
        """The question so many steps on, inside the filter; stays at the ends."""
        ids = [q.id for q in self.questions]
        if capability not in ids:
            return ids[0]
        return ids[max(0, min(len(ids) - 1, ids.index(capability) + step))]

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
    *,
    talking: bool = False,
    pace: Fraction | None = None,
    of: Loaded | None = None,
) -> Round:
    """The questions for a respondent.

    ``chosen``: one of FILTERS, MINE or a function code. ``talking``: in the order of the guide of
    their function instead of the content's. ``pace``: minutes a question; None takes the content's.
    ``of``: how it was loaded; a respondent is asked what is assigned to them.
    """
    mine = {
        capability: next((r for r in responses if r.respondent == respondent), None)
        for capability, responses in assessment.responses_of.items()
    }
    everything = list(asked(assessment, questionnaire))
    if of is not None and of.standing.role == "respondent":
        own = [q for q in everything if of.standing.is_own("response", f"{q.id}|{respondent}")]
        everything = own or everything
    person = assessment.respondent_by_id.get(respondent)
    function = person.function if person else ""
    if talking:
        everything = questionnaire.interview.for_talking(function, everything)
    marks = {q.id: mark_of(mine.get(q.id)) for q in everything}
    chosen = function if chosen == MINE else chosen
    is_in = _filter(chosen, marks, mine, assessment, questionnaire.claims)
    found = [q for q in everything if is_in(q)]
    return Round(
        tuple(found or everything),
        marks,
        pace or questionnaire.interview.minutes_a_question,
        is_empty=not found,
    )


def _filter(
    chosen: str,
    marks: Mapping[str, Mark],
    mine: Mapping[str, Response | None],
    assessment: Assessment,
    claims: ClaimRules,
) -> Callable[[Capability], bool]:
    filters: dict[str, Callable[[Capability], bool]] = {
        "all": lambda _: True,
        "open": lambda q: marks[q.id] == "open",
        "unbacked": lambda q: is_unbacked(mine.get(q.id), claims),
        "disputed": lambda q: is_disputed(assessment, q.id, claims),
    }
    return filters.get(chosen, lambda q: chosen in q.functions)


def is_unbacked(response: Response | None, claims: ClaimRules) -> bool:
    """Whether an answer says more than its own basis carries (method 2)."""
    if response is None or not isinstance(response.level, int):
        return False
    return response.level > claims.ceilings[response.basis or "statement"]


def is_disputed(assessment: Assessment, capability: str, claims: ClaimRules) -> bool:
    """Whether answers lie too far apart and no consensus has settled it (method 2)."""
    levels = [
        r.level for r in assessment.responses_of.get(capability, ()) if isinstance(r.level, int)
    ]
    if capability in assessment.consensus_of or not levels:
        return False
    return max(levels) - min(levels) >= claims.apart


def own_pace(loaded: Loaded, questionnaire: Questionnaire, respondent: str) -> Fraction:
    """Minutes a question: the median of this person's own, once there are enough answers.

    Between the last changes of two answers lies the time of one question. What was imported has
    one instant for all, and counts nothing. Never under half of what is planned: answers typed in
    one after the other say nothing of the next talk.
    """
    guide = questionnaire.interview
    times = sorted(
        stamp.at
        for at, stamp in loaded.entries.items()
        if at.kind == "response" and stamp.there and at.key.endswith(f"|{respondent}")
    )
    gaps = [(later - earlier).total_seconds() for earlier, later in pairwise(times)]
    own = [gap for gap in gaps if gap > 0]
    if len(own) < guide.own_pace_from - 1:
        return guide.minutes_a_question
    return max(Fraction(round(median(own)), 60), guide.minutes_a_question / 2)
