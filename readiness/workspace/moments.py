"""Level, verdict and what still blocks, today and after each wave of a plan (method 8)."""

from datetime import date, timedelta

from readiness.domain.assessment import Assessment
from readiness.domain.dates import months_before
from readiness.domain.evidence import Evidence
from readiness.domain.planned import Standing
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.result import Result
from readiness.domain.scale import Level
from readiness.roadmap.plan.actions import Tasks
from readiness.roadmap.plan.calendar import Weeks
from readiness.roadmap.plan.waves import Placed
from readiness.workspace.projecting import projected

DAYS = 90
MONTHS = (6, 12)


def moments(weeks: Weeks, placed: Placed, pivotal: date | None = None) -> list[tuple[str, int]]:
    """The waves of people: today, 90 days, 6 and 12 months, and the end where it is later.

    The start of the pivotal trial is one more, where it lies in the plan.
    """
    found = [("Today", 0), (f"After {DAYS} days", _weeks_until(weeks, weeks.start, DAYS))]
    for months in MONTHS:
        day = months_before(weeks.start, -months)
        found.append((f"After {months} months", (day - weeks.start).days // 7))
    last = max((end for _, end in placed.values()), default=0)
    if last > found[-1][1]:
        found.append((f"At the end, week {last}", last))
    if pivotal is not None and 0 <= (week := weeks.week_of(pivotal)) <= found[-1][1]:
        found.append((f"Pivotal start {pivotal:%d %b %Y}", week))
    return sorted(found, key=lambda moment: moment[1])


def _weeks_until(weeks: Weeks, start: date, days: int) -> int:
    return (start + timedelta(days=days) - weeks.start).days // 7


def lifted_by(tasks: Tasks, placed: Placed, week: int) -> dict[str, Level]:
    """The levels that the tasks ended by the beginning of a week have brought."""
    found: dict[str, Level] = {}
    for task in tasks.tasks:
        ended = task.status == "done" or (task.id in placed and placed[task.id][1] <= week)
        if task.status == "dropped" or not ended:
            continue
        for capability, level in task.lifts.items():
            # A gap that is closed in parts is closed by the last of them.
            rest = [
                t
                for t in tasks.tasks
                if capability in t.lifts and t.is_to_do and t.lifts[capability] <= level
            ]
            if all(t.id in placed and placed[t.id][1] <= week for t in rest):
                found[capability] = max(level, found.get(capability, level))
    return found


def standings(
    assessment: Assessment,
    questionnaire: Questionnaire,
    evidence: Evidence,
    tasks: Tasks,
    placed: Placed,
    weeks: Weeks,
) -> tuple[Standing, ...]:
    """The same scoring at each moment, with what is done by then."""
    found, known = [], {}
    for label, week in moments(weeks, placed, assessment.plan.pivotal):
        levels = lifted_by(tasks, placed, week) if label != "Today" else {}
        key = tuple(sorted(levels.items()))
        if key not in known:
            known[key] = projected(assessment, questionnaire, evidence, levels)
        found.append(_standing(label, week, known[key], assessment))
    return tuple(found)


def _standing(label: str, week: int, result: Result, assessment: Assessment) -> Standing:
    gaps = getattr(result.gaps, assessment.settings.horizon)
    following = [step for step in result.steps if step.level == result.level + 1]
    missing = [c for step in following for c in step.conditions if not c.met]
    return Standing(
        label=label,
        week=week,
        level=result.level,
        verdict=result.verdict,
        provisional=result.provisional,
        index=result.index,
        fit=result.fit_for_stage,
        open_gaps=len(gaps),
        next_level=following[0].level if following else None,
        blocking=tuple(c.detail for c in missing),
    )
