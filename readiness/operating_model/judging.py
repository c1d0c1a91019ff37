"""Every part of the operating model judged, each by its own rules (method 11, 12)."""

from collections.abc import Iterator, Mapping

from readiness.domain.assessment import Assessment
from readiness.domain.evidence import Evidence
from readiness.domain.operating_result import OperatingResult
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.result import CapabilityResult, Finding, HeldTest
from readiness.operating_model.data_findings import data_findings
from readiness.operating_model.data_readiness import judge_data
from readiness.operating_model.intersections import intersection_findings, judge_intersections
from readiness.operating_model.limit_findings import limit_findings
from readiness.operating_model.lock_in import ledger
from readiness.operating_model.lock_in_findings import lock_in_findings
from readiness.operating_model.map_findings import map_findings
from readiness.operating_model.model_map import judge_map
from readiness.operating_model.nodes import counted
from readiness.operating_model.open_options import judge_options
from readiness.operating_model.option_findings import option_findings
from readiness.operating_model.oversight import judge_oversight, oversight_findings
from readiness.operating_model.partner_findings import partner_findings
from readiness.operating_model.retention import judge_retention, retention_findings
from readiness.operating_model.ripple import judge_changes
from readiness.operating_model.ripple_findings import ripple_findings
from readiness.operating_model.scaling_limits import judge_limits
from readiness.operating_model.scorecard import score_partners
from readiness.operating_model.stopwatch import held_test, judge_stopwatch, stopwatch_findings


def judge_operating(
    assessment: Assessment, questionnaire: Questionnaire, evidence: Evidence | None = None
) -> OperatingResult:
    """What the parts come to; an empty part is empty here too."""
    said, launch = assessment.operating, assessment.profile.launch_date
    as_of, lock_in = assessment.as_of, questionnaire.lock_in
    return OperatingResult(
        partners=score_partners(questionnaire.cdmo, said),
        stopwatch=judge_stopwatch(
            questionnaire.stopwatch, said.stopwatch, said.stopwatch_answers, as_of
        ),
        model_map=judge_map(assessment, questionnaire),
        ledger=ledger(lock_in, said.choices, launch, as_of),
        retention=judge_retention(questionnaire.retention, said.retention, as_of),
        intersections=judge_intersections(questionnaire.intersections, said.intersections),
        oversight=judge_oversight(
            questionnaire.oversight, said.oversight, counted(assessment, questionnaire)
        ),
        ripple=judge_changes(questionnaire.ripple, lock_in, said.changes, launch, as_of),
        options=judge_options(questionnaire.open_options, said, assessment.as_of),
        capacity=judge_limits(
            questionnaire, said.limits, assessment.profile, evidence.slots if evidence else None
        ),
        data_readiness=judge_data(
            questionnaire.data_readiness, said, evidence.joins if evidence else None
        ),
    )


def held_tests(found: OperatingResult, questionnaire: Questionnaire) -> dict[str, HeldTest]:
    """The tests of the operating model that count as records, by capability."""
    return held_test(questionnaire.stopwatch, found.stopwatch)


def operating_findings(
    found: OperatingResult,
    assessment: Assessment,
    questionnaire: Questionnaire,
    capabilities: Mapping[str, CapabilityResult],
) -> Iterator[Finding]:
    """What the parts say to the capabilities that the content names; no level moves."""
    yield from partner_findings(questionnaire.cdmo, found.partners, capabilities)
    yield from stopwatch_findings(questionnaire.stopwatch, found.stopwatch, capabilities)
    launch, as_of = assessment.profile.launch_date, assessment.as_of
    rules = questionnaire.lock_in
    yield from lock_in_findings(rules, found.ledger, capabilities, launch, as_of)
    yield from retention_findings(questionnaire.retention, found.retention, capabilities)
    yield from oversight_findings(questionnaire.oversight, found.oversight, capabilities)
    yield from map_findings(found.model_map, assessment, questionnaire, capabilities)
    crossings = questionnaire.intersections
    yield from intersection_findings(crossings, found.intersections, capabilities)
    yield from ripple_findings(questionnaire.ripple, found.ripple, capabilities)
    yield from option_findings(questionnaire.open_options, found.options, capabilities)
    words = questionnaire.words(assessment.profile.modality)
    limits = questionnaire.scaling_limits
    yield from limit_findings(limits, found.capacity, capabilities, words)
    data = questionnaire.data_readiness
    yield from data_findings(data, found.data_readiness, capabilities)
