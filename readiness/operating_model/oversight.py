"""Extra questions on QA oversight: who is asked them, and what the answers say (domain 1.22)."""

from collections.abc import Iterator, Mapping, Sequence

from readiness.domain.assessment import Profile
from readiness.domain.oversight import (
    Overseen,
    OverseenResult,
    OversightQuestion,
    OversightResult,
    OversightRules,
)
from readiness.domain.result import CapabilityResult, Finding
from readiness.operating_model.concerned import Concerned
from readiness.scoring.applicability import any_holds, holds

MISSING, OPEN, CLAIM = "oversight_missing", "oversight_open", "oversight_claim"


def questions_for(rules: OversightRules, profile: Profile) -> tuple[OversightQuestion, ...]:
    """What this profile is asked: nothing unless it says that it makes in many places.

    ``profile``: with the makers of the map counted in (``nodes.counted``).
    """
    if any_holds(rules.asked_if, profile) is not True:
        return ()
    return tuple(
        question
        for question in rules.questions
        if all(holds(condition, profile) is not False for condition in question.only_if)
    )


def judge_oversight(
    rules: OversightRules, said: Sequence[Overseen], profile: Profile
) -> OversightResult | None:
    """Every question of this profile in the content's order; None where none is asked."""
    asked = questions_for(rules, profile)
    answers = {one.id: one.answer for one in said}
    rows = (OverseenResult(id=q.id, name=q.name, answer=answers.get(q.id)) for q in asked)
    return OversightResult(questions=tuple(rows)) if asked else None


def oversight_findings(
    rules: OversightRules,
    found: OversightResult | None,
    capabilities: Mapping[str, CapabilityResult],
) -> Iterator[Finding]:
    """What is missing, one by one; what is partly there or not said; a claim against it."""
    if found is None:
        return
    concerned = Concerned.of(rules.capability, capabilities)
    missing = [row for row in found.questions if row.answer == "missing"]
    for row in missing:
        text = f"QA oversight, {row.name.lower()}: {rules.findings.missing}"
        yield concerned.warn(MISSING, text)
    for says, answer in ((rules.findings.partly, "partly"), (rules.findings.not_said, None)):
        names = [row.name for row in found.questions if row.answer == answer]
        if names:
            yield concerned.hint(OPEN, f"QA oversight: {says.format(questions=', '.join(names))}")
    if missing:
        words, of = rules.findings.claim, len(found.questions)
        yield from concerned.against(CLAIM, rules.claim_from, words, count=len(missing), of=of)
