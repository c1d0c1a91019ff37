"""The weeks that a gap report shows: of the plan that was made last, else the waves in order."""

from collections.abc import Sequence

from readiness.domain.planned import RoadmapPlan, ScenarioOutcome
from readiness.report.facts import Weeks, WhatIf
from readiness.workspace.plan_words import outside, quality
from readiness.workspace.planning import Case, waves_only
from readiness.workspace.scenario_words import changes_of, comes_of

IN_WAVES = "Weeks: the waves back to back, with nobody's time asked for."
ELSEWHERE = "The plan under the people entered is made on the page Roadmap."


def report_weeks(
    case: Case,
    plan: RoadmapPlan | None = None,
    outcomes: Sequence[ScenarioOutcome] = (),
) -> Weeks:
    """First and last week of each action, and what comes of it.

    ``plan``: the finished one of this very case; ``outcomes``: of its scenarios, the plan as
    entered first; empty where they were not compared.
    """
    said = f"{IN_WAVES} {ELSEWHERE}" if case.plan.capacity else IN_WAVES
    if plan is None:
        plan = waves_only(case)
    else:
        said = f"{quality(plan)}, under the people entered."
    of = {a.id: (a.start_week + 1, a.end_week) for a in plan.actions}
    return Weeks(of, plan.start, said, plan, outside(plan), _what_ifs(case, outcomes))


def _what_ifs(case: Case, outcomes: Sequence[ScenarioOutcome]) -> tuple[WhatIf, ...]:
    """As they were compared, the plan as entered first; else what each would change."""
    changes = {scenario.id: changes_of(scenario) for scenario in case.plan.scenarios}
    if not outcomes:
        return tuple(WhatIf(name, said) for name, said in changes.items())
    return tuple(
        WhatIf(
            o.name,
            changes.get(o.name, ""),
            quality(o.plan),
            o.last_week,
            o.at_end,
            o.open_priority,
            "; ".join(comes_of(o)),
            is_scenario=place > 0,
        )
        for place, o in enumerate(outcomes)
    )
