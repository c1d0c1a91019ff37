"""Early choices entered: what each saves, and what undoing it would touch (method 11)."""

from fractions import Fraction
from typing import Literal

from readiness.domain.errors import InputRefused, NotFound, Problem
from readiness.domain.lock_in import SIZES, AreaWeeks, LockInChoice, LockInRules, Size
from readiness.store import Saved
from readiness.workspace.assessments import free_slug
from readiness.workspace.notes import check_note
from readiness.workspace.results import state
from readiness.workspace.session import Session

Touch = Size | Literal["not", "own"]
"""How a choice touches an area; ``own``: in weeks that are none of the usual ones."""


def add_choice(session: Session, assessment: str, name: str, typical: str = "") -> str:
    """A new early choice, with the areas of a typical one if named; returns its id.

    Raises InputRefused without a name, IdentifierFound for one that names somebody.
    """
    now = state(session, assessment)
    rules = now.questionnaire.lock_in
    known = next((one for one in rules.typical if one.id == typical), None)
    called = name.strip() or (known.name if known else "")
    if not called:
        raise InputRefused([Problem(file="choice", message="Write what was chosen first")])
    check_note(called)
    taken = {choice.id for choice in now.assessment.operating.choices}
    free = free_slug(called, taken)
    areas = {area.id: area for area in rules.areas}
    touched = known.areas if known else {}
    made = LockInChoice(
        id=free,
        name=called,
        areas=tuple(areas[id].usual(size) for id, size in touched.items()),
    )
    _put(session, assessment, made)
    return free


def set_saved(session: Session, assessment: str, choice: str, weeks: float | None) -> Saved:
    """The weeks that it saves now; None is 0."""
    return _changed(session, assessment, choice, weeks_saved=_exact(weeks or 0))


def set_chance(session: Session, assessment: str, choice: str, percent: float | None) -> Saved:
    """The chance in per cent that it must be undone before launch; None is for sure."""
    share = Fraction(1) if percent is None else _exact(percent) / 100
    return _changed(session, assessment, choice, chance=share)


def set_touch(session: Session, assessment: str, choice: str, area: str, touch: Touch) -> Saved:
    """Whether undoing it touches an area, and how large that is in the usual weeks."""
    now = state(session, assessment)
    known = _choice(session, assessment, choice)
    spec = next(one for one in now.questionnaire.lock_in.areas if one.id == area)
    if touch == "own":
        return _put(session, assessment, known)
    weeks = None if touch == "not" else spec.usual(touch)
    return _changed(session, assessment, choice, areas=_with(known, area, weeks))


def set_weeks(
    session: Session, assessment: str, choice: str, area: str, low: float, mode: float, high: float
) -> Saved:
    """The weeks of a touched area. Raises InputRefused unless they run upwards."""
    known = _choice(session, assessment, choice)
    if not 0 <= low <= mode <= high:
        message = "Lowest, most likely and highest run upwards"
        raise InputRefused([Problem(file=area, message=message)])
    weeks = AreaWeeks(area=area, low=_exact(low), mode=_exact(mode), high=_exact(high))
    return _changed(session, assessment, choice, areas=_with(known, area, weeks))


def remove_choice(session: Session, assessment: str, choice: str) -> Saved:
    """Take it off the ledger; the history keeps it."""
    return session.store.put(session.actor, assessment, "lock_in", choice, None)


def touch_of(rules: LockInRules, choice: LockInChoice, area: str) -> Touch:
    """How a choice touches an area, as ``set_touch`` takes it."""
    weeks = next((one for one in choice.areas if one.area == area), None)
    if weeks is None:
        return "not"
    spec = next(one for one in rules.areas if one.id == area)
    return next((size for size in SIZES if spec.usual(size) == weeks), "own")


def _with(choice: LockInChoice, area: str, weeks: AreaWeeks | None) -> tuple[AreaWeeks, ...]:
    """The areas with one changed in its place, added at the end, or taken out."""
    kept = [weeks if one.area == area else one for one in choice.areas]
    if weeks is not None and weeks not in kept:
        kept.append(weeks)
    return tuple(one for one in kept if one is not None)


def _choice(session: Session, assessment: str, choice: str) -> LockInChoice:
    said = session.load(assessment).assessment.operating
    found = next((one for one in said.choices if one.id == choice), None)
    if found is None:
        raise NotFound("This choice is no longer here.")
    return found


def _changed(session: Session, assessment: str, choice: str, **changes: object) -> Saved:
    known = _choice(session, assessment, choice)
    return _put(session, assessment, known.model_copy(update=changes))


def _put(session: Session, assessment: str, choice: LockInChoice) -> Saved:
    return session.store.put(session.actor, assessment, "lock_in", choice.id, choice)


def _exact(value: float) -> Fraction:
    return Fraction(str(value))
