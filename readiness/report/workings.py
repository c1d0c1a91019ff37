"""How a figure comes about, step by step, with its arithmetic (method 2 to 5)."""

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from readiness.domain.measurement import Measurement
from readiness.domain.metric import Stream
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.result import AnswerWorking, CapabilityResult, DimensionResult, Result
from readiness.domain.scale import Level
from readiness.report.numerals import NOT_KNOWN, one, plural, series, short, two, whole

BASES = {"statement": "only told", "document": "document", "record": "record"}


class Working(NamedTuple):
    """One step of a calculation: what, its value, and how it came about."""

    name: str
    value: str
    how: str


def who(answer: AnswerWorking, content: Questionnaire) -> str:
    """Function and seniority, never a name: *Supply chain, lead*."""
    names = {f.code: f.name for f in content.functions} | {"TEAM": "The team"}
    function = names.get(answer.function, answer.function)
    return f"{function}, {answer.seniority}" if answer.function != "TEAM" else function


def said(answer: AnswerWorking) -> str:
    """The answer in a word."""
    if isinstance(answer.said, int):
        return str(answer.said)
    return "does not know" if answer.said == "unknown" else "does not apply"


def capability_workings(
    capability: CapabilityResult, measured: Mapping[str, Measurement], content: Questionnaire
) -> tuple[Working, ...]:
    """Claimed, backing, evidenced, records, final and bounds, each with its arithmetic."""
    if not capability.applicable or not capability.in_form:
        return (Working("Final level", "not scored", capability.reason or "does not apply"),)
    return (
        _claimed(capability),
        _backing(capability),
        _evidenced(capability),
        _records(capability, measured, content),
        Working("Final level", _shown(capability.final), final_rule(capability, content)),
        _bounds(capability),
    )


def _shown(level: Level | None) -> str:
    return NOT_KNOWN if level is None else str(level)


def _claimed(capability: CapabilityResult) -> Working:
    levels = sorted(a.level for a in capability.answers if a.level is not None)
    given = ", ".join(map(str, levels))
    if capability.claim_source == "consensus":
        beside = f"; the answers ({given}) stay beside it" if given else ""
        return Working("People say", _shown(capability.claimed), f"a consensus{beside}")
    if capability.claimed is None:
        return Working("People say", NOT_KNOWN, capability.reason or "no level was given")
    if len(levels) == 1:
        return Working("People say", _shown(capability.claimed), "one answer")
    return Working("People say", _shown(capability.claimed), f"lower median of {given}")


def _backing(capability: CapabilityResult) -> Working:
    backs = [a for a in capability.answers if a.backs is not None]
    parts = []
    if capability.claim_source == "consensus":
        parts.append("the consensus on its basis")
    elif backs:
        parts.append(f"answers back {', '.join(str(a.backs) for a in backs)}")
    if capability.records is not None:
        parts.append(f"records show {capability.records}")
    how = f"the highest of: {series(parts)}" if parts else "nothing backs it"
    return Working("Backing", _shown(capability.backing), how)


def _evidenced(capability: CapabilityResult) -> Working:
    if capability.evidenced is None:
        return Working("Evidenced", NOT_KNOWN, "needs a level and a backing")
    how = f"min(people say {capability.claimed}, backing {capability.backing})"
    return Working("Evidenced", _shown(capability.evidenced), how)


def _records(
    capability: CapabilityResult, measured: Mapping[str, Measurement], content: Questionnaire
) -> Working:
    named, usable = len(capability.metrics), capability.metrics_usable
    test = capability.test
    if not named and test is None:
        return Working("Records show", "none named", "no metric speaks about this capability")
    if test is not None and not usable:
        return Working("Records show", _shown(capability.records), test.text)
    if capability.records is None:
        missing = capability.metrics_not_supplied
        how = f"none of {plural(named, 'metric')} counts; {missing} not supplied"
        return Working("Records show", "missing", how)
    levels = sorted(level for id in usable if (level := measured[id].level) is not None)
    spoken = [*usable]
    if test is not None:
        levels, named, spoken = sorted([*levels, test.level]), named + 1, [*usable, test.text]
    how = f"lower median of {', '.join(map(str, levels))} ({', '.join(spoken)})"
    if 2 * len(levels) < named:
        cap = content.records.few_metrics_cap
        how += f"; {len(levels)} of {named} metrics count, so at most {cap}"
    return Working("Records show", _shown(capability.records), how)


