"""The actions of a roadmap with what people changed of them (method 8, *Selection*)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from readiness.domain.capability import Action
from readiness.domain.gaps import Gap, RoadmapItem
from readiness.domain.planning import ActionEdit, ActionStatus, Plan
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.result import Result
from readiness.domain.scale import Level


@dataclass(frozen=True)
class Task:
    """An action to lay out in time."""

    id: str
    name: str
    wave: int
    effort: Mapping[str, Fraction]
    """Person-weeks by function."""
    elapsed: int
    """Least weeks."""
    owner: str
    lifts: Mapping[str, Level]
    needs: tuple[str, ...] = ()
    final: Level | None = None
    status: ActionStatus = "planned"
    start: date | None = None

    @property
    def is_to_do(self) -> bool:
        """Whether it takes time in the plan."""
        return self.status in ("planned", "started")


@dataclass(frozen=True)
class Tasks:
    """What a plan is made of, in the order of the roadmap."""

    tasks: tuple[Task, ...]
    gaps: tuple[Gap, ...]
    assess_first: tuple[str, ...]

    def closing(self, gap: Gap) -> tuple[Task, ...] | None:
        """The tasks after which a gap is closed; None if what is left of them does not close it."""
        found = tuple(t for t in self.tasks if gap.capability in t.lifts and t.status != "dropped")
        if max((t.lifts[gap.capability] for t in found), default=0) < gap.target:
            return None
        return found


def tasks_of(result: Result, questionnaire: Questionnaire, plan: Plan) -> Tasks:
    """The actions that close the gaps to the horizon of the result, with prerequisites and edits.

    A capability that is not assessed yet has no action to plan: to answer comes first.
    """
    edits = {edit.id: edit for edit in plan.actions}
    found = [
        _task(item, questionnaire, edits.get(item.capability))
        for item in result.roadmap
        if not item.assess_first
    ]
    waves = {t.id: t.wave for t in found}
    known = questionnaire.capabilities
    closed = [e for e in plan.actions if e.id in known and e.id not in waves]
    idle = {n for e in closed for n in e.needs if n.startswith(f"{e.id}.")}  # parts of no gap
    own = [e for e in plan.actions if e.id not in known and e.id not in idle]
    last = max((w.number for w in questionnaire.waves), default=0)
    found += [_own(edit, waves, last) for edit in own]
    horizon = "launch" if result.settings.get("horizon") == "launch" else "next_stage"
    gaps: tuple[Gap, ...] = getattr(result.gaps, horizon)
    unassessed = tuple(i.capability for i in result.roadmap if i.assess_first)
    return Tasks(tuple(_with_known_needs(found)), gaps, unassessed)


def _task(item: RoadmapItem, questionnaire: Questionnaire, edit: ActionEdit | None) -> Task:
    capability = questionnaire.capabilities[item.capability]
    action = capability.action
    task = Task(
        id=item.capability,
        name=capability.name,
        wave=item.wave,
        effort=action.effort,
        elapsed=action.elapsed_weeks,
        owner=action.owner,
        lifts={item.capability: item.target},
        needs=item.prerequisites,
        final=item.final,
    )
    if edit is None:
        return task
    return replace(
        task,
        effort=_effort(edit, action),
        elapsed=edit.elapsed or task.elapsed,
        name=edit.name or task.name,
        owner=edit.owner or task.owner,
        needs=(*task.needs, *edit.needs),
        status=edit.status,
        start=edit.start,
    )


def _effort(edit: ActionEdit, action: Action) -> Mapping[str, Fraction]:
    """As edited; one figure is split over the functions as the content splits its own."""
    if edit.effort is None or isinstance(edit.effort, dict):
        return action.effort if edit.effort is None else edit.effort
    whole = action.effort_total
    return {f: edit.effort * part / whole for f, part in action.effort.items() if whole}


def _own(edit: ActionEdit, waves: Mapping[str, int], last: int) -> Task:
    """It stands in the earliest wave of what it lifts."""
    effort = edit.effort if isinstance(edit.effort, dict) else {}
    return Task(
        id=edit.id,
        name=edit.name or edit.id,
        wave=min((waves[c] for c in edit.lifts if c in waves), default=last),
        effort=effort,
        elapsed=edit.elapsed or 1,
        owner=edit.owner,
        lifts=edit.lifts,
        needs=edit.needs,
        status=edit.status,
        start=edit.start,
    )


def _with_known_needs(tasks: list[Task]) -> list[Task]:
    """What is done, dropped, or no task at all holds nothing up."""
    there = {t.id for t in tasks if t.is_to_do}
    return [replace(t, needs=tuple(n for n in t.needs if n in there)) for t in tasks]
