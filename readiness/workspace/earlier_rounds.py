"""Which rounds of one client can be laid side by side, and what moved between two of them."""

from readiness.domain.errors import NotFound
from readiness.domain.result import QuestionnaireStamp
from readiness.domain.two_rounds import TwoRounds
from readiness.store import AssessmentRow
from readiness.workspace.measuring import evidence_of
from readiness.workspace.results import state
from readiness.workspace.session import Session
from readiness.workspace.swapping import Round
from readiness.workspace.two_rounds import two_rounds

OTHER_CLIENT = "The two rounds belong to two clients"


def is_same_client(one: str, other: str) -> bool:
    """Whether two organisations are one, as people write them."""
    return " ".join(one.casefold().split()) == " ".join(other.casefold().split())


def comparable(session: Session, assessment: str) -> list[AssessmentRow]:
    """The other assessments of the same client and questionnaire, the last changed first."""
    rows = session.store.assessments(session.actor)
    mine = _row(rows, assessment)
    return [row for row in rows if row.id != assessment and _fits(row, mine)]


def _fits(row: AssessmentRow, mine: AssessmentRow) -> bool:
    return (
        row.workspace == mine.workspace
        and row.questionnaire == mine.questionnaire
        and is_same_client(row.organisation, mine.organisation)
    )


def _row(rows: list[AssessmentRow], assessment: str) -> AssessmentRow:
    found = next((row for row in rows if row.id == assessment), None)
    if found is None:
        raise NotFound("There is no such assessment, or it is not yours to see.")
    return found


def in_pairs(session: Session, client: str | None = None) -> list[AssessmentRow]:
    """Every assessment that another one of its client can be laid beside, last changed first.

    ``client``: only those of this workspace.
    """
    rows = [r for r in session.store.assessments(session.actor) if client in {None, r.workspace}]
    return [
        row
        for row in rows
        if row.questionnaire in session.questionnaires
        and any(other.id != row.id and _fits(other, row) for other in rows)
    ]


def predecessor(session: Session, assessment: str) -> str | None:
    """The round that this one follows, if it still is there for this person and this client."""
    follows = state(session, assessment).assessment.follows
    there = [row.id for row in comparable(session, assessment)]
    return follows.assessment if follows and follows.assessment in there else None


def compared(session: Session, earlier: str, later: str) -> TwoRounds:
    """What moved from one to the other, and why.

    Raises NotFound for an assessment that is not there, or that is another client's.
    """
    if earlier not in [row.id for row in comparable(session, later)]:
        raise NotFound(f"{OTHER_CLIENT}, or one of them is not there: nothing is compared.")
    follows = state(session, later).assessment.follows
    then = None
    if follows is not None and follows.assessment == earlier:
        id = state(session, later).questionnaire.id
        then = QuestionnaireStamp(id=id, version=follows.version, sha256=follows.sha256)
    return two_rounds(_round(session, earlier), _round(session, later), then)


def since(session: Session, assessment: str) -> TwoRounds | None:
    """What moved since the round before; None where none is known."""
    earlier = predecessor(session, assessment)
    return compared(session, earlier, assessment) if earlier else None


def _round(session: Session, assessment: str) -> Round:
    now = state(session, assessment)
    evidence = evidence_of(session, assessment, now.loaded, now.questionnaire)
    return Round(now.assessment, now.questionnaire, evidence)
