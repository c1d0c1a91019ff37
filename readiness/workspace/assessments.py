"""Assessments: listed, begun, opened as an example, deleted (screens 3.1)."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from readiness.domain.assessment import Assessment, HybridAnswers, Profile, Respondent
from readiness.domain.scale import Modality, Stage
from readiness.scoring.applicability import applies
from readiness.store import AssessmentRow
from readiness.workspace.clients import home
from readiness.workspace.session import Session

TEAM = "team"
DEFAULT_QUESTIONNAIRE = "cgt-operational-readiness"


@dataclass(frozen=True)
class Listed:
    """A line of the list with the questions that its profile asks."""

    row: AssessmentRow
    asked: int
    answered: int


def listed(session: Session, client: str | None = None) -> list[AssessmentRow]:
    """Every assessment of the acting person, or of one client's, last changed first."""
    rows = session.store.assessments(session.actor)
    return [row for row in rows if client in {None, row.workspace}]


def lined(session: Session, row: AssessmentRow) -> Listed:
    """The line of one assessment."""
    questionnaire = session.questionnaires.get(row.questionnaire)
    if questionnaire is None:
        return Listed(row, 0, len(row.answered))
    profile = Profile.model_validate(
        {"organisation": row.organisation, "modality": row.modality, "stage": row.stage}
    )
    asked = {
        c.id
        for c in questionnaire.capabilities.values()
        if applies(c, profile) and (row.form == "full" or c.id in questionnaire.short_capabilities)
    }
    return Listed(row, len(asked), len(asked & set(row.answered)))


def create(
    session: Session,
    organisation: str,
    modality: Modality,
    stage: Stage,
    *,
    interviews: bool = False,
    form: str = "full",
    client: str | None = None,
) -> str:
    """Begin an assessment with one respondent TEAM; the rest of the profile can wait.

    Flags begin as *not known*: silence is never read as good. Returns the id.
    """
    questionnaire = session.questionnaire(DEFAULT_QUESTIONNAIRE)
    name = organisation.strip() or "Our organisation"
    people = () if interviews else (Respondent(id=TEAM, function="TEAM"),)
    assessment = Assessment.model_validate(
        {
            "id": slug(name),
            "title": name,
            "as_of": session.today(),
            "form": form,
            "questionnaire": questionnaire.id,
            "profile": {"organisation": name, "modality": modality, "stage": stage},
            "respondents": people,
            "hybrid": HybridAnswers(not_known=tuple(f.id for f in questionnaire.hybrid.flags)),
        }
    )
    return session.store.create(session.actor, home(session, client), assessment)


def slug(text: str) -> str:
    """A folder-safe id made of a title."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-") or "assessment"


def free_slug(text: str, taken: Collection[str]) -> str:
    """The slug of a title, numbered where it is taken: ``same``, ``same-2``."""
    base = slug(text)
    numbered = (base if n == 1 else f"{base}-{n}" for n in range(1, len(taken) + 2))
    return next(id for id in numbered if id not in taken)


def delete(session: Session, assessment: str) -> None:
    """Take an assessment out of the list; its history stays in the store."""
    session.store.delete(session.actor, assessment)
