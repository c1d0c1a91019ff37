"""Comparisons of scenarios that run while the page is looked at: begun, watched, stopped."""

import threading
from dataclasses import dataclass, field

from readiness.domain.planned import ScenarioOutcome
from readiness.roadmap.plan.planner import Work
from readiness.workspace.plan_jobs import stamp_of
from readiness.workspace.planning import Case
from readiness.workspace.scenarios import WORK, compare
from readiness.workspace.session import Session


@dataclass
class Comparison:
    """The outcomes so far, the plan as entered first, and whether it is over."""

    stamp: str
    of: int
    """How many there will be."""
    outcomes: tuple[ScenarioOutcome, ...] = ()
    is_over: bool = False
    trouble: str = ""
    _stop: threading.Event = field(default_factory=threading.Event)

    def stop(self) -> None:
        """Ask it to end with what it has."""
        self._stop.set()


_LOCK = threading.Lock()
_COMPARISONS: dict[tuple[str, str], Comparison] = {}
"""The last of each person and assessment, for as long as the app runs."""


def comparison_stamp(case: Case) -> str:
    """What the comparison depends on: the plan, and what the scenarios change of it."""
    scenarios = (s.model_dump_json(by_alias=True) for s in case.plan.scenarios)
    return "\n".join((stamp_of(case), *scenarios))


def last_comparison(session: Session, assessment: str) -> Comparison | None:
    """The comparison of this person, running or over."""
    with _LOCK:
        return _COMPARISONS.get((session.actor.person_id, assessment))


def begin_comparison(
    session: Session, assessment: str, case: Case, work: Work = WORK
) -> Comparison:
    """Compare all saved scenarios in the background; one that still runs is asked to stop."""
    comparison = Comparison(comparison_stamp(case), 1 + len(case.plan.scenarios))
    key = (session.actor.person_id, assessment)
    with _LOCK:
        before = _COMPARISONS.get(key)
        _COMPARISONS[key] = comparison
    if before is not None:
        before.stop()
    threading.Thread(target=_run, args=(comparison, case, work), daemon=True).start()
    return comparison


def _run(comparison: Comparison, case: Case, work: Work) -> None:
    def heard(outcome: ScenarioOutcome) -> None:
        comparison.outcomes = (*comparison.outcomes, outcome)

    try:
        stopped = comparison._stop.is_set  # noqa: SLF001
        compare(case, case.plan.scenarios, work, heard=heard, asked=stopped)
    except ValueError as error:
        comparison.trouble = str(error)
    finally:
        comparison.is_over = True
