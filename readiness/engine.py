"""assess(): questionnaire, answers and records go in, one result comes out (method 1 to 8)."""

import hashlib
from collections.abc import Iterable, Mapping

from readiness import __version__
from readiness.domain.assessment import NOT_JUDGED, Assessment
from readiness.domain.evidence import Evidence
from readiness.domain.gaps import Gaps, RoadmapItem
from readiness.domain.measurement import Measurement
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.result import (
    Agreement,
    DrillResult,
    Finding,
    QuestionnaireStamp,
    Result,
)
from readiness.domain.scale import Stage
from readiness.operating_model.hybrid import hybrid_of
from readiness.operating_model.judging import held_tests, judge_operating, operating_findings
from readiness.roadmap.gaps import (
    Ranking,
    ahead_of_need,
    homeless_alarms,
    not_assessed,
    ranked_gaps,
    ranking_of,
)
from readiness.roadmap.lenses import judge_lenses
from readiness.roadmap.order import roadmap
from readiness.roadmap.priority import alarms, bands_used
from readiness.roadmap.targets import three_figures
from readiness.scoring.agreement import agreement
from readiness.scoring.climb import verdict
from readiness.scoring.findings import suspicions
from readiness.scoring.means import axis, mean, share
from readiness.scoring.measurements import judge_all
from readiness.scoring.overall import Climbed, climb_three, dimension_results
from readiness.scoring.records import stream_index
from readiness.scoring.weigh import Weighed, weigh
from readiness.scoring.xray import xray
from readiness.stress.drill import mandatory_points, recent_critical_fails, score_drills
from readiness.stress.weak_points import Seen, weak_points


def assess(
    assessment: Assessment,
    questionnaire: Questionnaire,
    evidence: Evidence | None = None,
    *,
    robustness: bool = True,
) -> Result:
    """Judge one assessment: pure, deterministic (clock ``assessment.as_of``), total.

    ``robustness`` False: no weightings of method 7. Raises ValueError for another questionnaire.
    """
    if assessment.questionnaire != questionnaire.id:
        raise ValueError(f"made with {assessment.questionnaire!r}, this is {questionnaire.id!r}")
    evidence = evidence or Evidence()
    measured, errors = judge_all(assessment, questionnaire, evidence)
    operating = judge_operating(assessment, questionnaire, evidence)
    weighed = weigh(assessment, questionnaire, measured, held_tests(operating, questionnaire))
    drills = score_drills(assessment.drills, questionnaire.drills, assessment.as_of)
    hybrid = hybrid_of(assessment, operating.model_map)
    points = mandatory_points(drills, questionnaire.drills)
    climbed = climb_three(weighed, questionnaire.verdict.steps, points, hybrid)
    ranking = _ranking(assessment, questionnaire, weighed, drills)
    gaps = _gaps(assessment, questionnaire, weighed, ranking, robustness)
    findings = (
        *errors,
        *_recorded(evidence),
        *weighed.findings,
        *suspicions(measured.values()),
        *_planned(assessment, questionnaire, weighed, ranking, gaps),
        *_ruled(assessment, questionnaire, weighed, drills, measured),
        *operating_findings(operating, assessment, questionnaire, weighed.capabilities),
    )
    return Result.model_validate(
        _stamps(assessment, questionnaire, evidence, ranking)
        | _verdict(assessment, questionnaire, weighed, climbed)
        | _figures(assessment, questionnaire, weighed, ranking)
        | _workings(assessment, questionnaire, weighed, measured)
        | {"gaps": gaps, "roadmap": _roadmap(assessment, questionnaire, weighed, ranking, gaps)}
        | {"drills": drills, "hybrid": hybrid, "operating_model": operating, "findings": findings}
    )


Part = dict[str, object]
"""Fields of the result by name."""


def _following(assessment: Assessment, questionnaire: Questionnaire) -> Stage:
    return questionnaire.next_stage(assessment.profile.stage)


