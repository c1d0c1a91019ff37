"""What level and first gaps owe to the cut points: the engine run with others (domain 10.4)."""

from collections.abc import Iterator
from fractions import Fraction

from readiness.domain.assessment import Assessment
from readiness.domain.base import remade
from readiness.domain.evidence import Evidence
from readiness.domain.metric import Metric
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.sensitivity import Outcome, Sensitivity
from readiness.engine import assess

FIRST = 5
WHOLE = Fraction(100)


def cut_sensitivity(
    assessment: Assessment,
    questionnaire: Questionnaire,
    evidence: Evidence,
    *,
    by_stream: bool = True,
) -> Sensitivity:
    """Level, verdict, index and first five with the cut points down and up.

    All of them together and, ``by_stream``, those of each stream alone. The share by which
    they move is content (``records.sensitivity``). Pure: nothing is stored.
    """
    base = _outcome(assessment, questionnaire, evidence, Fraction(1), None)
    alone = [stream.id for stream in questionnaire.streams] if by_stream else []
    share = questionnaire.records.sensitivity
    moved = (
        _outcome(assessment, questionnaire, evidence, factor, stream)
        for stream in (None, *alone)
        for factor in (1 - share, 1 + share)
    )
    return Sensitivity(base=base, moved=tuple(moved))


def _outcome(
    assessment: Assessment,
    content: Questionnaire,
    evidence: Evidence,
    factor: Fraction,
    stream: str | None,
) -> Outcome:
    other = remade(content, metrics=tuple(_moved(content, factor, stream)))
    found = assess(assessment, other, evidence, robustness=False)
    gaps = getattr(found.gaps, assessment.settings.horizon)
    return Outcome(
        factor=factor,
        stream=stream,
        level=found.level,
        verdict=found.verdict,
        index=found.index,
        first=tuple(gap.capability for gap in gaps[:FIRST]),
    )


def _moved(content: Questionnaire, factor: Fraction, stream: str | None) -> Iterator[Metric]:
    for metric in content.metrics:
        if stream in (None, metric.stream):
            cuts = tuple(moved_cut(cut, factor, metric.unit) for cut in metric.cuts)
            yield metric.model_copy(update={"cuts": cuts})
        else:
            yield metric


def moved_cut(cut: Fraction, factor: Fraction, unit: str) -> Fraction:
    """The cut point times the factor; a share stays within 100 %, which can be reached."""
    return min(cut * factor, WHOLE) if unit == "%" else cut * factor
