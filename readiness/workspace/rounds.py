"""Rounds of an assessment: closed for good, reopened as a copy, copied as the next one."""

import re
from collections.abc import Sequence

from readiness.domain.assessment import Assessment, CarriedLevel, Follows, Incidents
from readiness.domain.result import Result
from readiness.store import NewFile, Seal
from readiness.workspace.assessments import slug
from readiness.workspace.carrying import kept_files
from readiness.workspace.notes import check_note
from readiness.workspace.results import result, state
from readiness.workspace.session import Session

ROUND = re.compile(r"^(.*), round (\d+)$")


def freeze(session: Session, assessment: str, reason: str = "") -> Seal:
    """Close an assessment: it is read and exported from now on, never changed.

    Raises Frozen if it is closed already, IdentifierFound for a reason that names somebody.
    """
    check_note(reason)
    return session.store.freeze(session.actor, assessment, reason=reason)


def seal_words(session: Session, assessment: str) -> str:
    """The seal in a sentence, whether it still holds included; '' if it is not frozen."""
    seal = state(session, assessment).loaded.frozen
    if seal is None:
        return ""
    holds = session.store.holds(session.actor, assessment)
    kept = "" if holds else " What is stored no longer fits this hash: it was changed by force."
    return f"frozen {seal.at:%d %b %Y}, SHA-256 {seal.sha256}.{kept}"


def reopen(session: Session, assessment: str) -> str:
    """A copy of the same round with everything in it, its files too; returns its id.

    The frozen one stays as it is.
    """
    said = state(session, assessment).assessment
    title = f"{said.title} (reopened)"
    copy = said.model_copy(update={"title": title, "id": slug(title)})
    files = kept_files(session, assessment)
    return _create(session, assessment, copy, "reopened from", files)


def next_round(session: Session, assessment: str) -> str:
    """The next round, as of today; returns its id.

    Profile, people, answers, ratings, settings, set-up, drills, the plan and who sees to what
    go along. Evidence, typed figures and incident counts do not, nor what belongs to the talks of a
    round (notes, marks, requests, sittings, calibration, stamps of drills); each metric that was
    measured keeps its level as *carried over* until it is measured again (method 4). A consensus on
    a level stays behind: it would stand in the place of the new answers. The new round knows the
    one that it follows.
    """
    said = state(session, assessment).assessment
    title = next_title(said.title)
    copy = said.model_copy(
        update={
            "title": title,
            "id": slug(title),
            "as_of": session.today(),
            "follows": _link(session, assessment),
            "window": None,
            "measurements": (),
            "detection": (),
            "complete_logs": (),
            "notes": (),
            "follow_ups": (),
            "requests": (),
            "sittings": (),
            "calibration": (),
            "simulation": None,
            "drill_runs": (),
            "drill_stamps": (),
            "drill_log": (),
            "drill_actions": (),
            "incidents": Incidents(),
            "consensus": tuple(c for c in said.consensus if c.level == "not_applicable"),
            "carried": carried(said, result(session, assessment)),
        }
    )
    return _create(session, assessment, copy, "next round of")


def _link(session: Session, assessment: str) -> Follows:
    content = state(session, assessment).questionnaire
    return Follows(assessment=assessment, version=content.version, sha256=content.sha256)


def next_title(title: str) -> str:
    """*Northgate, round 2* after *Northgate*, *round 3* after that."""
    found = ROUND.match(title)
    return f"{found[1]}, round {int(found[2]) + 1}" if found else f"{title}, round 2"


def carried(said: Assessment, judged: Result) -> tuple[CarriedLevel, ...]:
    """The last level of each metric that was measured, with the day of that measuring."""
    earlier = {one.metric: one for one in said.carried}
    levels = []
    for found in judged.measurements:
        if found.carried_over:
            levels.append(earlier[found.metric])
        elif found.usable and found.level is not None:
            levels.append(
                CarriedLevel(metric=found.metric, level=found.level, measured_on=judged.as_of)
            )
    return tuple(levels)


def _create(
    session: Session,
    assessment: str,
    copy: Assessment,
    what: str,
    files: Sequence[NewFile] = (),
) -> str:
    loaded = state(session, assessment).loaded
    seal = f", frozen with {loaded.frozen.sha256}" if loaded.frozen else ""
    reason = f"{what} {loaded.assessment.title}, revision {loaded.revision}{seal}"
    row = next(r for r in session.store.assessments(session.actor) if r.id == assessment)
    made = session.store.create(session.actor, row.workspace, copy, files, reason=reason)
    # Whom one talked to goes along, and that one talks to somebody: a copy begins no other way.
    place = session.store.place(session.actor, assessment)
    session.store.keep_place(session.actor, made, place)
    return made
