"""Two raters score the same capabilities, each alone; then how far they agree (domain 10.1)."""

from dataclasses import dataclass
from fractions import Fraction
from typing import get_args

from readiness.domain.assessment import Assessment
from readiness.domain.calibrating import CalibrationRating, Rater
from readiness.domain.capability import Capability
from readiness.domain.errors import InputRefused, Problem
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.scale import Level
from readiness.report.numerals import two
from readiness.scoring.kappa import weighted_kappa
from readiness.store import Put, Saved
from readiness.workspace.interview import asked
from readiness.workspace.session import Session

RATERS: tuple[Rater, ...] = get_args(Rater)


@dataclass(frozen=True)
class Calibration:
    """What is rated, and what each rater may see of it."""

    questions: tuple[Capability, ...]
    given: dict[Rater, dict[str, Level]]

    def done(self, rater: Rater) -> int:
        """How many of the questions this rater has scored."""
        return len(self.given[rater])

    def is_done(self, rater: Rater) -> bool:
        """Whether this rater has scored them all."""
        return self.done(rater) == len(self.questions)

    @property
    def is_open(self) -> bool:
        """Whether both are done, so that each may see what the other gave."""
        return all(self.is_done(rater) for rater in RATERS)

    @property
    def pairs(self) -> list[tuple[str, Level, Level]]:
        """Both ratings of each question, the widest apart first; none before both are done."""
        if not self.is_open:
            return []
        first, second = (self.given[rater] for rater in RATERS)
        rows = [(q.id, first[q.id], second[q.id]) for q in self.questions]
        return sorted(rows, key=lambda row: -abs(row[1] - row[2]))

    @property
    def kappa(self) -> Fraction | None:
        """Weighted by the squared distance; None while one is not done, or where undefined."""
        return weighted_kappa([(a, b) for _, a, b in self.pairs])


def calibration(said: Assessment, content: Questionnaire) -> Calibration:
    """The questions that this profile and form ask, with the ratings so far."""
    rules = content.calibration
    here = {q.id: q for q in asked(said, content)}
    questions = tuple(here[id] for id in rules.capabilities if id in here)[: rules.count]
    ids = {q.id for q in questions}
    given: dict[Rater, dict[str, Level]] = {rater: {} for rater in RATERS}
    for rating in said.calibration:
        if rating.capability in ids:
            given[rating.rater][rating.capability] = rating.level
    return Calibration(questions, given)


def outcome(found: Calibration, content: Questionnaire) -> str:
    """What the agreement means for going on; empty before both are done."""
    if not found.is_open:
        return ""
    rules, kappa = content.calibration, found.kappa
    if kappa is None:
        return f"Both gave one and the same level throughout: no kappa. {rules.enough}"
    text = rules.enough if kappa >= rules.least_kappa else rules.too_little
    return (
        f"Weighted kappa {two(kappa)} (squared distances, n = {len(found.questions)}; "
        f"enough from {two(rules.least_kappa)}). {text}"
    )


def rate(session: Session, assessment: str, capability: str, rater: Rater, level: Level) -> Saved:
    """Keep one rating. Raises InputRefused once this rater is done, or for one not rated.

    Once all are given they stand: the other rater may sit at the same screen next.
    """
    loaded = session.store.load(session.actor, assessment)
    content = session.questionnaire(loaded.assessment.questionnaire)
    found = calibration(loaded.assessment, content)
    if found.is_done(rater):
        raise _refused(capability, "This rater is done: the ratings stand", "Begin again")
    if capability not in {q.id for q in found.questions}:
        raise _refused(capability, "This question is not rated", "Rate the ones listed")
    rating = CalibrationRating(capability=capability, rater=rater, level=level)
    key = f"{capability}|{rater}"
    return session.store.put(session.actor, assessment, "calibration", key, rating)


def begin_again(session: Session, assessment: str) -> None:
    """Take every rating away; the history keeps that they were given."""
    loaded = session.store.load(session.actor, assessment)
    gone = [
        Put("calibration", at.key, None)
        for at, entry in loaded.entries.items()
        if at.kind == "calibration" and entry.there
    ]
    if gone:
        session.store.put_many(session.actor, assessment, gone)


def _refused(capability: str, message: str, advice: str) -> InputRefused:
    return InputRefused([Problem(file=capability, message=message, advice=advice)])
