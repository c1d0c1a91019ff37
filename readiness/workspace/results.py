"""The result of an assessment as it stands, kept until something changes."""

from dataclasses import dataclass

from readiness.domain.assessment import Assessment, Settings
from readiness.domain.base import remade
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.result import Result
from readiness.engine import assess
from readiness.store import Loaded
from readiness.workspace.measuring import evidence_of
from readiness.workspace.session import Session


@dataclass(frozen=True)
class State:
    """What a page draws: the answers, the content and where the store stands."""

    loaded: Loaded
    questionnaire: Questionnaire

    @property
    def assessment(self) -> Assessment:
        """What was said."""
        return self.loaded.assessment


def state(session: Session, assessment: str) -> State:
    """The assessment with its content. Raises NotFound."""
    loaded = session.load(assessment)
    return State(loaded, session.questionnaire(loaded.assessment.questionnaire))


def result(session: Session, assessment: str) -> Result:
    """The result of the stored answers and records."""
    now = state(session, assessment)
    key = _key(assessment, now)
    kept = session.kept(key)
    if kept is None:
        evidence = evidence_of(session, assessment, now.loaded, now.questionnaire)
        kept = assess(now.assessment, now.questionnaire, evidence)
        session.keep(key, kept)
    return kept


def _key(assessment: str, now: State) -> tuple[str, str]:
    """What a result is kept under: in another role the same assessment may show less."""
    return assessment, f"{now.loaded.revision} {now.loaded.standing.role}"


def standing(session: Session, assessment: str, now: State) -> Result:
    """The result without the 10,000 weightings, for a page that shows no ranking; kept likewise.

    ``now``: what ``state`` gave this person just before. Quick enough to follow every answer.
    """
    full = session.kept(_key(assessment, now))
    return full or _judged(session, assessment, now, now.assessment)


def without_answer(
    session: Session, assessment: str, now: State, capability: str, respondent: str
) -> Result:
    """The result if this respondent had said nothing on this capability; kept likewise."""
    left = tuple(
        r
        for r in now.assessment.responses
        if (r.capability, r.respondent) != (capability, respondent)
    )
    return _judged(session, assessment, now, remade(now.assessment, responses=left))


def _judged(session: Session, assessment: str, now: State, said: Assessment) -> Result:
    files = now.loaded.files_revision
    seen_as = f"{assessment} {now.loaded.standing.role}"
    kept = session.recent.find(seen_as, files, said)
    if kept is None:
        evidence = evidence_of(session, assessment, now.loaded, now.questionnaire)
        kept = assess(said, now.questionnaire, evidence, robustness=False)
        session.recent.keep(seen_as, files, said, kept)
    return kept


def what_if(
    session: Session,
    assessment: str,
    settings: Settings,
    *,
    now: State | None = None,
    robustness: bool = True,
) -> Result:
    """The result under other weights or another horizon; nothing is stored.

    ``now``: what ``state`` gave this person just before, to spare the store a second look.
    ``robustness=False`` leaves out the 10,000 weightings, which do not depend on the settings: for
    a control that is moved often.
    """
    now = now or state(session, assessment)
    changed = remade(now.assessment, settings=settings)
    if not robustness:
        return _judged(session, assessment, now, changed)
    evidence = evidence_of(session, assessment, now.loaded, now.questionnaire)
    return assess(changed, now.questionnaire, evidence)
