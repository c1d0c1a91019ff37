"""Running a first-hour drill: the start is stored, every stamp is on disk at once (screens 3.7)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from readiness.domain.assessment import Assessment
from readiness.domain.drill_run import DrillLine, DrillRun, DrillStamp, Pause
from readiness.domain.drills import DrillRules, Scenario
from readiness.domain.errors import InputRefused, NotFound, Problem
from readiness.store import EntryKey, Loaded, Put, Saved
from readiness.stress.hour import FAIL, INJECT, READ, SEEN, Row, drill_of, rows_of, stamps_of
from readiness.workspace.jottings import free_id
from readiness.workspace.notes import check_note
from readiness.workspace.people import free_drill_key
from readiness.workspace.results import state
from readiness.workspace.session import Session


@dataclass(frozen=True)
class Hour:
    """A run with everything that belongs to it."""

    run: DrillRun
    scenario: Scenario
    rules: DrillRules
    rows: tuple[Row, ...]
    stamps: dict[str, DrillStamp]
    lines: tuple[DrillLine, ...]

    def row(self, id: str) -> Row:
        """A row that gives points. Raises NotFound."""
        found = next((row for row in self.rows if row.id == id), None)
        if found is None:
            raise NotFound(f"This drill has no row {id}.")
        return found

    @property
    def failed(self) -> tuple[str, ...]:
        """The critical fails that were seen, in words."""
        named = enumerate(self.rules.critical_fails, start=1)
        return tuple(text for n, text in named if f"{FAIL}{n}" in self.stamps)


def hour(said: Assessment, rules: DrillRules, run: str) -> Hour:
    """A run of an assessment. Raises NotFound."""
    found = next((r for r in said.drill_runs if r.id == run), None)
    if found is None:
        raise NotFound("This drill is no longer here.")
    scenario = rules.scenario(found.scenario)
    lines = tuple(line for line in said.drill_log if line.run == run)
    stamps = stamps_of(said.drill_stamps, run)
    return Hour(found, scenario, rules, rows_of(scenario, rules), stamps, lines)


def running(said: Assessment) -> DrillRun | None:
    """The run that has not ended."""
    return next((r for r in said.drill_runs if r.ended is None), None)


def start(
    session: Session,
    assessment: str,
    scenario: str,
    roles: Sequence[str],
    led_by: Literal["lead", "deputy"],
) -> str:
    """Start the hour now; returns the id of the run. Raises InputRefused while another one runs."""
    now = state(session, assessment)
    if running(now.assessment) is not None:
        raise _refused("Another drill is still running", "End it first")
    if scenario not in [s.id for s in now.questionnaire.drills.scenarios]:
        raise _refused(f"There is no scenario {scenario}", "Choose one of the list")
    if not roles:
        raise _refused("Nobody is in the room", "Mark the roles that are present")
    id = free_id(now.loaded, "drill_run", "d")
    run = DrillRun(
        id=id, scenario=scenario, started=session.now(), led_by=led_by, roles=tuple(roles)
    )
    expected = now.loaded.expected("drill_run", id)
    session.store.put(session.actor, assessment, "drill_run", id, run, expected=expected)
    return id


def pause(session: Session, assessment: str, run: str) -> Saved:
    """Let the clock stand still, or go on: the interval is kept."""
    _, there = _open(session, assessment, run)
    now = session.now()
    pauses = list(there.run.pauses)
    if there.run.is_paused:
        pauses[-1] = pauses[-1].model_copy(update={"over": now})
    else:
        pauses.append(Pause(begun=now))
    turned = there.run.model_copy(update={"pauses": tuple(pauses)})
    return session.store.put(session.actor, assessment, "drill_run", run, turned)


def stamp(session: Session, assessment: str, run: str, row: str, answer: str | None) -> Saved:
    """Keep what was pressed in a row with the time on the clock; None takes it away.

    Raises NotFound for a row that the scenario does not have, InputRefused for a button that the
    row does not have, or once the hour is over: then ``correct`` asks for a reason.
    """
    at = session.now()
    _, there = _open(session, assessment, run)
    if answer is not None and there.row(row).choice(answer) is None:
        raise _refused(f"{row} has no button {answer}", "")
    return _stamped(session, assessment, there, row, answer, at)


def read_out(session: Session, assessment: str, run: str, minute: int) -> Saved:
    """An inject was read aloud now. Raises InputRefused before its minute: a slip of the finger."""
    at = session.now()
    _, there = _open(session, assessment, run)
    if there.run.elapsed(at) < 60 * minute:
        raise _refused(f"The inject of minute {minute} is not due yet", "Read it in its time")
    return _stamped(session, assessment, there, f"{INJECT}{minute}", READ, at)


def critical_fail(session: Session, assessment: str, run: str, number: int, seen: bool) -> Saved:
    """A critical fail was seen, or was none after all; ``number`` counts from 1."""
    at = session.now()
    _, there = _open(session, assessment, run)
    return _stamped(session, assessment, there, f"{FAIL}{number}", SEEN if seen else None, at)


def add_line(
    session: Session, assessment: str, run: str, text: str, *, confirmed: bool = False
) -> Saved:
    """A line of the decision log with the time. Raises IdentifierFound unless ``confirmed``."""
    at = session.now()
    if not text.strip():
        raise _refused("The line is empty", "Write who decided what")
    if not confirmed:
        check_note(text)
    loaded, there = _open(session, assessment, run)
    taken = {at.key for at in loaded.entries if at.kind == "drill_line"}
    n = next(n for n in range(1, len(taken) + 2) if f"{run}|{n}" not in taken)
    line = DrillLine(run=run, n=n, second=there.run.elapsed(at), text=text.strip())
    return session.store.put(session.actor, assessment, "drill_line", f"{run}|{n}", line)


def remove_line(session: Session, assessment: str, run: str, n: int) -> Saved:
    """Take a line of the decision log away; the history keeps it."""
    return session.store.put_many(
        session.actor, assessment, [Put("drill_line", f"{run}|{n}", None)]
    )


def end(session: Session, assessment: str, run: str) -> Saved:
    """End the hour: the run becomes a drill of the assessment, as one change."""
    loaded, there = _open(session, assessment, run)
    ended = there.run.model_copy(update={"ended": session.now()})
    drill = drill_of(ended, there.stamps, there.rules)
    key = free_drill_key(loaded, drill)
    puts = [
        Put("drill_run", run, ended.model_copy(update={"drill": key})),
        Put("drill", key, drill, expected=loaded.expected("drill", key)),
    ]
    return session.store.put_many(session.actor, assessment, puts)


def discard(session: Session, assessment: str, run: str) -> Saved:
    """Take a run away that was begun by mistake, with its stamps; the history keeps them."""
    _, there = _open(session, assessment, run)
    gone = [Put("drill_run", run, None)]
    gone += [Put("drill_stamp", f"{run}|{row}", None) for row in there.stamps]
    gone += [Put("drill_line", f"{run}|{line.n}", None) for line in there.lines]
    return session.store.put_many(session.actor, assessment, gone)


def correct(
    session: Session,
    assessment: str,
    run: str,
    row: str,
    answer: str | None,
    second: int,
    reason: str,
    *,
    confirmed: bool = False,
) -> Saved:
    """Put a stamp right after the hour, with a reason; the points of the drill follow.

    ``answer`` None takes the stamp away. Rows are those that give points and the critical fails.
    Raises InputRefused without a reason, IdentifierFound for one that names somebody.
    """
    if not reason.strip():
        raise _refused("A correction needs a reason", "Say why the stamp was wrong")
    if not confirmed:
        check_note(reason)
    now = state(session, assessment)
    there = hour(now.assessment, now.questionnaire.drills, run)
    if there.run.ended is None:
        raise _refused("The hour is still running", "Press the button in its row")
    if not row.startswith(FAIL) and answer is not None and there.row(row).choice(answer) is None:
        raise _refused(f"{row} has no button {answer}", "")
    stamps = {k: v for k, v in there.stamps.items() if k != row}
    right = None
    if answer is not None:
        right = DrillStamp(run=run, row=row, answer=answer, second=second, reason=reason.strip())
        stamps[row] = right
    puts = [Put("drill_stamp", f"{run}|{row}", right)]
    key = there.run.drill
    kept = now.loaded.entries.get(EntryKey("drill", key))
    if kept is not None and kept.there:  # one that was removed by hand stays away
        puts.append(Put("drill", key, drill_of(there.run, stamps, there.rules)))
    return session.store.put_many(session.actor, assessment, puts, reason=reason.strip())


def _open(session: Session, assessment: str, run: str) -> tuple[Loaded, Hour]:
    now = state(session, assessment)
    there = hour(now.assessment, now.questionnaire.drills, run)
    if there.run.ended is not None:
        raise _refused("The hour is over", "Correct the stamp below, with a reason")
    return now.loaded, there


def _stamped(
    session: Session, assessment: str, there: Hour, row: str, answer: str | None, at: datetime
) -> Saved:
    run, kept = there.run, there.stamps.get(row)
    if answer is None:
        kept = None
    elif (
        kept is None or kept.answer != answer
    ):  # the same from a second window keeps the first time
        kept = DrillStamp(run=run.id, row=row, answer=answer, second=run.elapsed(at))
    return session.store.put(session.actor, assessment, "drill_stamp", f"{run.id}|{row}", kept)


def _refused(message: str, advice: str) -> InputRefused:
    return InputRefused([Problem(file="drill", message=message, advice=advice)])
