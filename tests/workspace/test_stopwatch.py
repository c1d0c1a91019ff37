"""The stopwatch held: drawn from the register on file, on the server's clock."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from readiness.domain.errors import InputRefused, NotFound
from readiness.evidence.register_codes import RegisterCode
from readiness.workspace import evidence, stopwatch
from readiness.workspace.answers import undo
from readiness.workspace.projecting import projected
from readiness.workspace.results import result, state
from readiness.workspace.session import Session
from tests.made import questionnaire
from tests.workspace.northgate import BATCHES, case, confirmed, with_example, with_new

START = datetime(2026, 11, 20, 9, tzinfo=UTC)
RULES = questionnaire().stopwatch


def at(desk: Session, seconds: int) -> None:
    """Let the clock be so many seconds after the start."""
    desk.now = lambda: START + timedelta(seconds=seconds)


def begun(folder: Path) -> tuple[Session, str, str]:
    """A test that has just begun, on a register of seven batches."""
    desk, id = with_new(folder)
    confirmed(desk, id, "Batches.csv", BATCHES)
    at(desk, 0)
    return desk, id, stopwatch.start(desk, id)


def test_codes_are_drawn_from_the_register_with_a_seed_that_is_kept(tmp_path: Path) -> None:
    desk, id, made = begun(tmp_path)
    [run] = state(desk, id).assessment.operating.stopwatch
    assert (run.id, run.seed, run.pool, run.drawn_from) == (made, RULES.seed + 1, "begun_last", 7)
    assert set(run.codes) <= {f"B{n}" for n in range(1, 8)}
    assert stopwatch.is_repeatable(desk, id, run)
    # Another register draws from other codes: that is seen, and said.
    more = BATCHES.replace("B7", "B8")
    confirmed(desk, id, "More.csv", more)
    assert not stopwatch.is_repeatable(desk, id, run)


def test_what_names_somebody_in_the_register_is_drawn_as_its_code(tmp_path: Path) -> None:
    desk, id = with_new(tmp_path)
    text = "Lot,Process Start\n" + "".join(
        f"Patient: Adler{n} born 0{n}.02.1961,2026-0{n}-15\n" for n in range(1, 4)
    )
    confirmed(desk, id, "Batches.csv", text)
    stopwatch.start(desk, id)
    [run] = state(desk, id).assessment.operating.stopwatch
    assert len(run.codes) == 3
    assert not any("Adler" in code or "1961" in code for code in run.codes)


def test_a_test_from_the_first_code_to_the_record(tmp_path: Path) -> None:
    desk, id, made = begun(tmp_path)
    second = 0
    for n in (1, 2, 3):
        for field in RULES.fields:
            second += 30
            at(desk, second)
            wrong = (n, field.id) == (3, "who")
            stopwatch.tell(desk, id, made, n, field.id, "wrong" if wrong else "right")
    assert result(desk, id).operating_model.stopwatch is None
    at(desk, 900)
    stopwatch.stop(desk, id, made)
    found = result(desk, id).operating_model.stopwatch
    assert found is not None
    # 14 of 15 right, the last answer at 15 * 30 = 450 seconds: more than 80 % within 30 minutes.
    [test] = found.tests
    assert (test.right, test.seconds, test.level, test.is_latest) == (14, 450, 3, True)
    shown = next(c for c in result(desk, id).capabilities if c.id == "CTL-2")
    assert (shown.records, shown.final) == (3, 3)
    with pytest.raises(InputRefused, match="was stopped"):
        stopwatch.tell(desk, id, made, 1, "where", "wrong")


def test_an_answer_can_be_taken_away_and_only_known_ones_are_kept(tmp_path: Path) -> None:
    desk, id, made = begun(tmp_path)
    stopwatch.tell(desk, id, made, 1, "where", "right")
    stopwatch.tell(desk, id, made, 1, "where", None)
    assert state(desk, id).assessment.operating.stopwatch_answers == ()
    for n, field in ((4, "where"), (1, "colour"), (0, "where")):
        with pytest.raises(NotFound):
            stopwatch.tell(desk, id, made, n, field, "right")
    with pytest.raises(NotFound):
        stopwatch.stop(desk, id, "w9")


def test_only_one_runs_and_a_discarded_one_gives_its_number_to_nobody(tmp_path: Path) -> None:
    desk, id, made = begun(tmp_path)
    with pytest.raises(InputRefused, match="running already"):
        stopwatch.start(desk, id)
    stopwatch.tell(desk, id, made, 1, "where", "right")
    stopwatch.discard(desk, id, made)
    said = state(desk, id).assessment.operating
    assert (said.stopwatch, said.stopwatch_answers) == ((), ())
    undo(desk, id)
    assert len(state(desk, id).assessment.operating.stopwatch_answers) == 1
    stopwatch.discard(desk, id, made)
    assert stopwatch.start(desk, id) != made


def test_without_a_register_nothing_is_drawn(tmp_path: Path) -> None:
    desk, id = with_new(tmp_path)
    assert not stopwatch.drawable(desk, id).is_enough
    with pytest.raises(InputRefused, match="0 batches, 3 are drawn"):
        stopwatch.start(desk, id)


def test_what_is_in_process_comes_before_what_began_last() -> None:
    def batch(n: int, *, running: bool) -> RegisterCode:
        return RegisterCode(f"B{n:02}", date(2026, 1, n), running)

    three = [batch(n, running=n < 4) for n in range(1, 10)]
    assert stopwatch.pool_of(RULES, three).codes == ("B01", "B02", "B03")
    few = [batch(n, running=n < 3) for n in range(1, 29)]
    found = stopwatch.pool_of(RULES, few)
    assert (found.pool, len(found.codes), found.codes[0]) == ("begun_last", 20, "B28")


def test_the_demonstration_draws_its_own_codes_again(tmp_path: Path) -> None:
    desk, id = with_example(tmp_path)
    [run] = state(desk, id).assessment.operating.stopwatch
    assert stopwatch.is_repeatable(desk, id, run)
    assert evidence.kept(desk, id)


def test_a_test_of_today_holds_back_no_plan() -> None:
    here = case()
    after = projected(here.assessment, here.questionnaire, here.evidence, {"CTL-2": 4})
    assert next(c for c in after.capabilities if c.id == "CTL-2").final == 4
