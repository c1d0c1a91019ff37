"""An action in two parts, the second after the first, and the two put together again."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from readiness.domain.errors import InputRefused, Problem
from readiness.domain.planning import ActionEdit, Plan
from readiness.roadmap.plan.actions import Task, tasks_of
from readiness.store import Put, Saved
from readiness.workspace.notes import check_note
from readiness.workspace.results import standing, state
from readiness.workspace.session import Session


@dataclass(frozen=True)
class Parts:
    """How an action is split: the share of the first part, above 0 and below 1, and two titles."""

    share: Fraction
    first: str
    second: str


def split(
    session: Session,
    assessment: str,
    id: str,
    parts: Parts,
    reason: str,
    *,
    note_confirmed: bool = False,
) -> Saved:
    """Two parts of an action; its gap closes when both are done.

    The second keeps the id, so that what waits for the action waits for its end. The first is
    ``ID.1`` and keeps the start, if there is one. Raises InputRefused, IdentifierFound.
    """
    if not note_confirmed:
        for words in (parts.first, parts.second, reason):
            check_note(words)
    now = state(session, assessment)
    plan = now.assessment.plan
    tasks = tasks_of(standing(session, assessment, now), now.questionnaire, plan).tasks
    task = next((t for t in tasks if t.id == id and t.is_to_do), None)
    if task is None:
        raise InputRefused([Problem(id, "this action is not waiting in the plan any more")])
    if not 0 < parts.share < 1 or not parts.first or not parts.second:
        text = "each part needs a title and a share of the effort"
        raise InputRefused([Problem(id, text, advice="Give the first part 5 to 95 %")])
    own = next((e for e in plan.actions if e.id == id), ActionEdit(id=id, reason=reason))
    first = _first(task, own, plan, parts, reason)
    rest = {
        "name": parts.second,
        "effort": {f: e * (1 - parts.share) for f, e in task.effort.items()},
        "elapsed": max(1, task.elapsed - (first.elapsed or 1)),
        "status": "planned",
        "start": None,
        "needs": (*own.needs, first.id),
        "reason": reason,
    }
    second = own.model_copy(update=rest)
    puts = [Put("action", part.id, part) for part in (first, second)]
    return session.store.put_many(session.actor, assessment, puts, reason=reason)


def _first(task: Task, own: ActionEdit, plan: Plan, parts: Parts, reason: str) -> ActionEdit:
    """It lifts to level 1, which is to say nothing by itself, and so belongs to the same gaps."""
    taken = {edit.id for edit in plan.actions}
    number = next(n for n in range(1, len(taken) + 2) if f"{task.id}.{n}" not in taken)
    return ActionEdit(
        id=f"{task.id}.{number}",
        name=parts.first,
        owner=task.owner,
        effort={f: e * parts.share for f, e in task.effort.items()},
        elapsed=max(1, min(ceil(task.elapsed * parts.share), task.elapsed - 1)),
        lifts=dict.fromkeys(task.lifts, 1),
        needs=task.needs,
        status=task.status,
        start=own.start,
        reason=reason,
    )


def whole_of(plan: Plan) -> Mapping[str, str]:
    """For each first part in the plan the action that it is a part of."""
    there = {edit.id: edit for edit in plan.actions}
    found = {}
    for id in there:
        whole = id.rpartition(".")[0]
        if whole in there and id in there[whole].needs:
            found[id] = whole
    return found


def join(session: Session, assessment: str, part: str) -> Saved:
    """The effort and the weeks of a first part go back into its action, which keeps its title.

    Raises InputRefused if it is no part of anything.
    """
    plan = session.load(assessment).assessment.plan
    there = {edit.id: edit for edit in plan.actions}
    whole = there.get(whole_of(plan).get(part, ""))
    if whole is None:
        raise InputRefused([Problem(part, "this is not a part of an action any more")])
    one, other = _by_function(there[part]), _by_function(whole)
    joined = whole.model_copy(
        update={
            "effort": {f: one.get(f, Fraction(0)) + other.get(f, Fraction(0)) for f in one | other},
            "elapsed": (there[part].elapsed or 1) + (whole.elapsed or 1),
            "needs": tuple(n for n in whole.needs if n != part),
        }
    )
    puts = [Put("action", part, None), Put("action", whole.id, joined)]
    return session.store.put_many(session.actor, assessment, puts)


def _by_function(edit: ActionEdit) -> dict[str, Fraction]:
    return edit.effort if isinstance(edit.effort, dict) else {}
