"""Comparisons of scenarios that run while the page is looked at: begun, watched, stopped."""

from dataclasses import dataclass

from readiness.domain.planned import ScenarioOutcome
from readiness.roadmap.plan.planner import Work
from readiness.workspace.jobs import Job, LastJobs
from readiness.workspace.plan_jobs import stamp_of
from readiness.workspace.planning import Case
from readiness.workspace.scenarios import WORK, compare
from readiness.workspace.session import Session


@dataclass
class Comparison(Job):
    """The outcomes so far, the plan as entered first."""

    stamp: str
    of: int
    """How many there will be."""
    outcomes: tuple[ScenarioOutcome, ...] = ()


_COMPARISONS = LastJobs[Comparison]()


def comparison_stamp(case: Case) -> str:
    """What the comparison depends on: the plan, and what the scenarios change of it."""
    scenarios = (s.model_dump_json(by_alias=True) for s in case.plan.scenarios)
    return "\n".join((stamp_of(case), *scenarios))


def last_comparison(session: Session, assessment: str) -> Comparison | None:
    """The comparison of this person, running or over."""
    return _COMPARISONS.of(session, assessment)


def finished_comparison(
    session: Session, assessment: str, case: Case
) -> tuple[ScenarioOutcome, ...]:
    """The outcomes of the last comparison, if it is over and nothing changed since; else none."""
    found = last_comparison(session, assessment)
    if found is None or not found.is_over or found.stamp != comparison_stamp(case):
        return ()
    return found.outcomes


def begin_comparison(
    session: Session, assessment: str, case: Case, work: Work = WORK
) -> Comparison:
    """Compare all saved scenarios in the background; one that still runs is asked to stop."""
    comparison = Comparison(comparison_stamp(case), 1 + len(case.plan.scenarios))

    def heard(outcome: ScenarioOutcome) -> None:
        comparison.outcomes = (*comparison.outcomes, outcome)

    def work_on() -> None:
        stopped = comparison.is_asked_to_stop
        compare(case, case.plan.scenarios, work, heard=heard, asked=stopped)

    _COMPARISONS.begin(session, assessment, comparison, work_on)
    return comparison
