"""What a plan must keep to beyond its types: known functions, capabilities and actions."""

from collections import Counter
from collections.abc import Iterable, Iterator
from graphlib import CycleError, TopologicalSorter

from readiness.domain.planning import ActionEdit, Plan
from readiness.domain.questionnaire import Questionnaire
from readiness.workspace.placed import Where
from readiness.workspace.refusals import nearest

Said = tuple[Where, str, str]
"""Where it stands, what is wrong, and the advice."""


def plan_problems(plan: Plan, questionnaire: Questionnaire) -> Iterator[Said]:
    """Everything that the types of a plan do not see."""
    functions = [f.code for f in questionnaire.functions]
    yield from _unknown(("plan", "capacity"), plan.capacity, functions, "function")
    for place, absence in enumerate(plan.absences):
        where: Where = ("plan", "absences", place, "function")
        yield from _unknown(where, [absence.function], functions, "function")
    for place, added in enumerate(plan.added):
        at: Where = ("plan", "added", place, "function")
        yield from _unknown(at, [added.function], functions, "function")
    actions = [*questionnaire.capabilities, *(edit.id for edit in plan.actions)]
    for place, edit in enumerate(plan.actions):
        yield from _edit(("plan", "actions", place), edit, questionnaire, actions, functions)
    for place, scenario in enumerate(plan.scenarios):
        at = ("plan", "scenarios", place)
        yield from _unknown((*at, "skip"), scenario.skip, actions, "action")
        came = [added.function for added in scenario.added]
        yield from _unknown((*at, "added"), came, functions, "function")
    yield from _twice(plan)
    yield from _in_circles(plan, questionnaire)


def _twice(plan: Plan) -> Iterator[Said]:
    for part, named in (("actions", plan.actions), ("scenarios", plan.scenarios)):
        for id, count in Counter(entry.id for entry in named).items():
            if count > 1:
                yield ("plan", part), f"{id} stands here {count} times", "Keep one of them"


def _in_circles(plan: Plan, questionnaire: Questionnaire) -> Iterator[Said]:
    """Actions that wait for each other would never begin."""
    needs = {id: set(one.prerequisites) for id, one in questionnaire.capabilities.items()}
    for edit in plan.actions:
        needs[edit.id] = needs.get(edit.id, set()) | set(edit.needs)
    try:
        TopologicalSorter(needs).prepare()
    except CycleError as error:
        text = f"these wait for each other: {', '.join(error.args[1][1:])}"
        yield ("plan", "actions"), text, "Take one of them out of needs"


def _edit(
    at: Where,
    edit: ActionEdit,
    questionnaire: Questionnaire,
    actions: list[str],
    functions: list[str],
) -> Iterator[Said]:
    capabilities = list(questionnaire.capabilities)
    effort = edit.effort if isinstance(edit.effort, dict) else {}
    yield from _unknown((*at, "effort"), effort, functions, "function")
    yield from _unknown((*at, "lifts"), edit.lifts, capabilities, "capability")
    yield from _unknown((*at, "needs"), edit.needs, actions, "action")
    if edit.id in questionnaire.capabilities:
        if edit.lifts:
            text = f"{edit.id} is an action of the content: what it lifts stands there"
            yield at, text, "Give an action of your own another id"
    elif not edit.lifts:
        advice = nearest(edit.id, capabilities)
        yield (*at, "id"), f"there is no action {edit.id}", advice or "Say what it lifts"
    elif not edit.name or not effort or edit.elapsed is None:
        text = f"{edit.id}, an action of your own, needs name, effort by function and elapsed"
        yield at, text, ""


def _unknown(at: Where, found: Iterable[str], known: list[str], what: str) -> Iterator[Said]:
    for id in found:
        if id not in known:
            yield at, f"there is no {what} {id}", nearest(id, known)
