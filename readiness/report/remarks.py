"""Findings, notes and reasons in sentences that every face shares (screens 3.4, 3.5)."""

from collections.abc import Sequence

from readiness.domain.gaps import RoadmapItem
from readiness.domain.measurement import Measurement
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.result import Finding, Result
from readiness.report.numerals import number, plural, with_unit
from readiness.report.sentences import asked, capitalised, gates

FINDING_NAMES = {
    "contradiction": "Contradiction: people against records",
    "disagreement": "Disagreement between respondents",
    "unbacked_claim": "Unbacked claim",
    "understated": "Understated",
    "suspicion": "Suspicion: silence is never read as good",
    "records_missing": "Records missing",
    "not_applicable_contradicted": "Not applicable, contradicted",
    "ahead_of_need": "Ahead of need",
    "act_now_without_gap": "Act now, without a gap to attach to",
    "copies_spread": "Several copies of one schedule in use",
    "key_person": "Key person: one editor saves the schedule",
    "loss_of_control": "Loss of control: many editors, no list of changes",
    "tolerated": "Tolerated: a cause that repeats without an effective action",
    "rule_missing": "Exceptions that a rule could settle",
    "red_flag": "Red flag",
    "partner_red_flag": "Contract maker: red flag",
    "partner_check": "Contract maker: to be asked",
    "lock_in_passed": "Early choice: too late to undo before launch",
    "lock_in_debt": "Early choice: costs more than it saves",
    "lock_in_no_launch_date": "Early choices without a launch date",
    "retention_vendor_only": "Held by the vendor alone",
    "retention_open": "Retention matrix: open ends",
    "retention_claim": "Claim against the retention matrix",
    "intersection_weak": "Where flows meet: no decision, or no fallback",
    "intersection_open": "Intersection matrix: weakest and open ends",
    "intersection_claim": "Claim against the intersection matrix",
    "oversight_missing": "QA oversight: missing where it is needed",
    "oversight_open": "QA oversight: open ends",
    "oversight_claim": "Claim against the questions on QA oversight",
    "map_differs": "Model map: map and people differ",
    "map_open": "Model map: open ends",
    "map_claim": "Claim against the model map",
    "stopwatch_wrong": "Visibility stopwatch: wrong answers",
    "stopwatch_slow": "Visibility stopwatch: right, and too slow",
    "stopwatch_stale": "Visibility stopwatch: too old",
    "ripple_open": "Process change: open ends",
    "ripple_late": "Process change: too late to be through before launch",
    "ripple_over": "Process change: took longer than planned",
    "ripple_base_rate": "Process changes: your own figures differ from the usual ones",
    "ripple_loop": "Process change: areas wait for each other",
    "ripple_claim": "Claim against the worksheets of changes",
    "option_past": "Option kept open past its date",
    "option_no_trigger": "Option without a trigger",
    "option_past_gate": "Option kept open past its gate",
    "option_open": "Options kept open: open ends",
    "option_claim": "Claim against the register of options",
    "limit_below": "Breaks below the demand",
    "limit_contradicted": "Limit that the records pass already",
    "limit_open": "Scaling limits: open ends",
    "limit_claim": "Claim against the scaling limits",
    "data_not_ready": "Use of AI whose data are not ready",
    "data_open": "Data before AI: open ends",
    "data_contradicted": "Data set that the logs contradict",
    "data_join": "Batches that do not link by one key",
    "data_claim": "Claim against the state of the data",
    "above_scorecard": "Claim above the scorecard",
    "error": "Error",
}


def finding_name(kind: str, content: Questionnaire) -> str:
    """What a kind of finding is called; a rule of the content by the name that it has there."""
    if kind in FINDING_NAMES:
        return FINDING_NAMES[kind]
    named = (rule.name for rule in content.xray if rule.id == kind)
    return next(named, capitalised(kind.replace("_", " ")))


