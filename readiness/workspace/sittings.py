"""The clock of a talk: its start is stored, so that a reload or a crash costs nothing."""

from datetime import datetime

from readiness.domain.assessment import Assessment
from readiness.domain.interviewing import Sitting
from readiness.store import Saved
from readiness.workspace.session import Session


def sitting_of(assessment: Assessment, respondent: str, planned_minutes: int) -> Sitting:
    """The time of a respondent; before the clock ever ran, none of what is planned."""
    there = (s for s in assessment.sittings if s.respondent == respondent)
    return next(there, Sitting(respondent=respondent, planned_minutes=planned_minutes))


def start(session: Session, assessment: str, sitting: Sitting, now: datetime) -> Saved:
    """Let the clock run from now on; what ran before is kept."""
    running = sitting.model_copy(update={"started": now.replace(microsecond=0)})
    return _put(session, assessment, running)


def stop(session: Session, assessment: str, sitting: Sitting, now: datetime) -> Saved:
    """Stop the clock."""
    stopped = sitting.model_copy(update={"seconds": sitting.elapsed(now), "started": None})
    return _put(session, assessment, stopped)


def plan(session: Session, assessment: str, sitting: Sitting, minutes: int) -> Saved:
    """Change what is planned."""
    planned = sitting.model_copy(update={"planned_minutes": minutes})
    return _put(session, assessment, planned)


def _put(session: Session, assessment: str, sitting: Sitting) -> Saved:
    who = sitting.respondent
    return session.store.put(session.actor, assessment, "sitting", who, sitting)
