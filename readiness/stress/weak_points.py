"""What drills, records and the last simulation say of weak points; none of it moves a score.

The rules stand in the content, among those of the x-ray (method 5, 9, 10).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from readiness.domain.assessment import Assessment
from readiness.domain.dates import months_before
from readiness.domain.measurement import Measurement
from readiness.domain.questionnaire import Questionnaire, XrayRule
from readiness.domain.result import DrillResult, Finding
from readiness.domain.simulated import KeptRun


@dataclass(frozen=True)
class Seen:
    """All that a rule may look at."""

    assessment: Assessment
    questionnaire: Questionnaire
    drills: Sequence[DrillResult]
    measured: Mapping[str, Measurement]


def weak_points(seen: Seen) -> list[Finding]:
    """Every finding of these rules, in the order of the content."""
    return [
        finding
        for rule in seen.questionnaire.xray
        if rule.check in CHECKS
        for finding in CHECKS[rule.check](rule, seen)
    ]


def _say(rule: XrayRule, **filled: object) -> Finding:
    text = rule.text.format(capability=rule.capability or "", **filled)
    return Finding(
        kind=rule.id,
        capability=rule.capability,
        metric=rule.metric,
        text=text,
        severity=rule.severity,
    )


def _critical_fail(rule: XrayRule, seen: Seen) -> list[Finding]:
    """The latest drill of a scenario, if it is recent enough and failed critically."""
    rules, as_of = seen.questionnaire.drills, seen.assessment.as_of
    since = months_before(as_of, rule.months or rules.stale_months)
    return [
        _say(
            rule,
            name=rules.scenario(drill.scenario).name,
            other=drill.held_on.isoformat(),
            count=drill.counted,
        )
        for drill in seen.drills
        if drill.latest and drill.critical_fail and drill.held_on >= since
    ]


def _resource_full(rule: XrayRule, seen: Seen) -> list[Finding]:
    """Resources above the line in the last simulation, with nothing going wrong."""
    kept = seen.assessment.simulation
    if kept is None:
        return []
    return [
        _say(
            rule,
            name=name,
            count=f"{100 * use.value:.0f}",
            level=f"{100 * kept.parameters.full_above:.0f}",
            other=f"{kept.on.isoformat()} ({_basis(kept)})",
        )
        for name, use in kept.today.utilisation.items()
        if use.value > kept.parameters.full_above
    ]


def _basis(kept: KeptRun) -> str:
    known = sum(figure.known for figure in kept.assumptions)
    return f"{known} of {len(kept.assumptions)} figures known, the rest typical"


def _single_suite(rule: XrayRule, seen: Seen) -> list[Finding]:
    """One suite that a person stated; a number that is only typical says nothing of this maker."""
    kept = seen.assessment.simulation
    stated = kept is not None and any(a.id == "suites" and a.known for a in kept.assumptions)
    if kept is None or not stated or kept.parameters.suites() > 1:
        return []
    return [_say(rule, other=kept.on.isoformat())]


def _single_cover(rule: XrayRule, seen: Seen) -> list[Finding]:
    """Critical tasks that hang on one person, with the rows that show it."""
    found = seen.measured.get(rule.metric or "")
    if found is None or not found.events:
        return []
    said = _say(rule, count=found.events, other=found.trials)
    return [said.model_copy(update={"evidence": found.rows})]


CHECKS: dict[str, Callable[[XrayRule, Seen], list[Finding]]] = {
    "critical_fail": _critical_fail,
    "resource_full": _resource_full,
    "single_suite": _single_suite,
    "single_cover": _single_cover,
}
