"""What people change of the plan: who can be spared, the calendar, and each action."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from readiness.domain.errors import InputRefused, Problem
from readiness.domain.planning import Absence, ActionEdit, Added, Freeze
from readiness.store import Saved
from readiness.workspace.notes import check_note
from readiness.workspace.plan_key import plan_problems
from readiness.workspace.session import Session

DAYS = 5
"""Working days of a person-week."""


def spare(session: Session, assessment: str, function: str, days: Fraction | None) -> Saved:
    """Days a week that a function can spare; None: not limited."""
    now = dict(session.load(assessment).assessment.plan.capacity)
    now.pop(function, None)
    if days is not None:
        now[function] = days / DAYS
    return session.store.put(session.actor, assessment, "plan", "capacity", now or None)


def begin_on(session: Session, assessment: str, day: date | None) -> Saved:
    """The first day of the plan; None: the Monday after the as-of date."""
    return session.store.put(session.actor, assessment, "plan", "start", day)


def look_ahead(session: Session, assessment: str, weeks: int) -> Saved:
    """The horizon."""
    return session.store.put(session.actor, assessment, "plan", "horizon_weeks", weeks)


def freeze(session: Session, assessment: str, spans: Sequence[Freeze]) -> Saved:
    """Days without any project work."""
    told = [span.model_dump(mode="json", by_alias=True) for span in spans]
    return session.store.put(session.actor, assessment, "plan", "freeze", told or None)


def away(session: Session, assessment: str, spans: Sequence[Absence]) -> Saved:
    """Days on which nobody of a function is there."""
    told = [span.model_dump(mode="json", by_alias=True) for span in spans]
    return session.store.put(session.actor, assessment, "plan", "absences", told or None)


def come_or_go(session: Session, assessment: str, changes: Sequence[Added]) -> Saved:
    """People who come or go from a day on."""
    told = [change.model_dump(mode="json", by_alias=True) for change in changes]
    return session.store.put(session.actor, assessment, "plan", "added", told or None)


def pivotal_on(session: Session, assessment: str, day: date | None) -> Saved:
    """The day on which the pivotal trial begins; None: not known."""
    return session.store.put(session.actor, assessment, "plan", "pivotal", day)


def change_action(
    session: Session, assessment: str, edit: ActionEdit, *, note_confirmed: bool = False
) -> Saved:
    """Change, fix, drop or add an action, with its reason (method 8).

    Raises InputRefused for an action that there is not and for one of their own that says too
    little.
    """
    if not note_confirmed:
        for words in (edit.reason, edit.name, edit.owner):
            check_note(words)
    loaded = session.load(assessment).assessment
    questionnaire = session.questionnaire(loaded.questionnaire)
    others = tuple(a for a in loaded.plan.actions if a.id != edit.id)
    plan = loaded.plan.model_copy(update={"actions": (*others, edit)})
    wrong = [
        Problem(edit.id, text, advice=advice)
        for where, text, advice in plan_problems(plan, questionnaire)
        if where[:3] == ("plan", "actions", len(others))
    ]
    if wrong:
        raise InputRefused(wrong)
    return session.store.put(session.actor, assessment, "action", edit.id, edit, reason=edit.reason)


def restore_action(session: Session, assessment: str, id: str) -> Saved:
    """As the content has it; one of their own goes. The history keeps the edit."""
    return session.store.put(session.actor, assessment, "action", id, None)
