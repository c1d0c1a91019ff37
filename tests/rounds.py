"""Pairs of rounds made for tests: whole rounds out of a few answers."""

from typing import Any

from readiness.domain.evidence import Evidence
from readiness.workspace.swapping import Round
from tests.made import WINDOW, assessment, people, questionnaire


def one(*responses: dict[str, object], **changed: Any) -> Round:
    """A round of these answers by QA (r1) on the shipped content; ``changed``: other fields."""
    whole = {"respondents": people("QA", "MFG"), "responses": list(responses)} | changed
    return Round(assessment(**whole), questionnaire(), Evidence())


def tally(events: int, batches: int = 20) -> dict[str, Any]:
    """After-hours interventions (H1) counted over so many batches, and their window."""
    counted = {"metric": "H1", "events": events, "exposure": batches}
    return {"measurements": [counted], "window": WINDOW | {"batches": batches}}
