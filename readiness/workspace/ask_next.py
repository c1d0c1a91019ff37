"""Whom to ask what next: on the way home, and before the next talk (screens 3.2, domain 10.1)."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from readiness.domain.assessment import Assessment
from readiness.domain.capability import Capability
from readiness.domain.questionnaire import Questionnaire
from readiness.report.numerals import plural
from readiness.workspace.interview import asked, is_disputed, is_unbacked

TEAM = "TEAM"
TWO_LEVELS = ("MFG", "QA")
"""Functions that are to be heard at two levels of seniority at least (domain 10.1)."""
ENOUGH = 2
"""Functions that are to be asked the same gate question (domain 10.1)."""


@dataclass(frozen=True)
class Step:
    """One thing to do, in words without any level, and the question that it is about."""

    text: str
    capability: str | None = None
    is_private: bool = False
    """Whether it tells something of what others said: not before a witness."""


def ask_next(assessment: Assessment, content: Questionnaire, today: date) -> list[Step]:
    """Everything worth asking, the most pressing first.

    What was promised and is late; what somebody marked; whom to talk to for gates that nobody
    answered; answers far apart; gates heard from one function only; a second level of seniority;
    notes that are no answers yet; answers to ask proof for.
    """
    questions = asked(assessment, content)
    return [
        *_late(assessment, today),
        *_marked(assessment),
        *_unheard(assessment, content, questions),
        *_apart(assessment, content, questions),
        *_heard_once(assessment, content, questions),
        *_one_seniority(assessment, content),
        *_loose_notes(assessment),
        *_without_proof(assessment, content, questions),
    ]


def _late(assessment: Assessment, today: date) -> Iterator[Step]:
    for request in assessment.requests:
        if request.is_overdue(today) and request.due is not None:
            of = f" from {request.respondent}" if request.respondent else ""
            text = f"Late, due {request.due:%d %b}{of}: {request.what}"
            yield Step(text, request.capability)


def _marked(assessment: Assessment) -> Iterator[Step]:
    for mark in assessment.follow_ups:
        yield Step(f"Come back to {mark.capability} with {mark.respondent}", mark.capability)


def _functions_heard(assessment: Assessment, capability: str) -> set[str]:
    people = assessment.respondent_by_id
    return {
        people[r.respondent].function
        for r in assessment.responses_of.get(capability, ())
        if r.level != "unknown" and r.is_complete and r.respondent in people
    }


def _unheard(
    assessment: Assessment, content: Questionnaire, questions: Sequence[Capability]
) -> Iterator[Step]:
    """The function that can answer most of the gates that nobody has answered."""
    silent = [q for q in questions if q.gate and not _functions_heard(assessment, q.id)]
    if silent:
        code, count = _most_named(silent, content)
        first = next(q.id for q in silent if code in q.functions)
        gates = plural(count, "gate question")
        yield Step(f"Talk to {_name(content, code)}: {gates} that nobody has answered", first)


def _most_named(questions: Sequence[Capability], content: Questionnaire) -> tuple[str, int]:
    named = Counter(code for q in questions for code in q.functions)
    order = [f.code for f in content.functions]
    return max(named.items(), key=lambda pair: (pair[1], -order.index(pair[0])))


def _apart(
    assessment: Assessment, content: Questionnaire, questions: Sequence[Capability]
) -> Iterator[Step]:
    far = [q.id for q in questions if is_disputed(assessment, q.id, content.claims)]
    if far:
        yield Step(
            f"Answers lie far apart: {_some(far)}. Settle it in Compare", far[0], is_private=True
        )


def _heard_once(
    assessment: Assessment, content: Questionnaire, questions: Sequence[Capability]
) -> Iterator[Step]:
    """Gates that a second function could still speak to."""
    once = [
        (q, heard)
        for q in questions
        if q.gate
        and 0 < len(heard := _functions_heard(assessment, q.id)) < ENOUGH
        and TEAM not in heard
        and set(q.functions) - heard
    ]
    if once:
        named = Counter(code for q, heard in once for code in q.functions if code not in heard)
        code, count = named.most_common(1)[0]
        first = next(q.id for q, heard in once if code in q.functions and code not in heard)
        gates = plural(count, "gate")
        yield Step(f"Ask {_name(content, code)} too: {gates} heard from one function only", first)


def _one_seniority(assessment: Assessment, content: Questionnaire) -> Iterator[Step]:
    for code in TWO_LEVELS:
        levels = {p.seniority for p in assessment.respondents if p.function == code}
        if len(levels) == 1:
            yield Step(f"Talk to a second level of seniority in {_name(content, code)}")


def _loose_notes(assessment: Assessment) -> Iterator[Step]:
    if assessment.notes:
        count = plural(len(assessment.notes), "note")
        first = next((n.capability for n in assessment.notes if n.capability), None)
        yield Step(f"Make answers of {count}", first)


def _without_proof(
    assessment: Assessment, content: Questionnaire, questions: Sequence[Capability]
) -> Iterator[Step]:
    bare = [
        q.id
        for q in questions
        if any(is_unbacked(r, content.claims) for r in assessment.responses_of.get(q.id, ()))
    ]
    if bare:
        yield Step(f"Ask to see the proof: {_some(bare)}", bare[0], is_private=True)


def _some(ids: Sequence[str]) -> str:
    more = f" and {len(ids) - 2} more" if len(ids) > 2 else ""
    return ", ".join(ids[:2]) + more


def _name(content: Questionnaire, code: str) -> str:
    return next(f.name for f in content.functions if f.code == code)
