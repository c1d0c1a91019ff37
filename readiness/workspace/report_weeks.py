"""The weeks that a gap report shows: of the plan that was made last, else the waves in order."""

from readiness.domain.planned import RoadmapPlan
from readiness.report.facts import Weeks
from readiness.workspace.plan_words import quality
from readiness.workspace.planning import Case, in_waves

IN_WAVES = "Weeks: the waves back to back, with nobody's time asked for."
ELSEWHERE = "The plan under the people entered is made on the page Roadmap."


def report_weeks(case: Case, plan: RoadmapPlan | None = None) -> Weeks:
    """First and last week of each action; ``plan``: the finished one of this very case."""
    if plan is not None:
        of = {a.id: (a.start_week + 1, a.end_week) for a in plan.actions}
        return Weeks(of, plan.start, f"{quality(plan)}, under the people entered.")
    placed = in_waves(case)
    said = f"{IN_WAVES} {ELSEWHERE}" if case.plan.capacity else IN_WAVES
    of = {id: (begin + 1, end) for id, (begin, end) in placed.items()}
    return Weeks(of, case.weeks.start, said)
