"""Holding the visibility stopwatch: drawn from the batch register, on the server's clock (1.17)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from readiness.domain.assessment import Assessment
from readiness.domain.errors import InputRefused, NotFound, Problem
from readiness.domain.stopwatch import Pool, StopwatchAnswer, StopwatchRules, StopwatchRun
from readiness.evidence.register_codes import RegisterCode, register_codes
from readiness.evidence.storing import from_bytes
from readiness.operating_model.stopwatch import draw_codes, register_print
from readiness.report.status_board import status_board
from readiness.store import Put, Saved
from readiness.workspace.jottings import free_id
from readiness.workspace.results import state
from readiness.workspace.session import Session

Told = Literal["right", "wrong"]


@dataclass(frozen=True)
class Drawable:
    """The codes that are drawn from; fewer than the content asks for: none can be drawn."""

    pool: Pool
    codes: tuple[str, ...]
    is_enough: bool


def drawable(session: Session, assessment: str) -> Drawable:
    """Batches in process; where these are too few, as many as the content says, begun last."""
    rules = state(session, assessment).questionnaire.stopwatch
    tables = (
        from_bytes(session.store.read_table(session.actor, assessment, file.id))
        for file in session.store.files(session.actor, assessment)
        if file.kind == "batches"
    )
    return pool_of(rules, register_codes(tables))


def pool_of(rules: StopwatchRules, batches: Sequence[RegisterCode]) -> Drawable:
    """What is drawn from, of all batches of a register."""
    running = tuple(batch.code for batch in batches if batch.is_in_process)
    if len(running) >= rules.codes:
        return Drawable("in_process", running, True)
    newest = sorted(batches, key=lambda b: (b.started or date.min, b.code), reverse=True)
    codes = tuple(batch.code for batch in newest[: rules.pool])
    return Drawable("begun_last", codes, len(codes) >= rules.codes)


def running(said: Assessment) -> StopwatchRun | None:
    """The test that has not ended."""
    return next((run for run in said.operating.stopwatch if run.ended is None), None)


def start(session: Session, assessment: str) -> str:
    """Draw and start the clock now; returns the id of the test.

    Each test has a seed of its own, that of the content and its number. Raises InputRefused while
    another one runs, and without a batch register that is long enough.
    """
    now = state(session, assessment)
    rules = now.questionnaire.stopwatch
    if running(now.assessment) is not None:
        raise _refused("The clock is running already", "Stop it first")
    found = drawable(session, assessment)
    if not found.is_enough:
        message = f"The batch register has {len(found.codes)} batches, {rules.codes} are drawn"
        raise _refused(message, "Add the batch register on the page Evidence")
    id = free_id(now.loaded, "stopwatch", "w")
    seed = rules.seed + int(id[1:])
    run = StopwatchRun(
        id=id,
        started=session.now(),
        seed=seed,
        pool=found.pool,
        drawn_from=len(found.codes),
        register_print=register_print(found.codes),
        codes=draw_codes(found.codes, rules.codes, seed),
    )
    expected = now.loaded.expected("stopwatch", id)
    session.store.put(session.actor, assessment, "stopwatch", id, run, expected=expected)
    return id


def is_repeatable(session: Session, assessment: str, run: StopwatchRun) -> bool:
    """Whether the register still holds what was drawn from, and the seed draws the same again."""
    found = drawable(session, assessment)
    return (
        register_print(found.codes) == run.register_print
        and draw_codes(found.codes, len(run.codes), run.seed) == run.codes
    )


def tell(
    session: Session, assessment: str, run: str, n: int, field: str, told: Told | None
) -> Saved:
    """Whether a field of the n-th code was right, at the time on the clock; None takes it away.

    Raises InputRefused once the clock was stopped, NotFound for a field or code that there is not.
    """
    at = session.now()
    now, there = _open(session, assessment, run)
    if not 1 <= n <= len(there.codes) or field not in [f.id for f in now.fields]:
        raise NotFound("This test has no such field.")
    answer = told and StopwatchAnswer(
        run=run, n=n, field=field, answer=told, second=there.elapsed(at)
    )
    key = f"{run}|{n}|{field}"
    return session.store.put(session.actor, assessment, "stopwatch_answer", key, answer or None)


def stop(session: Session, assessment: str, run: str) -> Saved:
    """Stop the clock: what was not answered counts as not known."""
    _, there = _open(session, assessment, run)
    ended = there.model_copy(update={"ended": session.now()})
    return session.store.put(session.actor, assessment, "stopwatch", run, ended)


def discard(session: Session, assessment: str, run: str) -> Saved:
    """Take a test away with its answers; the history keeps them."""
    said = session.load(assessment).assessment.operating
    answers = (a for a in said.stopwatch_answers if a.run == run)
    gone = [Put("stopwatch", run, None)]
    gone += [Put("stopwatch_answer", f"{run}|{a.n}|{a.field}", None) for a in answers]
    return session.store.put_many(session.actor, assessment, gone)


def board_template(rules: StopwatchRules) -> bytes:
    """The status board as an empty workbook."""
    return status_board(rules.board)


def _open(session: Session, assessment: str, run: str) -> tuple[StopwatchRules, StopwatchRun]:
    now = state(session, assessment)
    there = next((r for r in now.assessment.operating.stopwatch if r.id == run), None)
    if there is None:
        raise NotFound("This test is no longer here.")
    if there.ended is not None:
        raise _refused("The clock was stopped", "Start another test")
    return now.questionnaire.stopwatch, there


def _refused(message: str, advice: str) -> InputRefused:
    return InputRefused([Problem(file="stopwatch", message=message, advice=advice)])
