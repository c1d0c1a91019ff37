"""Which assessments can be laid side by side, and what differs between two of them and why."""

from collections import Counter
from collections.abc import Iterable

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
APART = "The two lie in two workspaces or answer two questionnaires"


def is_same_client(one: str, other: str) -> bool:
    """Whether two organisations are one, as people write them."""
    return _spelt(one) == _spelt(other)


def _spelt(name: str) -> str:
    return " ".join(name.casefold().split())


def comparable(session: Session, assessment: str) -> list[AssessmentRow]:
    """The other assessments of this workspace and questionnaire.

    Those of the same organisation, its rounds, come first, of each the last changed.
    """
    rows = session.store.assessments(session.actor)
    mine = _row(rows, assessment)
    found = [row for row in rows if row.id != assessment and _kin(row) == _kin(mine)]
    return sorted(found, key=lambda row: not is_same_client(row.organisation, mine.organisation))


def are_rounds(session: Session, one: str, other: str) -> bool:
    """Whether two assessments are of one organisation, so that a difference is a change."""
    rows = session.store.assessments(session.actor)
    return is_same_client(*(_row(rows, id).organisation for id in (one, other)))


def _kin(row: AssessmentRow) -> tuple[str, str]:
    """What two assessments share that can be laid side by side."""
    return row.workspace, row.questionnaire


def _row(rows: list[AssessmentRow], assessment: str) -> AssessmentRow:
    found = next((row for row in rows if row.id == assessment), None)
    if found is None:
        raise NotFound("There is no such assessment, or it is not yours to see.")
    return found


def in_pairs(session: Session, rows: Iterable[AssessmentRow]) -> list[AssessmentRow]:
    """Those of the assessments that another one can be laid beside."""
    known = [row for row in rows if row.questionnaire in session.questionnaires]
    alike = Counter(_kin(row) for row in known)
    return [row for row in known if alike[_kin(row)] > 1]


def predecessor(session: Session, assessment: str) -> str | None:
    """The round that this one follows, if it still is there for this person and this client."""
    follows = state(session, assessment).assessment.follows
    there = [row.id for row in comparable(session, assessment)]
    if follows is None or follows.assessment not in there:
        return None
    return follows.assessment if are_rounds(session, follows.assessment, assessment) else None


def compared(session: Session, earlier: str, later: str) -> TwoRounds:
    """What moved from one to the other, and why.

    Raises NotFound for an assessment that is not there, or that lies in another workspace.
    """
    if earlier not in [row.id for row in comparable(session, later)]:
        raise NotFound(f"{APART}, or one of them is not there: nothing is compared.")
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
