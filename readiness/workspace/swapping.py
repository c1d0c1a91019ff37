"""From one round to the next, a cause at a time: what the engine judges on the way."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from readiness.domain.assessment import Assessment, Basis, Consensus, Response
from readiness.domain.base import remade
from readiness.domain.evidence import Evidence
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.two_rounds import CAUSES, Cause

FIELDS: Mapping[Cause, tuple[str, ...]] = {
    "content": (),
    "profile": ("profile", "form"),
    "answers": ("respondents", "responses", "consensus"),
    "basis": ("responses", "consensus"),
    "records": ("measurements", "window", "detection", "complete_logs", "carried"),
    "drills": ("drills", "hybrid", "simulation", "operating"),
    "incidents": ("incidents",),
    "settings": ("settings", "overrides"),
    "date": ("as_of",),
}
"""Which fields of an assessment belong to a cause; content and evidence stand beside them."""


@dataclass(frozen=True)
class Round:
    """All that one round is judged by."""

    assessment: Assessment
    questionnaire: Questionnaire
    evidence: Evidence


def on_the_way(before: Round, after: Round) -> Iterator[tuple[Cause, Round]]:
    """Each cause that differs, with the round in which it and all causes before it are swapped.

    The last one is judged as ``after``; nothing comes where nothing differs.
    """
    now = before
    for cause in CAUSES:
        swap = SWAPS.get(cause)
        following = swap(now, after) if swap else _fields(cause, now, after)
        if following != now:
            now = following
            yield cause, now


def _fields(cause: Cause, now: Round, after: Round) -> Round:
    taken = {name: getattr(after.assessment, name) for name in FIELDS[cause]}
    return replace(now, assessment=remade(now.assessment, **taken))


def _content(now: Round, after: Round) -> Round:
    """The questions, cut points and rules; the same version is the same content."""
    if now.questionnaire.sha256 and now.questionnaire.sha256 == after.questionnaire.sha256:
        return now
    return replace(now, questionnaire=after.questionnaire)


def _records(now: Round, after: Round) -> Round:
    return replace(_fields("records", now, after), evidence=after.evidence)


def _answers(now: Round, after: Round) -> Round:
    """What was said, by those who said it; whoever said something before keeps the basis of it."""
    bases = {(r.capability, r.respondent): r for r in now.assessment.responses}
    agreed = now.assessment.consensus_of
    said = tuple(
        _on_basis(r, bases.get((r.capability, r.respondent))) for r in after.assessment.responses
    )
    consensus = tuple(_agreed_on(c, agreed.get(c.capability)) for c in after.assessment.consensus)
    changed = {
        "respondents": after.assessment.respondents,
        "responses": said,
        "consensus": consensus,
    }
    return replace(now, assessment=remade(now.assessment, **changed))


def _on_basis(said: Response, before: Response | None) -> Response:
    if before is None:
        return said
    seen: dict[str, object] = {
        "basis": before.basis,
        "proof": before.proof,
        "dated": before.dated,
    }
    return said.model_copy(update=seen)


def _agreed_on(said: Consensus, before: Consensus | None) -> Consensus:
    basis: Basis = said.basis if before is None else before.basis
    return said.model_copy(update={"basis": basis})


SWAPS: Mapping[Cause, Callable[[Round, Round], Round]] = {
    "content": _content,
    "answers": _answers,
    "records": _records,
}
"""The causes that are more than a few fields."""
