"""All measurements of an assessment: from logs, typed in, carried over (method 3, 4)."""

from readiness.domain.assessment import Assessment, TypedMeasurement
from readiness.domain.evidence import Evidence, Observation
from readiness.domain.measurement import Measurement
from readiness.domain.metric import Metric
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.result import Finding
from readiness.scoring.judge import Circumstances, judge
from readiness.scoring.typed import observe_typed


def judge_all(
    assessment: Assessment, questionnaire: Questionnaire, evidence: Evidence
) -> tuple[dict[str, Measurement], list[Finding]]:
    """A measurement for every metric of the content, in its order, and what went wrong.

    With logs and typed figures together the window of the logs holds. A metric that is both typed
    and measured keeps the records and becomes a finding of kind error (the readers refuse it).
    """
    typed = {m.metric: m for m in assessment.measurements}
    batches, findings = _batches(assessment, evidence)
    found: dict[str, Measurement] = {}
    for metric in questionnaire.metrics:
        seen = evidence.observation_by_metric.get(metric.id)
        measured = seen is not None and seen.missing is None
        if measured and metric.id in typed:
            text = f"{metric.id} is both measured from logs and typed in: the logs count."
            findings.append(_error(metric.id, text))
        try:
            found[metric.id] = _one(
                metric,
                None if measured else typed.get(metric.id),
                seen,
                assessment,
                questionnaire,
                batches,
            )
        except (ArithmeticError, ValueError, TypeError) as error:
            found[metric.id] = Measurement(metric=metric.id, reason=f"could not be judged: {error}")
            findings.append(_error(metric.id, f"{metric.id} could not be judged: {error}."))
    return found, findings


def _batches(assessment: Assessment, evidence: Evidence) -> tuple[int | None, list[Finding]]:
    typed, logs = assessment.window, evidence.window
    if logs is None or logs.batches is None:
        return (typed.batches if typed else None), []
    if (
        typed is not None
        and assessment.measurements
        and ((typed.from_, typed.to, typed.batches) != (logs.from_, logs.to, logs.batches))
    ):
        text = (
            f"The typed window ({typed.from_} to {typed.to}, {typed.batches} batches) differs from "
            f"that of the logs ({logs.from_} to {logs.to}, {logs.batches} batches): the logs hold."
        )
        return logs.batches, [_error(None, text)]
    return logs.batches, []


def _error(metric: str | None, text: str) -> Finding:
    return Finding(kind="error", metric=metric, text=text, severity="error")


def _one(
    metric: Metric,
    typed: TypedMeasurement | None,
    seen: Observation | None,
    assessment: Assessment,
    questionnaire: Questionnaire,
    batches: int | None,
) -> Measurement:
    rules = questionnaire.records
    if typed is not None:
        seen = observe_typed(typed, metric, rules)
    if seen is None or seen.missing is not None:
        return _absent(metric, assessment, seen)
    about = Circumstances(
        rules=rules,
        profile=assessment.profile,
        batches=batches,
        detection=assessment.detection,
        typed=typed is not None,
        source=(typed.source or "typed in") if typed else "logs",
    )
    return judge(seen, metric, about)


def _absent(metric: Metric, assessment: Assessment, seen: Observation | None) -> Measurement:
    """Not measured: its last level is kept if an earlier round had one (method 4)."""
    carried = next((c for c in assessment.carried if c.metric == metric.id), None)
    reason = seen.missing if seen is not None and seen.missing else "not supplied"
    if carried is None:
        return Measurement(metric=metric.id, reason=reason)
    return Measurement(
        metric=metric.id,
        level=carried.level,
        level_low=carried.level,
        level_high=carried.level,
        usable=True,
        interval_unknown=True,
        carried_over=True,
        reason=f"carried over from {carried.measured_on.isoformat()}: {reason}",
        source="carried over",
    )
