"""Tallies typed in by hand, as observations (method 3, *Typed in by hand*)."""

from fractions import Fraction

from readiness.domain.assessment import TypedMeasurement
from readiness.domain.evidence import Observation
from readiness.domain.metric import Metric
from readiness.domain.rules import RecordRules
from readiness.scoring.intervals import poisson, wilson


def observe_typed(typed: TypedMeasurement, metric: Metric, rules: RecordRules) -> Observation:
    """The observation of a tally; a bare value where counts are asked is shown, not scored.

    Typed counts are taken as they are: no widening for clustered counts (method 3).
    """
    if typed.level is not None and not metric.typed_level:
        return _missing(metric, f"a level cannot be typed in for {metric.id}: type the counts")
    if typed.level is not None and not typed.source.strip():
        return _missing(metric, "a level that is typed in needs its source")
    if typed.trials == 0:
        return _missing(metric, "no trials: not measured, never 0")
    if metric.interval == "poisson":
        return _rate(typed, metric, rules)
    if metric.interval == "wilson" or metric.typed_as_counts:
        return _share(typed, metric, rules)
    return _value(typed, metric)


def _missing(metric: Metric, reason: str) -> Observation:
    return Observation(metric=metric.id, missing=reason)


def _rate(typed: TypedMeasurement, metric: Metric, rules: RecordRules) -> Observation:
    if typed.events is None or typed.exposure is None:
        return _bare(typed, metric, "events and exposure")
    if typed.exposure == 0:
        return _missing(metric, "nothing to count against: not measured, never 0")
    ends = {
        name: [
            float(metric.factor) * end
            for end in poisson(typed.events, float(typed.exposure), float(confidence))
        ]
        for name, confidence in (("80", rules.steering), ("95", rules.appendix))
    }
    return Observation(
        metric=metric.id,
        value=metric.factor * typed.events / typed.exposure,
        events=typed.events,
        exposure=typed.exposure,
        low=ends["80"][0],
        high=ends["80"][1],
        low95=ends["95"][0],
        high95=ends["95"][1],
    )


def _share(typed: TypedMeasurement, metric: Metric, rules: RecordRules) -> Observation:
    if typed.events is None or typed.trials is None:
        return _bare(typed, metric, "events and trials")
    if typed.events > typed.trials:
        return _missing(metric, f"{typed.events} of {typed.trials} cannot be: correct the counts")
    ends = {
        name: [
            float(metric.factor) * end
            for end in wilson(typed.events, typed.trials, float(confidence))
        ]
        for name, confidence in (("80", rules.steering), ("95", rules.appendix))
    }
    return Observation(
        metric=metric.id,
        value=metric.factor * Fraction(typed.events, typed.trials),
        events=typed.events,
        trials=typed.trials,
        low=ends["80"][0],
        high=ends["80"][1],
        low95=ends["95"][0],
        high95=ends["95"][1],
        level=typed.level,
    )


def _bare(typed: TypedMeasurement, metric: Metric, counts: str) -> Observation:
    if typed.value is None:
        return _missing(metric, f"{counts} are needed")
    return Observation(
        metric=metric.id,
        value=typed.value,
        not_scored=f"a bare value has no interval: type {counts}",
    )


def _value(typed: TypedMeasurement, metric: Metric) -> Observation:
    value = typed.value
    if typed.events is not None and typed.trials:
        value = metric.factor * Fraction(typed.events, typed.trials)
    if metric.interval == "ordinal" and typed.level is not None:
        value = Fraction(typed.level)
    if value is None and typed.level is None:
        return _missing(metric, "no value was typed in")
    return Observation(
        metric=metric.id,
        value=value,
        events=typed.events,
        trials=typed.trials,
        n=typed.n,
        level=typed.level,
    )
