"""The worksheet of a change entered: what it touches, the plan, and what it took (domain 1.4)."""

from fractions import Fraction

from readiness.domain.errors import InputRefused, NotFound, Problem
from readiness.domain.ripple import WEEKS, Change, ChangeArea
from readiness.operating_model.ripple import order_of
from readiness.store import Saved
from readiness.workspace.assessments import free_slug
from readiness.workspace.notes import check_note
from readiness.workspace.results import state
from readiness.workspace.session import Session

NUMBERS = ("effort", "actual_weeks", "actual_effort")


def add_change(session: Session, assessment: str, name: str) -> str:
    """A worksheet for a change of this name; returns its id.

    Raises InputRefused without a name, IdentifierFound for one that names somebody.
    """
    called = name.strip()
    if not called:
        raise InputRefused([Problem(file="change", message="Write what is to be changed first")])
    check_note(called)
    said = session.load(assessment).assessment.operating
    id = free_slug(called, {change.id for change in said.changes})
    _put(session, assessment, Change(id=id, name=called))
    return id


def set_area(
    session: Session, assessment: str, change: str, area: str, field: str, value: object
) -> Saved:
    """Change one field of an area; another size takes the place of weeks of its own.

    Raises InputRefused for a value that cannot be, for an order in which areas wait for each
    other, IdentifierFound for an owner who is a person.
    """
    if isinstance(value, str) and field == "owner":
        check_note(value)
    if field in NUMBERS and value is not None:
        value = Fraction(str(value))
    changed: dict[str, object] = {field: value}
    if field == "size":
        changed |= dict.fromkeys(WEEKS)
    return _changed(session, assessment, change, area, changed)


def set_weeks(
    session: Session,
    assessment: str,
    change: str,
    area: str,
    low: float,
    mode: float,
    high: float,
) -> Saved:
    """The planned weeks of an area. Raises InputRefused unless they run upwards."""
    if not 0 <= low <= mode <= high:
        message = "Lowest, most likely and highest run upwards"
        raise InputRefused([Problem(file=area, message=message)])
    weeks = (Fraction(str(one)) for one in (low, mode, high))
    return _changed(session, assessment, change, area, dict(zip(WEEKS, weeks, strict=True)))


def remove_change(session: Session, assessment: str, change: str) -> Saved:
    """Take a worksheet away; the history keeps it."""
    return session.store.put(session.actor, assessment, "change", change, None)


def _changed(
    session: Session, assessment: str, change: str, area: str, fields: dict[str, object]
) -> Saved:
    now = state(session, assessment)
    known = next((c for c in now.assessment.operating.changes if c.id == change), None)
    if known is None:
        raise NotFound("This change is no longer here.")
    mine = ChangeArea.model_validate(known.of(area).model_dump() | fields)
    kept = [mine if one.area == area else one for one in known.areas]
    if mine not in kept:
        kept.append(mine)
    made = known.model_copy(update={"areas": tuple(kept)})
    loop = order_of(now.questionnaire.lock_in, made)[1]
    if loop:
        message = f"These areas would wait for each other: {loop}"
        raise InputRefused([Problem(file=area, message=message, advice="Take one of them out")])
    return _put(session, assessment, made)


def _put(session: Session, assessment: str, change: Change) -> Saved:
    return session.store.put(session.actor, assessment, "change", change.id, change)
