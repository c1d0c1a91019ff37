"""What follows from a drill: into the roadmap, and when each scenario is run again (domain 6.5)."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from readiness.domain.assessment import Assessment
from readiness.domain.drill_run import DrillAction
from readiness.domain.errors import NotFound
from readiness.domain.planning import ActionEdit
from readiness.domain.questionnaire import Questionnaire
from readiness.store import Put, Saved
from readiness.workspace.plan_edits import change_action
from readiness.workspace.results import result, state
from readiness.workspace.session import Session


def plan_id(action: DrillAction) -> str:
    """The id of an action of a drill in the roadmap: ``drill-d1-2``."""
    return f"drill-{action.run}-{action.n}"


def planned(said: Assessment, action: DrillAction) -> ActionEdit | None:
    """The action as it stands in the roadmap; None while it does not."""
    return next((edit for edit in said.plan.actions if edit.id == plan_id(action)), None)


def function_of(role: str, questionnaire: Questionnaire) -> str | None:
    """The function whose people do what a role of the drill owns; None where no name fits."""
    wanted = role.casefold()
    for function in questionnaire.functions:
        if wanted in {n.casefold() for n in (function.code, function.name, *function.aliases)}:
            return function.code
    return None


def into_roadmap(
    session: Session,
    assessment: str,
    run: str,
    n: int,
    function: str,
    effort: Fraction,
    weeks: int,
) -> Saved:
    """Plan an action of a drill with its people and least weeks.

    It belongs to the capability that a critical fail concerns: its gap counts as closed only once
    this is done too, and the action lifts no level by itself. Raises NotFound, InputRefused.
    """
    now = state(session, assessment)
    action = next((a for a in now.assessment.drill_actions if (a.run, a.n) == (run, n)), None)
    if action is None:
        raise NotFound("This action is no longer here.")
    capability = now.questionnaire.priority.critical_fail_capability
    judged = result(session, assessment).capabilities
    final = next((c.final for c in judged if c.id == capability), None)
    edit = ActionEdit(
        id=plan_id(action),
        name=action.text,
        owner=action.owner,
        effort={function: effort},
        elapsed=weeks,
        lifts={capability: final or 1},
        reason="follows from a drill",
    )
    return change_action(session, assessment, edit, note_confirmed=True)


def remove_action(session: Session, assessment: str, run: str, n: int) -> Saved:
    """Take an action away, out of the roadmap too; the history keeps it."""
    said = session.load(assessment).assessment
    puts = [Put("drill_action", f"{run}|{n}", None)]
    gone = DrillAction(run=run, n=n, text="-")
    if planned(said, gone) is not None:
        puts.append(Put("action", plan_id(gone), None))
    return session.store.put_many(session.actor, assessment, puts)


@dataclass(frozen=True)
class Replay:
    """When a scenario is run again; ``is_overdue``: the day lies before the as-of date."""

    scenario: str
    day: date
    is_overdue: bool


def replays(said: Assessment) -> tuple[Replay, ...]:
    """Of the last hour of each scenario, the day fixed for the next, the first on top."""
    last = {run.scenario: run for run in sorted(said.drill_runs, key=lambda r: r.started)}
    found = [
        Replay(run.scenario, run.replay_on, run.replay_on < said.as_of)
        for run in last.values()
        if run.replay_on is not None and run.ended is not None
    ]
    return tuple(sorted(found, key=lambda replay: replay.day))