def _ranking(
    assessment: Assessment,
    questionnaire: Questionnaire,
    weighed: Weighed,
    drills: tuple[DrillResult, ...],
) -> Ranking:
    rules = questionnaire.priority
    fails = recent_critical_fails(drills, assessment.as_of, rules.act_now_months)
    found = alarms(assessment.incidents, fails, frozenset(weighed.asked), rules)
    return ranking_of(assessment, questionnaire, found)


def _gaps(
    assessment: Assessment,
    questionnaire: Questionnaire,
    weighed: Weighed,
    ranking: Ranking,
    robustness: bool,
) -> Gaps:
    following = _following(assessment, questionnaire)
    return Gaps(
        next_stage=ranked_gaps(ranking, weighed.known, following, robustness),
        launch=ranked_gaps(ranking, weighed.known, "launch", robustness),
    )


def _recorded(evidence: Evidence) -> Iterable[Finding]:
    for seen in evidence.findings:
        yield Finding(
            kind=seen.kind,
            text=seen.text,
            metric=seen.metric,
            capability=seen.capability,
            evidence=seen.evidence,
            severity="error" if seen.kind == "error" else "warning",
        )


def _planned(
    assessment: Assessment,
    questionnaire: Questionnaire,
    weighed: Weighed,
    ranking: Ranking,
    gaps: Gaps,
) -> Iterable[Finding]:
    """Alarms without a gap, and what was done too early (method 6 and 7)."""
    yield from homeless_alarms(ranking, getattr(gaps, assessment.settings.horizon))
    yield from ahead_of_need(ranking, weighed.known, _following(assessment, questionnaire))


def _ruled(
    assessment: Assessment,
    questionnaire: Questionnaire,
    weighed: Weighed,
    drills: tuple[DrillResult, ...],
    measured: Mapping[str, Measurement],
) -> Iterable[Finding]:
    """What the rules of the content find in answers, drills, records and the last simulation."""
    yield from _incidents_unknown(assessment, questionnaire)
    yield from xray(assessment, questionnaire, weighed.capabilities)
    yield from weak_points(Seen(assessment, questionnaire, drills, measured))


def _incidents_unknown(assessment: Assessment, questionnaire: Questionnaire) -> Iterable[Finding]:
    """*Do not know* is a finding, never 0 (screens, Profile and people)."""
    for incident in questionnaire.incidents:
        if getattr(assessment.incidents, incident.id) is None:
            text = f"Not known for the last 12 months: {incident.question}"
            yield Finding(kind="red_flag", text=text)


def _stamps(
    assessment: Assessment, questionnaire: Questionnaire, evidence: Evidence, ranking: Ranking
) -> Part:
    """What was judged, by which content and code, with which settings."""
    return {
        "engine_version": __version__,
        "form": assessment.form,
        "settings": _settings(assessment, questionnaire, ranking),
        "questionnaire": QuestionnaireStamp(
            id=questionnaire.id, version=questionnaire.version, sha256=questionnaire.sha256
        ),
        "as_of": assessment.as_of,
        "inputs_sha256": inputs_sha256(assessment, questionnaire, evidence),
        "window": evidence.window,
        "files": evidence.files,
        "exclusions": evidence.exclusions,
    }


def _verdict(
    assessment: Assessment, questionnaire: Questionnaire, weighed: Weighed, climbed: Climbed
) -> Part:
    """Index, level, verdict and coverage with their bounds (method 1 and 5)."""
    dimensions = dimension_results(weighed, questionnaire)
    coverage = share(len(weighed.known), len(weighed.asked))
    said, provisional = verdict(climbed.level, coverage, assessment.form, questionnaire)
    index = mean([d.score for d in dimensions if d.score is not None])
    return {
        "index": index,
        "index_low": mean([d.low for d in dimensions if d.low is not None]),
        "index_high": mean([d.high for d in dimensions if d.high is not None]),
        "axis": axis(index),
        "level": climbed.level,
        "level_low": climbed.low,
        "level_high": climbed.high,
        "steps": climbed.steps,
        "verdict": said,
        "provisional": provisional,
        "coverage": coverage,
        "evidence_coverage": share(weighed.gates_on_paper, len(weighed.gates)),
        "dimensions": dimensions,
    }


