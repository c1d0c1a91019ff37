"""Searches for a plan that run while the page is looked at: begun, watched, stopped."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from readiness.domain.planned import RoadmapPlan
from readiness.roadmap.plan.planner import Work
from readiness.workspace.jobs import Job, LastJobs
from readiness.workspace.measuring import evidence_of
from readiness.workspace.planning import USUAL, Case, plan_roadmap
from readiness.workspace.results import State, standing
from readiness.workspace.session import Session


@dataclass
class Search(Job):
    """One search and its best plan so far."""

    stamp: str
    begun: datetime
    plan: RoadmapPlan | None = None

    @property
    def running_for(self) -> timedelta:
        """Since it was begun."""
        return datetime.now().astimezone() - self.begun


_SEARCHES = LastJobs[Search]()


def case_of(session: Session, assessment: str, now: State) -> Case:
    """What a plan is made from. ``now``: what ``state`` gave this person just before."""
    evidence = evidence_of(session, assessment, now.loaded, now.questionnaire)
    result = standing(session, assessment, now)
    return Case(now.assessment, now.questionnaire, evidence, result)


def stamp_of(case: Case) -> str:
    """A hash of all that the plan depends on; scenarios are no part of it."""
    plan = case.plan.model_copy(update={"scenarios": ()})
    parts = (plan.model_dump_json(by_alias=True), case.result.inputs_sha256)
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def last_search(session: Session, assessment: str) -> Search | None:
    """The search of this person, running or over."""
    return _SEARCHES.of(session, assessment)


def finished_plan(session: Session, assessment: str, case: Case) -> RoadmapPlan | None:
    """The plan of the last search, if it is over and nothing changed since."""
    search = last_search(session, assessment)
    if search is None or not search.is_over or search.stamp != stamp_of(case):
        return None
    return search.plan


def begin(session: Session, assessment: str, case: Case, work: Work = USUAL) -> Search:
    """Search in the background; one that still runs is asked to stop."""
    search = Search(stamp_of(case), datetime.now().astimezone())
    before = _SEARCHES.of(session, assessment)
    search.plan = before.plan if before is not None else None

    def told(plan: RoadmapPlan) -> None:
        search.plan = plan

    def work_on() -> None:
        search.plan = plan_roadmap(case, work, told=told, asked=search.is_asked_to_stop)

    _SEARCHES.begin(session, assessment, search, work_on)
    return search
