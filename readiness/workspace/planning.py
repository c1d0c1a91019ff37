"""The roadmap in time: planned, projected, and told with what does not fit (method 8)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from readiness.domain.assessment import Assessment
from readiness.domain.evidence import Evidence
from readiness.domain.planned import Open, Outside, PlannedAction, RoadmapPlan, Standing
from readiness.domain.planning import Plan
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.result import Result
from readiness.roadmap.plan.actions import Task, Tasks, tasks_of
from readiness.roadmap.plan.adding import smallest_addition
from readiness.roadmap.plan.building import Built, build, duration, usually
from readiness.roadmap.plan.calendar import Weeks, weeks_of
from readiness.roadmap.plan.planner import Planned, Work, make_plan
from readiness.roadmap.plan.problem import Starts, load
from readiness.roadmap.plan.waves import Placed, back_to_back
from readiness.workspace.moments import standings
from readiness.workspace.plan_lists import with_lists

USUAL = Work()

Asked = Callable[[], bool]
"""Whether somebody asked to stop."""
Told = Callable[[RoadmapPlan], None]
"""Told of each better plan, as yet without projection and additions."""


@dataclass(frozen=True)
class Case:
    """What a plan is made from."""

    assessment: Assessment
    questionnaire: Questionnaire
    evidence: Evidence
    result: Result

    @property
    def plan(self) -> Plan:
        """The people, the calendar and the edits."""
        return self.assessment.plan

    @property
    def weeks(self) -> Weeks:
        """The weeks up to the horizon."""
        return weeks_of(self.plan, self.assessment.as_of)

    @property
    def tasks(self) -> Tasks:
        """The actions as edited."""
        return tasks_of(self.result, self.questionnaire, self.plan)


def in_waves(case: Case) -> Placed:
    """First week, and week after the last, of each action: waves back to back, people apart."""
    return back_to_back(case.tasks.tasks, case.weeks, _frozen(case))


def _frozen(case: Case) -> frozenset[int]:
    weeks = case.weeks
    return Weeks(weeks.start, 2 * weeks.count + 520).touched(case.plan.freeze)


def waves_only(case: Case) -> RoadmapPlan:
    """The waves in order, back to back, with nobody's time asked for: quick."""
    weeks, tasks, frozen = case.weeks, case.tasks, _frozen(case)
    placed = in_waves(case)
    found = RoadmapPlan(
        status="no people entered" if placed else "nothing to plan",
        start=weeks.start,
        horizon_weeks=weeks.count,
        actions=_actions(tasks, placed, weeks, {}),
        burn_down=_burn_down(tasks, placed),
        frozen_weeks=tuple(sorted(w for w in frozen if w < weeks.count)),
        assess_first=tasks.assess_first,
    )
    found = with_lists(found, case.assessment, case.questionnaire, case.result)
    return found.model_copy(update={"projection": _projection(case, tasks, placed)})


def plan_roadmap(
    case: Case, work: Work = USUAL, *, told: Told | None = None, asked: Asked | None = None
) -> RoadmapPlan:
    """The plan under the capacity of the assessment; without any, the waves back to back.

    ``told`` hears each better plan; ``asked`` may end the search, and the plan then says so.
    """
    tasks, weeks, capacity = case.tasks, case.weeks, case.plan.capacity
    if not capacity or not any(t.is_to_do for t in tasks.tasks):
        return waves_only(case)
    built = build(tasks, case.plan, weeks, capacity)

    def heard(found: Planned) -> None:
        if told:
            told(_plan_of(case, tasks, built, found))

    found = make_plan(built.problem, work, heard=heard, asked=asked)
    shown = _plan_of(case, tasks, built, found)
    placed = _placed(built, found.starts)
    more = None
    if shown.outside and not found.stopped:
        more = smallest_addition(tasks, case.plan, weeks, capacity)
    projection = _projection(case, tasks, placed)
    return shown.model_copy(update={"projection": projection, "add_capacity": more})


def _placed(built: Built, starts: Starts) -> Placed:
    """The weeks of what ends within the horizon."""
    ends = {id: built.problem.end(id, start) for id, start in starts.items()}
    return {id: (starts[id], end) for id, end in ends.items() if end is not None}


