"""Every capability weighed, and the three readings of its level: score, low, high."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from readiness.domain.assessment import Assessment
from readiness.domain.capability import Capability
from readiness.domain.measurement import Measurement
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.result import CapabilityResult, Finding, HeldTest
from readiness.domain.scale import Level
from readiness.scoring.applicability import applies, surely_applies
from readiness.scoring.claims import Claim, hear
from readiness.scoring.final import Judged, judge_capability, not_applicable
from readiness.scoring.findings import capability_findings, contradicted_not_applicable
from readiness.scoring.records import usable


@dataclass(frozen=True)
class Weighed:
    """The capabilities of one assessment.

    ``capabilities``: all of the content, by id; ``asked``: those that apply and lie inside the
    form; ``claims``: what was said of each of these.
    """

    capabilities: Mapping[str, CapabilityResult]
    asked: Mapping[str, Judged]
    claims: Mapping[str, Claim]
    gates: tuple[str, ...]
    findings: tuple[Finding, ...]

    @property
    def known(self) -> tuple[CapabilityResult, ...]:
        """Asked capabilities with a final level."""
        return tuple(c.shown for c in self.asked.values() if c.shown.final is not None)

    @property
    def unknown(self) -> tuple[CapabilityResult, ...]:
        """Asked capabilities without one."""
        return tuple(c.shown for c in self.asked.values() if c.shown.final is None)

    @property
    def counted(self) -> dict[str, Level]:
        """Final levels, an unknown one read as 1 (method 1, condition 1)."""
        return {i: c.shown.final or 1 for i, c in self.asked.items()}

    @property
    def low(self) -> dict[str, Level]:
        """The low reading of every level (method 5, *Bounds*)."""
        return {i: c.low.level or 1 for i, c in self.asked.items()}

    @property
    def high(self) -> dict[str, Level]:
        """The high reading of every level."""
        return {i: c.high.level or 5 for i, c in self.asked.items()}

    def proof(self, reading: str) -> dict[str, int]:
        """Backing without statements of the score, low or high reading; 0 for none."""
        if reading == "score":
            return {i: c.shown.proof or 0 for i, c in self.asked.items()}
        return {i: getattr(c, reading).proof or 0 for i, c in self.asked.items()}

    def by_dimension(self, levels: Mapping[str, Level]) -> dict[str, list[int]]:
        """The levels of each dimension with an asked capability."""
        found: dict[str, list[int]] = {}
        for capability, level in levels.items():
            found.setdefault(self.asked[capability].shown.dimension, []).append(level)
        return found

    @property
    def gates_on_paper(self) -> int:
        """Gates with a level on a document or record, or a usable metric (method 5)."""
        return sum(self.asked[gate].on_paper for gate in self.gates)


def weigh(
    assessment: Assessment,
    questionnaire: Questionnaire,
    measured: Mapping[str, Measurement],
    held: Mapping[str, HeldTest] | None = None,
) -> Weighed:
    """Claims heard, records laid beside them, final levels and findings (method 2 to 5).

    ``held``: tests that count as records, by capability.
    """
    capabilities: dict[str, CapabilityResult] = {}
    asked: dict[str, Judged] = {}
    claims: dict[str, Claim] = {}
    findings: list[Finding] = []
    short = assessment.form == "short"
    for dimension in questionnaire.dimensions:
        for capability in dimension.capabilities:
            claim, judged, shown = _one(
                assessment, questionnaire, capability, dimension.id, measured, held or {}
            )
            if short and capability.id not in questionnaire.short_capabilities:
                reason = "outside the form" if shown.applicable else shown.reason
                shown = shown.model_copy(update={"in_form": False, "reason": reason})
                judged = None
            capabilities[capability.id] = shown
            if judged is None:
                continue
            asked[capability.id], claims[capability.id] = judged, claim
            counted = usable(questionnaire.metrics_of[capability.id], measured)
            findings += capability_findings(shown, claim, counted, questionnaire.claims)
    findings += _contradicted(assessment, questionnaire, capabilities)
    gates = tuple(i for i in asked if questionnaire.capabilities[i].gate)
    return Weighed(capabilities, asked, claims, gates, tuple(findings))


def _one(
    assessment: Assessment,
    questionnaire: Questionnaire,
    capability: Capability,
    dimension: str,
    measured: Mapping[str, Measurement],
    held: Mapping[str, HeldTest],
) -> tuple[Claim, Judged | None, CapabilityResult]:
    responses = assessment.responses_of.get(capability.id, ())
    metrics = questionnaire.metrics_of[capability.id]
    claim = hear(
        capability,
        responses,
        assessment.consensus_of.get(capability.id),
        assessment.respondent_by_id,
        questionnaire.claims,
    )
    if not applies(capability, assessment.profile):
        why = "the content does not ask this for the profile"
        return claim, None, not_applicable(capability, dimension, claim, why, metrics)
    if not claim.applicable:
        why = f"not applicable by {claim.source}"
        return claim, None, not_applicable(capability, dimension, claim, why, metrics)
    supplied = sum(
        m.id in measured and (measured[m.id].value is not None or measured[m.id].level is not None)
        for m in metrics
    )
    judged = judge_capability(
        capability,
        dimension,
        claim,
        metrics,
        usable(metrics, measured),
        supplied,
        questionnaire.records,
        held.get(capability.id),
    )
    return claim, judged, judged.shown


def _contradicted(
    assessment: Assessment,
    questionnaire: Questionnaire,
    capabilities: Mapping[str, CapabilityResult],
) -> Sequence[Finding]:
    surely = [
        c.id
        for c in questionnaire.capabilities.values()
        if capabilities[c.id].in_form and surely_applies(c, assessment.profile)
    ]
    silent = {r.capability for r in assessment.responses if r.level == "not_applicable"}
    silent |= {i for i, c in assessment.consensus_of.items() if c.level == "not_applicable"}
    return contradicted_not_applicable(silent, surely)
