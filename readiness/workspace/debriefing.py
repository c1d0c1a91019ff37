"""What comes of a drill: points that count, the run before, actions, next date (domain 6.5)."""

import re
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from readiness.domain.assessment import Drill
from readiness.domain.dates import months_before
from readiness.domain.drill_run import DrillAction
from readiness.domain.errors import InputRefused, Problem
from readiness.report.drill_forms import drill_forms
from readiness.store import Saved
from readiness.stress.drill import item_points, points_by_block, raw_points
from readiness.workspace.drilling import Hour, hour
from readiness.workspace.jottings import free_id
from readiness.workspace.notes import check_note
from readiness.workspace.people import drills
from readiness.workspace.profiling import Held, held
from readiness.workspace.results import state
from readiness.workspace.session import Session

CLOCK = re.compile(r"^(\d{1,3}):([0-5]\d)$")


@dataclass(frozen=True)
class Before:
    """The run of the same scenario before this one: points by block, empty if only the sum.

    ``items``: points and minute of each answer that was kept, by the number of its item.
    """

    held_on: date
    points: int
    blocks: dict[str, int]
    items: dict[int, tuple[int, Fraction | None]] = field(default_factory=dict)
    led_by: str = "lead"


def counted(session: Session, assessment: str, there: Hour) -> Held | None:
    """The drill that the run gave, with the points that count and why; None if it was removed."""
    now = state(session, assessment)
    keys = [key for key, _ in drills(session, assessment)]
    found = held(now.questionnaire, now.assessment, keys)
    return next((one for one in found if one.key == there.run.drill), None)


def before(session: Session, assessment: str, there: Hour) -> Before | None:
    """The last run of the scenario before this one, whether run here or typed in."""
    mine = there.run.started.astimezone().date()
    earlier: list[Drill] = []
    for key, drill in drills(session, assessment):
        if key == there.run.drill:
            break
        if drill.scenario == there.scenario.id and drill.held_on <= mine:
            earlier.append(drill)
    if not earlier:
        return None
    last = max(earlier, key=lambda d: d.held_on)
    points, _ = raw_points(last, there.scenario, there.rules)
    items = {a.n: (item_points(a, there.scenario, there.rules), a.minute) for a in last.items}
    blocks = points_by_block(last, there.scenario, there.rules)
    return Before(last.held_on, points, blocks, items, last.led_by)


def usual_replay(there: Hour) -> date:
    """When the same scenario is usually run again."""
    return months_before(there.run.started.astimezone().date(), -there.rules.replay_months)


def set_replay(session: Session, assessment: str, run: str, day: date | None) -> Saved:
    """When the scenario is run again; None: not fixed."""
    now = state(session, assessment)
    there = hour(now.assessment, now.questionnaire.drills, run)
    changed = there.run.model_copy(update={"replay_on": day})
    return session.store.put(session.actor, assessment, "drill_run", run, changed)


def add_action(
    session: Session,
    assessment: str,
    run: str,
    text: str,
    owner: str,
    due: date | None,
    *,
    confirmed: bool = False,
) -> Saved:
    """Something to do after the drill. Raises IdentifierFound unless ``confirmed``."""
    if not text.strip():
        problem = Problem(file="action", message="The action is empty", advice="Say what to do")
        raise InputRefused([problem])
    if not confirmed:
        check_note(text)
    loaded = session.store.load(session.actor, assessment)
    number = int(free_id(loaded, "drill_action", f"{run}|").partition("|")[2])
    action = DrillAction(run=run, n=number, text=text.strip(), owner=owner, due=due)
    return session.store.put(session.actor, assessment, "drill_action", f"{run}|{number}", action)


def forms(session: Session, assessment: str) -> bytes:
    """Blank forms of every scenario as the bytes of an .xlsx file. Raises NotFound."""
    now = state(session, assessment)
    return drill_forms(now.assessment.title, now.questionnaire.drills, session.today())


def seconds_of(text: str) -> int:
    """Seconds of a time as the clock shows it, *14:11*. Raises InputRefused."""
    found = CLOCK.match(text.strip())
    if not found:
        advice = "Write it as the clock shows it, such as 14:11"
        raise InputRefused([Problem(file="time", message="This is no time", advice=advice)])
    return 60 * int(found[1]) + int(found[2])