def _plan_of(case: Case, tasks: Tasks, built: Built, found: Planned) -> RoadmapPlan:
    weeks, capacity = case.weeks, case.plan.capacity
    usual = usually(case.plan, weeks, capacity)
    placed = _placed(built, found.starts)
    booked = load(built.problem, found.starts)
    plan = RoadmapPlan(
        status="optimal" if found.optimal else "within",
        stopped=found.stopped,
        objective=found.worth.weeks,
        bound=found.weeks_bound,
        gap_percent=float(100 * found.gap),
        open_priority=found.worth.open,
        open_bound=found.open_bound,
        rule_objective=found.rule_worth.weeks,
        rule_open=found.rule_worth.open,
        start=weeks.start,
        horizon_weeks=weeks.count,
        actions=_actions(tasks, placed, weeks, usual),
        outside=_outside(tasks, placed),
        burn_down=_burn_down(tasks, placed),
        load=_in_person_weeks(booked, built.scale),
        capacity=_in_person_weeks(built.problem.capacity, built.scale),
        frozen_weeks=tuple(sorted(built.problem.frozen)),
        assess_first=tasks.assess_first,
        remarks=_remarks(tasks, built, capacity),
    )
    return with_lists(plan, case.assessment, case.questionnaire, case.result)


def _in_person_weeks(
    rows: Mapping[str, list[int]] | Mapping[str, tuple[int, ...]], scale: Mapping[str, int]
) -> dict[str, tuple[Fraction, ...]]:
    return {f: tuple(Fraction(units, scale[f]) for units in row) for f, row in rows.items()}


def _actions(
    tasks: Tasks, placed: Placed, weeks: Weeks, capacity: Mapping[str, Fraction]
) -> tuple[PlannedAction, ...]:
    """By wave, then start, then the order of the roadmap."""
    shown = [_action(t, *placed[t.id], weeks, capacity) for t in tasks.tasks if t.id in placed]
    return tuple(sorted(shown, key=lambda a: (a.wave, a.start_week)))


def _action(
    task: Task, start: int, end: int, weeks: Weeks, capacity: Mapping[str, Fraction]
) -> PlannedAction:
    lasting = duration(task, capacity)
    return PlannedAction(
        id=task.id,
        name=task.name,
        start_week=start,
        end_week=end,
        start=task.start if task.start and task.start < weeks.start else weeks.begins(start),
        end=weeks.last_day(end),
        wave=task.wave,
        owner=task.owner,
        effort=dict(task.effort),
        weeks=lasting,
        stretched=lasting > task.elapsed,
        final=task.final,
        target=task.lifts.get(task.id),
        needs=task.needs,
        status=task.status,
    )


def _outside(tasks: Tasks, placed: Placed) -> tuple[Outside, ...]:
    priority = {g.capability: g.priority for g in tasks.gaps}
    return tuple(
        Outside(id=t.id, name=t.name, priority=priority.get(t.id, Fraction(0)))
        for t in tasks.tasks
        if t.is_to_do and t.id not in placed
    )


def closing_weeks(tasks: Tasks, placed: Placed) -> dict[str, int | None]:
    """The week at whose beginning each gap is closed; None if the plan leaves it open."""
    found: dict[str, int | None] = {}
    for gap in tasks.gaps:
        closing = tasks.closing(gap)
        left = [t.id for t in closing or () if t.is_to_do]
        if closing is None or any(id not in placed for id in left):
            found[gap.capability] = None
        else:
            found[gap.capability] = max([0, *(placed[id][1] for id in left)])
    return found


def _burn_down(tasks: Tasks, placed: Placed) -> tuple[Open, ...]:
    closed = closing_weeks(tasks, placed)
    priority = {g.capability: g.priority for g in tasks.gaps}
    moments = sorted({0, *(week for week in closed.values() if week is not None)})
    return tuple(
        Open(
            week=moment,
            priority=sum(
                (priority[c] for c, week in closed.items() if week is None or week > moment),
                Fraction(0),
            ),
        )
        for moment in moments
    )


def _projection(case: Case, tasks: Tasks, placed: Placed) -> tuple[Standing, ...]:
    return standings(case.assessment, case.questionnaire, case.evidence, tasks, placed, case.weeks)


def _remarks(tasks: Tasks, built: Built, capacity: Mapping[str, Fraction]) -> tuple[str, ...]:
    used = {f for t in tasks.tasks if t.is_to_do for f, e in t.effort.items() if e}
    free = sorted(used - capacity.keys())
    found = [
        f"{function}: what has started or is promised needs more than there is in "
        f"{len(weeks)} week{'s' if len(weeks) > 1 else ''}, first in week {weeks[0]}."
        for function, weeks in built.overbooked.items()
    ]
    if built.too_long:
        found.append(
            "To stop and fix first, but longer than the horizon with what they need: "
            f"{', '.join(built.too_long)}."
        )
    if free:
        found.append(f"Not limited, because no people were entered: {', '.join(free)}.")
    return tuple(found)
