"""The records of an assessment as evidence, measured when something changed."""

from readiness.domain.evidence import Evidence
from readiness.domain.questionnaire import Questionnaire
from readiness.store import Loaded
from readiness.workspace.session import Session


def evidence_of(
    session: Session, assessment: str, loaded: Loaded, questionnaire: Questionnaire
) -> Evidence:
    """What the stored tables show, on the clock of the assessment."""
    return Evidence()