def final_rule(capability: CapabilityResult, content: Questionnaire) -> str:
    """The rule that decided, in words and arithmetic (method 4)."""
    evidenced, records, rules = capability.evidenced, capability.records, content.records
    if not capability.applicable:
        return f"not scored: {capability.reason}"
    if capability.final is None:
        return capability.reason or "neither answers nor records"
    if evidenced is not None and records is not None:
        above = rules.above_records
        return (
            f"answers and records: min(evidenced {evidenced}, records {records} + {above}), "
            f"at most {above} above what the records show"
        )
    if evidenced is not None and capability.metrics:
        cap = rules.records_missing_cap
        return f"records missing: min(evidenced {evidenced}, {cap})"
    if evidenced is not None:
        return f"answers alone, no metric is named: evidenced {evidenced}"
    return f"records alone: {records}"


def _bounds(capability: CapabilityResult) -> Working:
    if capability.single_source:
        how = "single source, plus or minus one: nobody else was asked and no record speaks"
        return Working("Could lie", f"{_shown(capability.final)} ± 1", how)
    how = "from the lowest answer with its least backing to the highest, and the ends of intervals"
    if capability.final is None:
        how = "unknown, so anything is possible"
    return Working("Could lie", f"{capability.low} to {capability.high}", how)


def dimension_arithmetic(dimension: DimensionResult, result: Result) -> str:
    """*(2 + 1 + 1 + 3) / 4 = 1.75*."""
    mine = [c for c in result.capabilities if c.dimension == dimension.id]
    levels = [c.final for c in mine if c.applicable and c.in_form and c.final is not None]
    if not levels:
        return "nothing known; leaves the index"
    return f"({' + '.join(map(str, levels))}) / {len(levels)} = {two(dimension.score)}"


def index_arithmetic(result: Result) -> str:
    """The mean of the dimensions and the position on the axis."""
    scores = [d.score for d in result.dimensions if d.score is not None]
    if not scores or result.index is None:
        return "No dimension is known yet."
    summed = " + ".join(two(s) for s in scores)
    return (
        f"Index = ({summed}) / {len(scores)} = {two(result.index)}. "
        f"Position = 100 × ({two(result.index)} − 1) / 4 = {short(round(float(result.axis or 0)))}."
    )


def stream_arithmetic(stream: Stream, result: Result, content: Questionnaire) -> str:
    """*100 × (1 − (mean level 1.71 − 1) / 4) = 82*, or why there is none."""
    detail = result.index_details[stream.index]
    if detail.value is None:
        return detail.reason
    measured = {m.metric: m for m in result.measurements}
    levels = [measured[id].level or 1 for id in detail.used]
    mean = Fraction(sum(levels), len(levels))
    extra = f" + {content.records.identifiable_surcharge}" if detail.surcharge else ""
    words = " for identifiable patient data" if detail.surcharge else ""
    return (
        f"Mean level of {', '.join(detail.used)} is {two(mean)}: "
        f"100 × (1 − ({two(mean)} − 1) / 4){extra}{words} = {whole(detail.value)}, "
        "at most 100."
    )


def priority_arithmetic(gap: int, severity: Fraction, priority: Fraction) -> str:
    """*Priority = 100 × gap 2/4 × severity 4.75/5 = 47.5* (method 7)."""
    return f"100 × gap {gap}/4 × severity {two(severity)}/5 = {one(priority)}"
