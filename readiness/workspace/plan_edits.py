"""What people change of the plan: who can be spared, the calendar, and each action."""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction

from readiness.domain.errors import InputRefused, Problem
from readiness.domain.planning import Absence, ActionEdit, Added, Freeze, Plan
from readiness.store import Put, Saved
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


def on_top(plan: Plan, id: str, fields: Mapping[str, object]) -> ActionEdit:
    """What stands of an action with these fields changed; None leaves a field as it is.

    One figure of effort is split over the functions as what stands. What is planned anew has no
    start unless one is given. Raises pydantic.ValidationError.
    """
    stands = next((e for e in plan.actions if e.id == id), None)
    now: dict[str, object] = {} if stands is None else stands.model_dump()
    said = {name: value for name, value in fields.items() if value is not None}
    if fields.get("status") == "planned":
        now.pop("start", None)
    effort = said.get("effort")
    by_function = stands.effort if stands is not None else None
    if isinstance(effort, Fraction) and isinstance(by_function, dict):
        whole = sum(by_function.values())
        shared = {f: effort * part / whole for f, part in by_function.items()} if whole else {}
        said["effort"] = shared or dict.fromkeys(list(by_function)[:1], effort)
    return ActionEdit.model_validate({**now, "id": id, **said})


def next_own_id(plan: Plan) -> str:
    """The id of one more action of their own: ``own-1``."""
    taken = {edit.id for edit in plan.actions}
    return next(f"own-{n}" for n in range(1, len(taken) + 2) if f"own-{n}" not in taken)


def restore_action(session: Session, assessment: str, id: str) -> Saved:
    """As the content has it, in one piece; one of their own goes. The history keeps the edit.

    What is gone is waited for, and left out of a scenario, no more.
    """
    said = session.load(assessment).assessment
    plan, known = said.plan, session.questionnaire(said.questionnaire).capabilities
    there = {edit.id: edit for edit in plan.actions}
    parts = [n for n in there[id].needs if n.startswith(f"{id}.")] if id in there else []
    away = {id, *parts}
    gone = {one for one in away if one not in known}
    puts = [Put("action", one, None) for one in sorted(away)]
    for edit in plan.actions:
        if edit.id not in away and gone.intersection(edit.needs):
            left = tuple(n for n in edit.needs if n not in gone)
            puts.append(Put("action", edit.id, edit.model_copy(update={"needs": left})))
    for scenario in plan.scenarios:
        if gone.intersection(scenario.skip):
            skip = tuple(n for n in scenario.skip if n not in gone)
            puts.append(Put("scenario", scenario.id, scenario.model_copy(update={"skip": skip})))
    return session.store.put_many(session.actor, assessment, puts)
