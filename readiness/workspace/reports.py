"""What leaves the product: the Excel gap report and the result as JSON (screens 3.8)."""

import json

from readiness.report.gap_workbook import gap_workbook
from readiness.workspace.assessments import slug
from readiness.workspace.measuring import evidence_of
from readiness.workspace.results import result, state
from readiness.workspace.session import Session

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def gap_report(session: Session, assessment: str) -> bytes:
    """The gap report of the assessment as it stands, as the bytes of an .xlsx file."""
    now = state(session, assessment)
    return gap_workbook(
        result(session, assessment),
        now.assessment,
        now.questionnaire,
        evidence_of(session, assessment, now.loaded, now.questionnaire),
        revision=str(now.loaded.revision),
    )


def result_json(session: Session, assessment: str) -> bytes:
    """The result as it stands, every figure with its workings, unrounded (formats, *Result*)."""
    found = result(session, assessment).model_dump(mode="json", by_alias=True)
    return json.dumps(found, indent=2, ensure_ascii=False).encode()


def file_name(session: Session, assessment: str, ending: str) -> str:
    """A name that says what and of when: ``northgate-2026-11-22-gap-report.xlsx``."""
    said = state(session, assessment).assessment
    return f"{slug(said.title)}-{said.as_of.isoformat()}-{ending}"


SHEET_TEXTS = {
    "Summary": "Verdict with its conditions, dimensions, the first gaps, assumptions, limits",
    "Heat map": "Every capability by dimension and level",
    "Gap register": "Every gap with ratings, priority, band, rank, owner, status and due date",
    "Roadmap": "Actions in order: wave, reason, owner role, effort, prerequisites",
    "Metrics": "Every metric with value, n, interval, level, and whether it counts",
    "Evidence register": "Files and rows behind every metric",
    "Findings": "Contradictions, disagreements, suspicions and the rest",
    "Drills": "First-hour drills and fragmentation flags",
    "Assumptions": "Weights, bands, horizon, targets, conditions, cut points: the live inputs",
    "Sources": "Clauses and guidance, by stage, with how sure each citation is",
}
"""What each sheet says, for the list beside the button."""
