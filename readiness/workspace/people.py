"""Profile and people: everything beside the answers that decides the verdict (screens 1)."""

from collections.abc import Sequence
from datetime import date

from readiness.domain.assessment import (
    Drill,
    FunctionCode,
    HybridAnswers,
    Respondent,
    Seniority,
)
from readiness.domain.errors import InputRefused, Problem
from readiness.store import WHOLE, EntryKey, Kind, Loaded, Put, Saved, entry_of
from readiness.workspace.session import Session


def set_profile(session: Session, assessment: str, field: str, value: object) -> Saved:
    """Change one field of the profile. Raises InputRefused for a value that it cannot hold."""
    return session.store.put(session.actor, assessment, "profile", field, value)


def set_meta(session: Session, assessment: str, field: str, value: object) -> Saved:
    """Change title, as-of date or form; switching the form loses no answer (method 5)."""
    if field not in {"title", "as_of", "form"}:
        raise InputRefused([Problem(file=field, message="This is not changed here")])
    return session.store.put(session.actor, assessment, "meta", field, value)


def set_incident(session: Session, assessment: str, incident: str, count: int | None) -> Saved:
    """A count of the last 12 months; None is *do not know*, a finding and never 0."""
    return session.store.put(session.actor, assessment, "incidents", incident, count)


def set_flag(session: Session, assessment: str, flag: str, state: str) -> Saved:
    """A fragmentation flag: ``yes``, ``no`` or ``not known``."""
    said = _hybrid(session, assessment)
    flags = [f for f in said.flags if f != flag] + ([flag] if state == "yes" else [])
    unknown = [f for f in said.not_known if f != flag] + ([flag] if state == "not known" else [])
    value = said.model_copy(
        update={"flags": tuple(sorted(flags)), "not_known": tuple(sorted(unknown))}
    )
    return session.store.put(session.actor, assessment, "hybrid", WHOLE, value)


def _hybrid(session: Session, assessment: str) -> HybridAnswers:
    """What was said; before the first answer every flag is *not known*, never *no*."""
    said = session.store.load(session.actor, assessment).assessment
    if said.hybrid is not None:
        return said.hybrid
    every = session.questionnaire(said.questionnaire).hybrid.flags
    return HybridAnswers(not_known=tuple(flag.id for flag in every))


def set_archetypes(session: Session, assessment: str, archetypes: Sequence[str]) -> Saved:
    """Which kinds of hybrid hold; several may."""
    said = _hybrid(session, assessment)
    value = said.model_copy(update={"archetypes": tuple(archetypes)})
    return session.store.put(session.actor, assessment, "hybrid", WHOLE, value)


def add_respondent(
    session: Session, assessment: str, function: FunctionCode, seniority: Seniority
) -> str:
    """A new respondent, named by the next free code; returns the code."""
    loaded = session.store.load(session.actor, assessment)
    taken = loaded.assessment.respondent_by_id
    number = next(n for n in range(1, len(taken) + 2) if f"r{n}" not in taken)
    person = Respondent(id=f"r{number}", function=function, seniority=seniority)
    expected = loaded.expected("respondent", person.id)
    session.store.put(session.actor, assessment, "respondent", person.id, person, expected=expected)
    return person.id


def set_respondent(session: Session, assessment: str, person: Respondent) -> Saved:
    """Change function, seniority or the answer on the end-to-end owner of a respondent."""
    return session.store.put(session.actor, assessment, "respondent", person.id, person)


def remove_respondent(session: Session, assessment: str, respondent: str) -> Saved:
    """Take a respondent away, with the clock. Refused while something they said is there."""
    said = session.store.load(session.actor, assessment).assessment
    heard = {r.respondent for r in said.responses} | {n.respondent for n in said.notes}
    heard |= {f.respondent for f in said.follow_ups} | {r.respondent for r in said.requests}
    if respondent in heard:
        raise InputRefused(
            [
                Problem(
                    file=respondent,
                    message="This respondent has answers, notes or requests",
                    advice="Clear them first, or keep the respondent",
                )
            ]
        )
    gone = [Put("respondent", respondent, None)]
    if any(s.respondent == respondent for s in said.sittings):
        gone.append(Put("sitting", respondent, None))
    return session.store.put_many(session.actor, assessment, gone)


def add_drill(
    session: Session,
    assessment: str,
    scenario: str,
    held_on: date,
    points: int,
    critical_fail: bool,
) -> Saved:
    """A drill already held, with its points (method 9)."""
    drill = Drill(scenario=scenario, held_on=held_on, points=points, critical_fail=critical_fail)
    loaded = session.store.load(session.actor, assessment)
    free = free_drill_key(loaded, drill)
    expected = loaded.expected("drill", free)
    return session.store.put(session.actor, assessment, "drill", free, drill, expected=expected)


def free_drill_key(loaded: Loaded, drill: Drill) -> str:
    """The key of one more drill: two of the same scenario may be held on one day."""
    base = entry_of(drill).key
    keys = [base, *(f"{base}|{n}" for n in range(2, 100))]
    return next(k for k in keys if not _is_there(loaded, "drill", k))


def _is_there(loaded: Loaded, kind: Kind, key: str) -> bool:
    stamp = loaded.entries.get(EntryKey(kind, key))
    return stamp is not None and stamp.there


def drills(session: Session, assessment: str) -> list[tuple[str, Drill]]:
    """The drills on record with the keys to remove them by."""
    loaded = session.store.load(session.actor, assessment)
    keys = [at.key for at, e in loaded.entries.items() if at.kind == "drill" and e.there]
    return list(zip(keys, loaded.assessment.drills, strict=True))


def remove_drill(session: Session, assessment: str, key: str) -> Saved:
    """Take a drill away; the history keeps it."""
    return session.store.put_many(session.actor, assessment, [Put("drill", key, None)])
