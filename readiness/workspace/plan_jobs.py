"""Searches for a plan that run while the page is looked at: begun, watched, stopped."""

import hashlib
import threading
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from readiness.domain.planned import RoadmapPlan
from readiness.roadmap.plan.planner import Work
from readiness.workspace.measuring import evidence_of
from readiness.workspace.planning import USUAL, Case, plan_roadmap
from readiness.workspace.results import State, standing
from readiness.workspace.session import Session


@dataclass
class Search:
    """One search: its best plan so far, and whether it is over."""

    stamp: str
    begun: datetime
    plan: RoadmapPlan | None = None
    is_over: bool = False
    trouble: str = ""
    _stop: threading.Event = field(default_factory=threading.Event)

    @property
    def running_for(self) -> timedelta:
        """Since it was begun."""
        return datetime.now().astimezone() - self.begun

    def stop(self) -> None:
        """Ask it to end with what it has."""
        self._stop.set()


_LOCK = threading.Lock()
_SEARCHES: dict[tuple[str, str], Search] = {}
"""The last search of each person and assessment, for as long as the app runs."""


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
    with _LOCK:
        return _SEARCHES.get((session.actor.person_id, assessment))


def finished_plan(session: Session, assessment: str, case: Case) -> RoadmapPlan | None:
    """The plan of the last search, if it is over and nothing changed since."""
    search = last_search(session, assessment)
    if search is None or not search.is_over or search.stamp != stamp_of(case):
        return None
    return search.plan


def begin(session: Session, assessment: str, case: Case, work: Work = USUAL) -> Search:
    """Search in the background; one that still runs is asked to stop."""
    search = Search(stamp_of(case), datetime.now().astimezone())
    key = (session.actor.person_id, assessment)
    with _LOCK:
        before = _SEARCHES.get(key)
        _SEARCHES[key] = search
    if before is not None:
        before.stop()
        search.plan = before.plan
    threading.Thread(target=_run, args=(search, case, work), daemon=True).start()
    return search


def _run(search: Search, case: Case, work: Work) -> None:
    def told(plan: RoadmapPlan) -> None:
        search.plan = plan

    try:
        search.plan = plan_roadmap(case, work, told=told, asked=search._stop.is_set)  # noqa: SLF001
    except ValueError as error:
        search.trouble = str(error)
    finally:
        search.is_over = True
