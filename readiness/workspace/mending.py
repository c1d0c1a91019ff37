"""The x-ray of an assessment before its report: what does not fit, and where it is mended."""

from dataclasses import dataclass
from typing import Literal

from readiness.domain.assessment import Assessment
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.result import Finding, Result
from readiness.report.numerals import percent
from readiness.report.remarks import finding_name
from readiness.report.sentences import asked, telling_questions
from readiness.workspace.profiling import effects

Severity = Literal["error", "warning", "hint"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "hint")
Place = Literal["questions", "evidence", "profile", "gaps", "drill", "stress"]

PLACES: dict[str, Place] = {
    "records_missing": "evidence",
    "suspicion": "evidence",
    "error": "evidence",
    "red_flag": "profile",
    "ahead_of_need": "gaps",
    "act_now_without_gap": "gaps",
    "critical_fail": "drill",
    "resource_full": "stress",
    "single_suite": "stress",
    "single_cover": "evidence",
}
"""Where a kind, or the check of a rule, is mended.

Any other at its question, in its records, or in the profile.
"""


@dataclass(frozen=True)
class Mend:
    """One thing that does not fit, with the place to mend it."""

    severity: Severity
    name: str
    text: str
    place: Place
    capability: str = ""
    """The question to open, or ''."""


def mends(result: Result, content: Questionnaire, assessment: Assessment) -> list[Mend]:
    """Errors, then warnings, then hints, each in the order of its finding (method 5)."""
    found = [
        *_too_little(result, content),
        *_unsaid(content, assessment),
        *(_mend(finding, content) for finding in result.findings),
    ]
    return sorted(found, key=lambda mend: SEVERITIES.index(mend.severity))


def _mend(finding: Finding, content: Questionnaire) -> Mend:
    capability = finding.capability or ""
    records: Place = "evidence" if finding.metric or finding.evidence else "profile"
    checks = {rule.id: rule.check for rule in content.xray}
    kind = checks.get(finding.kind, finding.kind)
    place = PLACES.get(kind, "questions" if capability else records)
    name = finding_name(finding.kind, content)
    return Mend(finding.severity, name, finding.text, place, capability)


def _too_little(result: Result, content: Questionnaire) -> list[Mend]:
    """No verdict can be printed yet: that is the first thing to mend."""
    if not result.provisional:
        return []
    known = sum(c.final is not None for c in asked(result))
    least = percent(content.verdict.coverage_provisional)
    text = (
        f"{known} of {len(asked(result))} questions are known; under {least} the report says "
        f"{content.verdict.not_enough}."
    )
    telling = telling_questions(result, content)
    return [Mend("error", "Coverage", text, "questions", telling[0] if telling else "")]


def _unsaid(content: Questionnaire, assessment: Assessment) -> list[Mend]:
    if assessment.profile.parties is not None:
        return []
    text = f"How many parties make the product? {effects(content, assessment)['parties']}"
    return [Mend("warning", "Profile", text, "profile")]
