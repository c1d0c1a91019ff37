"""Consistency findings (*x-ray*): checks here, figures and wording in content (method 5)."""

from collections.abc import Callable, Mapping

from readiness.domain.assessment import Assessment
from readiness.domain.dates import months_before
from readiness.domain.questionnaire import Questionnaire, XrayRule
from readiness.domain.result import CapabilityResult, Finding

Capabilities = Mapping[str, CapabilityResult]
Check = Callable[[XrayRule, Assessment, Questionnaire, Capabilities], list[Finding]]


def xray(
    assessment: Assessment, questionnaire: Questionnaire, capabilities: Capabilities
) -> list[Finding]:
    """Every finding of the rules that look at answers, in the order of the content."""
    asked = {i: c for i, c in capabilities.items() if c.applicable and c.in_form}
    return [
        finding
        for rule in questionnaire.xray
        if rule.check in CHECKS
        for finding in CHECKS[rule.check](rule, assessment, questionnaire, asked)
    ]


def _say(rule: XrayRule, capability: str | None, **filled: object) -> Finding:
    text = rule.text.format(capability=capability or "", **filled)
    return Finding(kind=rule.id, capability=capability, text=text, severity=rule.severity)


def _no_proof_attached(
    rule: XrayRule, assessment: Assessment, _content: Questionnaire, capabilities: Capabilities
) -> list[Finding]:
    found = []
    for id, capability in capabilities.items():
        high = [
            r.level
            for r in assessment.responses_of.get(id, ())
            if isinstance(r.level, int) and r.level >= (rule.level or 1) and not r.proof
        ]
        if high and not capability.metrics_usable:
            found.append(_say(rule, id, level=max(high), count=len(high)))
    return found


def _ahead_of(
    rule: XrayRule, _assessment: Assessment, _content: Questionnaire, capabilities: Capabilities
) -> list[Finding]:
    one = capabilities.get(rule.capability or "")
    if one is None or one.final is None:
        return []
    return [
        _say(rule, one.id, level=one.final, other=f"{other.id} at {other.final}")
        for id in rule.others
        if (other := capabilities.get(id)) is not None
        and other.final is not None
        and one.final - other.final > (rule.apart or 0)
    ]


def _executive_above_floor(
    rule: XrayRule, _assessment: Assessment, _content: Questionnaire, capabilities: Capabilities
) -> list[Finding]:
    found = []
    for id, capability in capabilities.items():
        # A team at one screen is of no seniority (formats, respondents).
        people = [a for a in capability.answers if a.level and a.function != "TEAM"]
        said = {
            seniority: [a.level for a in people if a.level and a.seniority == seniority]
            for seniority in ("executive", "floor")
        }
        if not said["executive"] or not said["floor"]:
            continue
        top, floor = max(said["executive"]), min(said["floor"])
        if top - floor >= (rule.apart or 0):
            found.append(_say(rule, id, level=top, other=floor))
    return found


def _owners_differ(
    rule: XrayRule, assessment: Assessment, _content: Questionnaire, _capabilities: Capabilities
) -> list[Finding]:
    named = sorted({r.chain_owner.strip() for r in assessment.respondents if r.chain_owner.strip()})
    return [_say(rule, rule.capability, count=len(named))] if len(named) > 1 else []


def _old_document(
    rule: XrayRule, assessment: Assessment, _content: Questionnaire, capabilities: Capabilities
) -> list[Finding]:
    since = months_before(assessment.as_of, rule.months or 0)
    return [
        _say(rule, id, count=len(old), other=min(old).isoformat())
        for id in capabilities
        if (
            old := [
                r.dated
                for r in assessment.responses_of.get(id, ())
                if r.basis == "document" and r.dated is not None and r.dated < since
            ]
        )
    ]


def _basis_missing(
    rule: XrayRule, assessment: Assessment, _content: Questionnaire, capabilities: Capabilities
) -> list[Finding]:
    return [
        _say(rule, id, count=len(bare))
        for id in capabilities
        if (
            bare := [
                r
                for r in assessment.responses_of.get(id, ())
                if r.basis is None and isinstance(r.level, int)
            ]
        )
    ]


CHECKS: dict[str, Check] = {
    "no_proof_attached": _no_proof_attached,
    "ahead_of": _ahead_of,
    "executive_above_floor": _executive_above_floor,
    "owners_differ": _owners_differ,
    "old_document": _old_document,
    "basis_missing": _basis_missing,
}
