"""What leaves the product: the Excel gap report and the result as JSON (screens 3.8)."""

import json

from readiness.report.gap_workbook import gap_workbook
from readiness.report.layout import SUMMARY
from readiness.report.sensitivity_sheet import in_a_line
from readiness.report.views import CLIENT, FULL, View, views
from readiness.store import refusal
from readiness.workspace.assessments import slug
from readiness.workspace.earlier_rounds import since
from readiness.workspace.measuring import evidence_of
from readiness.workspace.plan_jobs import case_of, finished_plan
from readiness.workspace.report_weeks import report_weeks
from readiness.workspace.results import result, state
from readiness.workspace.rounds import seal_words
from readiness.workspace.scenario_jobs import finished_comparison
from readiness.workspace.sensitivity import cut_sensitivity
from readiness.workspace.session import Session

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def report_views(session: Session, assessment: str) -> tuple[View, ...]:
    """For whom a report can be made; partners only where a contractor takes part or may.

    To whom nobody is named, nobody is named in a report.
    """
    now = state(session, assessment)
    alone = now.assessment.profile.contractors_known == 0
    found = tuple(v for v in views(now.questionnaire) if not (alone and v.party))
    return found if now.loaded.standing.sees_all else tuple(v for v in found if v.id == CLIENT)


def gap_report(session: Session, assessment: str, view: str = FULL) -> bytes:
    """The gap report of the assessment as it stands, as the bytes of an .xlsx file.

    A round that follows another gets a sheet on what moved since. The weeks of the roadmap, and
    the scenarios beside them, are those of this person's last plan and comparison, where they are
    finished and nothing changed since.

    ``view``: the id of one of ``report_views``; raises NotAllowed for another one.
    """
    now = state(session, assessment)
    if not now.loaded.standing.sees_all and view != CLIENT:
        raise refusal(now.loaded.standing.role)
    case = case_of(session, assessment, now)
    evidence = case.evidence
    return gap_workbook(
        case.result,
        now.assessment,
        now.questionnaire,
        evidence,
        view=view,
        sensitivity=cut_sensitivity(now.assessment, now.questionnaire, evidence),
        rounds=since(session, assessment),
        weeks=report_weeks(
            case,
            finished_plan(session, assessment, case),
            finished_comparison(session, assessment, case),
        ),
        revision=str(now.loaded.revision),
        exported_by=session.actor.person_id,
        frozen=seal_words(session, assessment),
        kept_as=assessment,
    )


def sensitivity_line(session: Session, assessment: str) -> str:
    """What other cut points would do to the level and the first five, in a sentence."""
    now = state(session, assessment)
    evidence = evidence_of(session, assessment, now.loaded, now.questionnaire)
    found = cut_sensitivity(now.assessment, now.questionnaire, evidence, by_stream=False)
    return in_a_line(found)


def result_json(session: Session, assessment: str) -> bytes:
    """The result as it stands, every figure with its workings, unrounded (formats, *Result*)."""
    found = result(session, assessment).model_dump(mode="json", by_alias=True)
    return json.dumps(found, indent=2, ensure_ascii=False).encode()


def file_name(session: Session, assessment: str, ending: str) -> str:
    """A name that says what and of when: ``northgate-2026-11-22-gap-report.xlsx``."""
    said = state(session, assessment).assessment
    return f"{slug(said.title)}-{said.as_of.isoformat()}-{ending}"


def sheet_text(sheet: str, view: View) -> str:
    """What a sheet says in a view, for the list beside the button."""
    if view.party is not None and sheet == SUMMARY:
        return "The shared capabilities: level, target, priority and rank of each, and their chart"
    return SHEET_TEXTS[sheet]


SHEET_TEXTS = {
    "Top gaps": "The first gaps, what closes the first five, and what is not yet assessed",
    "Summary": "Verdict with its conditions, dimensions, the first gaps, assumptions, limits",
    "Heat map": "Every capability by dimension and level",
    "Gap register": "Every gap with ratings, priority, band, rank, owner, status and due date",
    "Roadmap": "Actions in order: wave, reason, effort, prerequisites, weeks, owner, status",
    "Plan": "What one is after each wave, what each wave changes, scenarios side by side",
    "Two rounds": "What moved since the round before, why, and what got worse",
    "Metrics": "Every metric with value, n, interval, level, and whether it counts",
    "Evidence register": "Files and rows behind every metric",
    "Findings": "Contradictions, disagreements, suspicions and the rest",
    "Drills": "First-hour drills and fragmentation flags",
    "Model map": "Who makes it and what passes over, each link, and the flags read off it",
    "Hand-overs": "Who hands what to whom: the network of the map as a matrix, with its flags",
    "CDMO scorecard": "Contract makers: scores, answers, and what their own figures say",
    "Lock-in ledger": "Early choices: weeks saved and to undo, net, and until when",
    "Intersection matrix": "Where flows meet, weakest first: signal, decision, fallback, slack",
    "Visibility stopwatch": "Codes drawn, five fields each, right or wrong, time and level",
    "Change ripple": "Process changes: areas touched, longest path, plan against actual",
    "Options kept open": "Options with cost, trigger, date and gate, and what the gates asked",
    "Scaling limits": "The volume at which each dimension breaks, against the demand",
    "Data before AI": "Uses of AI, the data they consume, and how many batches link by one key",
    "Retention matrix": "What should never be outsourced, and who holds it",
    "QA oversight": "Extra questions where the product is made in many places",
    "Day one and scale": "What to weigh early, what cannot wait, what scaling needs",
    "Sensitivity": "What cut points lower and higher do to the level and the first five gaps",
    "Assumptions": "Weights, bands, horizon, targets, conditions, cut points: the live inputs",
    "Sources": "Clauses and guidance, by stage, with how sure each citation is",
    "Three legs": "Process and analytics, data and control tower, discipline and people",
}
"""What each sheet says, in the order of the full report; the board's second sheet first."""