def _figures(
    assessment: Assessment, questionnaire: Questionnaire, weighed: Weighed, ranking: Ranking
) -> Part:
    """The three separate questions, and what is not assessed (method 6)."""
    targets, stage = ranking.targets, assessment.profile.stage
    following = _following(assessment, questionnaire)
    figures = three_figures(weighed.known, targets, stage, following)
    return {
        "fit_for_stage": figures["fit"].value,
        "gap_next_stage": figures["next_stage"].value,
        "distance_to_launch": figures["launch"].value,
        "figures": figures,
        "not_assessed": not_assessed(ranking, weighed.unknown, following),
        "lenses": judge_lenses(questionnaire, weighed, targets, stage),
    }


def _workings(
    assessment: Assessment,
    questionnaire: Questionnaire,
    weighed: Weighed,
    measured: Mapping[str, Measurement],
) -> Part:
    """Capabilities, measurements and stream indices (method 2 to 4)."""
    measurable = [c.shown for c in weighed.asked.values() if c.shown.metrics]
    details = {
        s.index: stream_index(s, measured, questionnaire.records, assessment.form == "short")
        for s in questionnaire.streams
    }
    return {
        "capabilities": tuple(weighed.capabilities.values()),
        "measurements": tuple(measured.values()),
        "records_missing": tuple(c.id for c in measurable if c.records_missing),
        "measurable": len(measurable),
        "indices": {name: detail.value for name, detail in details.items()},
        "index_details": details,
        "agreement": _agreement(assessment, questionnaire, weighed),
    }


def _roadmap(
    assessment: Assessment,
    questionnaire: Questionnaire,
    weighed: Weighed,
    ranking: Ranking,
    gaps: Gaps,
) -> tuple[RoadmapItem, ...]:
    """To the horizon that the settings name (method 6 and 8)."""
    horizon = assessment.settings.horizon
    stage: Stage = "launch" if horizon == "launch" else _following(assessment, questionnaire)
    second = not_assessed(ranking, weighed.unknown, stage)
    return roadmap(ranking, weighed.capabilities, getattr(gaps, horizon), second, stage)


def _agreement(assessment: Assessment, questionnaire: Questionnaire, weighed: Weighed) -> Agreement:
    units = [[voice.level for voice in claim.voices] for claim in weighed.claims.values()]
    people = {r.respondent for r in assessment.responses}
    return agreement(units, len(people), questionnaire.claims)


def _settings(
    assessment: Assessment, questionnaire: Questionnaire, ranking: Ranking
) -> dict[str, object]:
    bands = bands_used(assessment.settings, questionnaire.priority)
    return {
        "weights": {rating: float(weight) for rating, weight in ranking.weights.items()},
        "bands": {name: float(limit) for name, limit in bands.items()},
        "horizon": assessment.settings.horizon,
    }


def inputs_sha256(assessment: Assessment, questionnaire: Questionnaire, evidence: Evidence) -> str:
    """The hash of all that was judged; parts of later versions count once something is in them."""
    digest = hashlib.sha256()
    fields, later = Assessment.model_fields, ("simulation", "operating")
    silent = NOT_JUDGED | {n for n in later if getattr(assessment, n) == fields[n].default}
    for part in (
        assessment.model_dump_json(by_alias=True, exclude=set(silent)),
        evidence.model_dump_json(by_alias=True),
        f"{questionnaire.id} {questionnaire.version} {questionnaire.sha256}",
    ):
        digest.update(part.encode())
        digest.update(b"\n")
    return digest.hexdigest()