def contradiction(finding: Finding, result: Result, content: Questionnaire) -> str:
    """*Slots: people say 3, the records show 1. S2 at level 1, S5 at level 1.*"""
    shown = next(c for c in result.capabilities if c.id == finding.capability)
    low = [
        m
        for m in result.measurements
        if m.metric in shown.metrics_usable
        and m.level is not None
        and m.level < (shown.claimed or 1)
    ]
    told = [figure(m, content) for m in low[:2]]
    if shown.test is not None:
        told.append(capitalised(shown.test.text))
    figures = "; ".join(told)
    name = content.capabilities[shown.id].name
    return f"{name}: people say {shown.claimed}, the records show {shown.records}. {figures}."


def figure(measured: Measurement, content: Questionnaire) -> str:
    """A metric with its value: *Double bookings 2 per quarter*."""
    metric = content.metric_by_id[measured.metric]
    name = capitalised(metric.name.removesuffix(f" {metric.unit}"))
    if measured.value is None:
        return f"{name} at level {measured.level}"
    return f"{name} {with_unit(measured.value, metric)}"


def records_missing(result: Result) -> str:
    """Capabilities that rest on answers although records could speak; empty where none does."""
    missing = result.records_missing
    if not missing:
        return ""
    claimed = {c.id for c in result.capabilities if c.claimed is not None}
    count = sum(id in claimed for id in missing)
    lead = f"Records missing, {len(missing)} of {result.measurable}: "
    if not count:
        return lead + "none of them passes 3 until a log is added."
    noun = "capability rests" if count == 1 else "capabilities rest"
    return (
        f"{lead}{number(count)} {noun} on answers although records could speak; none of them "
        "passes 3 until a log is added."
    )


def roadmap_reason(item: RoadmapItem, wave_reason: str) -> str:
    """Why an action stands before its turn, beyond the reason of its wave; a dash if nothing."""
    own = item.reason.removeprefix(wave_reason).lstrip("; ")
    return capitalised(own) or "—"


def rules_in_words(reasons: Sequence[str], content: Questionnaire) -> str:
    """The rules that make a gap *act now*, scenarios by their names."""
    said = "; ".join(reasons)
    for scenario in content.drills.scenarios:
        said = said.replace(scenario.id, scenario.name.lower())
    return said


def single_source(result: Result) -> str:
    """Capabilities that rest on one respondent and no record; empty where none does."""
    count = sum(c.single_source for c in asked(result))
    if not count:
        return ""
    verb = "rests" if count == 1 else "rest"
    noun = plural(count, "capability", "capabilities")
    return (
        f"{capitalised(noun)} {verb} on a single source, plus or minus one: nobody else was asked "
        "and no record speaks. The bounds do not cover the error of one assessor."
    )


def short_form(result: Result, content: Questionnaire) -> str:
    """What the short form leaves out; empty for the full form."""
    if result.form != "short":
        return ""
    outside = sum(c.applicable and not c.in_form for c in result.capabilities)
    words = next(s.verdict for s in content.scale if s.level == content.verdict.capped_level)
    return (
        f"Short form: {plural(outside, 'capability', 'capabilities')} outside the form, neither "
        f"unknown nor a gap; no verdict above {words}. Switching to the full form "
        "keeps all answers."
    )


def agreement(result: Result) -> str:
    """How far respondents agree, with its n, or why there is no figure; empty for one voice."""
    found = result.agreement
    if found.respondents < 2:
        return ""
    name = "Agreement between respondents (Krippendorff’s α, ordinal)"
    if found.alpha is None:
        return f"{name}: none, {found.reason}." if found.reason else ""
    return f"{name}: {found.alpha:.2f}, n = {found.n} capabilities. 1 is full agreement, 0 chance."


def without_proof(result: Result, content: Questionnaire) -> tuple[str, ...]:
    """Gates that rest on statements alone: what keeps evidence coverage below 100 %."""
    return tuple(c.id for c in gates(result, content) if c.proof is None)
