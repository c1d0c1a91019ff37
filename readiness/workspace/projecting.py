"""What an organisation is once actions are done: scored alike, with their effects (method 8)."""

from collections.abc import Mapping

from readiness.domain.assessment import Assessment, Consensus
from readiness.domain.base import remade
from readiness.domain.evidence import Evidence
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.result import Result
from readiness.domain.scale import Level
from readiness.engine import assess


def projected(
    assessment: Assessment,
    questionnaire: Questionnaire,
    evidence: Evidence,
    levels: Mapping[str, Level],
) -> Result:
    """The result with these capabilities at these levels, on records, and records that meet them.

    A capability that stands higher already keeps its level, and its records.
    """
    now = assess(assessment, questionnaire, evidence, robustness=False)
    finals = {c.id: c.final or 0 for c in now.capabilities}
    lifted = {c: level for c, level in levels.items() if finals.get(c, 0) < level}
    if not lifted:
        return now
    said = tuple(
        Consensus(
            capability=capability,
            level=level,
            basis="record",
            reason="as planned",
            by="planner",
            on=assessment.as_of,
        )
        for capability, level in lifted.items()
    )
    after = remade(assessment, consensus=(*assessment.consensus, *said))
    if questionnaire.stopwatch.capability in lifted:
        # A test of today says nothing of what is done by then.
        after = remade(after, operating=remade(after.operating, stopwatch=()))
    return assess(after, _met(questionnaire, frozenset(lifted)), evidence, robustness=False)


def _met(questionnaire: Questionnaire, lifted: frozenset[str]) -> Questionnaire:
    """The content in which no metric speaks against what was lifted."""
    metrics = tuple(
        m.model_copy(update={"capabilities": tuple(c for c in m.capabilities if c not in lifted)})
        for m in questionnaire.metrics
    )
    met = remade(questionnaire, metrics=metrics)
    # The short form is defined by what its metrics inform; it stays what it was.
    vars(met)["short_capabilities"] = questionnaire.short_capabilities
    return met
