"""What if: the same plan under other people, actions, weights or another pivotal start."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

from readiness.domain.base import remade
from readiness.domain.errors import InputRefused, Problem
from readiness.domain.planned import RoadmapPlan, ScenarioOutcome
from readiness.domain.planning import ActionEdit, Plan, Scenario
from readiness.engine import assess
from readiness.roadmap.plan.planner import Work
from readiness.store import Saved
from readiness.workspace.notes import check_note
from readiness.workspace.plan_key import plan_problems
from readiness.workspace.planning import Asked, Case, closing_weeks, plan_roadmap
from readiness.workspace.session import Session

AS_ENTERED = "As entered"
WORK = Work(2.0, 4.0)
"""The same for the plan as entered and for each scenario, so that they can be compared."""

Heard = Callable[[ScenarioOutcome], None]
"""Told of each outcome as it is there."""


def save_scenario(
    session: Session, assessment: str, scenario: Scenario, *, note_confirmed: bool = False
) -> Saved:
    """Keep it under its name, in place of one of that name.

    Raises InputRefused for functions and actions that there are not, for one that changes nothing,
    and for the name of the plan itself; IdentifierFound until the name is confirmed.
    """
    if not note_confirmed:
        check_note(scenario.id)
    loaded = session.load(assessment).assessment
    questionnaire = session.questionnaire(loaded.questionnaire)
    plan = loaded.plan.model_copy(update={"scenarios": (scenario,)})
    wrong = [
        Problem(scenario.id, text, advice=advice)
        for where, text, advice in plan_problems(plan, questionnaire)
        if where[:2] == ("plan", "scenarios")
    ]
    if scenario.id == AS_ENTERED:
        wrong.append(Problem(scenario.id, "This is the plan itself", advice="Take another name"))
    if scenario == Scenario(id=scenario.id):
        wrong.append(Problem(scenario.id, "It changes nothing", advice="Say what is different"))
    if wrong:
        raise InputRefused(wrong)
    return session.store.put(session.actor, assessment, "scenario", scenario.id, scenario)


def drop_scenario(session: Session, assessment: str, id: str) -> Saved:
    """Take it away; the history keeps it."""
    return session.store.put(session.actor, assessment, "scenario", id, None)


def case_under(case: Case, scenario: Scenario) -> Case:
    """The same assessment as the scenario has it; judged anew where it weighs otherwise."""
    assessment = remade(case.assessment, plan=_plan_under(case.plan, scenario))
    if scenario.weights is None:
        return replace(case, assessment=assessment)
    settings = assessment.settings.model_copy(update={"weights": scenario.weights})
    assessment = remade(assessment, settings=settings)
    result = assess(assessment, case.questionnaire, case.evidence, robustness=False)
    return replace(case, assessment=assessment, result=result)


def _plan_under(plan: Plan, scenario: Scenario) -> Plan:
    kept = tuple(edit for edit in plan.actions if edit.id not in scenario.skip)
    own = {edit.id: edit for edit in plan.actions}
    left_out = tuple(
        own[id].model_copy(update={"status": "dropped"})
        if id in own
        else ActionEdit(id=id, status="dropped", reason=scenario.id)
        for id in scenario.skip
    )
    pivotal = plan.pivotal and plan.pivotal + timedelta(weeks=scenario.pivotal_weeks)
    return plan.model_copy(
        update={
            "added": (*plan.added, *scenario.added),
            "actions": (*kept, *left_out),
            "pivotal": pivotal,
            "scenarios": (),
        }
    )


def compare(
    case: Case,
    scenarios: Sequence[Scenario],
    work: Work = WORK,
    *,
    heard: Heard | None = None,
    asked: Asked | None = None,
) -> tuple[ScenarioOutcome, ...]:
    """The plan as entered, then each scenario, searched with the same work.

    What stays open is weighed as entered in all of them, so that the figures can be compared.
    ``asked`` may end it: what was not reached is left out.
    """
    found = []
    for scenario in (None, *scenarios):
        if asked is not None and asked():
            break
        under = case if scenario is None else case_under(case, scenario)
        name = AS_ENTERED if scenario is None else scenario.id
        outcome = outcome_of(name, case, under, plan_roadmap(under, work, asked=asked))
        found.append(outcome)
        if heard:
            heard(outcome)
    return tuple(found)


def outcome_of(name: str, case: Case, under: Case, plan: RoadmapPlan) -> ScenarioOutcome:
    """What a plan comes to, gaps weighed as in ``case``."""
    placed = {a.id: (a.start_week, a.end_week) for a in plan.actions}
    closed = closing_weeks(under.tasks, placed)
    gaps = case.tasks.gaps
    left = [g for g in gaps if closed.get(g.capability) is None]
    area = sum(
        (g.priority * (closed.get(g.capability) or 0) for g in gaps),
        Fraction(0),
    )
    last = plan.projection[-1] if plan.projection else None
    pivotal = next((s for s in plan.projection if s.label.startswith("Pivotal")), None)
    return ScenarioOutcome(
        name=name,
        plan=plan,
        open_gaps=len(left),
        open_priority=sum((g.priority for g in left), Fraction(0)),
        priority_weeks=area,
        last_week=max((a.end_week for a in plan.actions), default=0),
        at_end=last,
        at_pivotal=pivotal,
        first=tuple(a.id for a in sorted(plan.actions, key=lambda a: a.start_week)[:5]),
    )
