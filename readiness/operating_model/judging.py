"""Every part of the operating model judged, each by its own rules (method 11, 12)."""

from collections.abc import Iterator, Mapping

from readiness.domain.assessment import Assessment
from readiness.domain.operating_result import OperatingResult
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.result import CapabilityResult, Finding
from readiness.operating_model.partner_findings import partner_findings
from readiness.operating_model.scorecard import score_partners


def judge_operating(assessment: Assessment, questionnaire: Questionnaire) -> OperatingResult:
    """What the parts come to; an empty part is empty here too."""
    said = assessment.operating
    return OperatingResult(partners=score_partners(questionnaire.cdmo, said))


def operating_findings(
    found: OperatingResult,
    questionnaire: Questionnaire,
    capabilities: Mapping[str, CapabilityResult],
) -> Iterator[Finding]:
    """What the parts say to the capabilities that the content names; no level moves."""
    yield from partner_findings(questionnaire.cdmo, found.partners, capabilities)
