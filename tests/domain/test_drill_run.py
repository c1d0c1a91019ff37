"""The clock of a run: pauses count nothing, and an ended run stands still (screens 3.7)."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from readiness.domain.drill_run import DrillRun, Pause

START = datetime(2026, 11, 20, 9, tzinfo=UTC)


def at(minutes: float) -> datetime:
    """A moment so many minutes after the start."""
    return START + timedelta(minutes=minutes)


def test_pauses_are_left_out() -> None:
    run = DrillRun(id="d1", scenario="site_down", started=START)
    assert run.elapsed(at(14)) == 840
    paused = run.model_copy(update={"pauses": (Pause(begun=at(14)),)})
    assert paused.is_paused
    assert paused.elapsed(at(20)) == 840  # it stands still
    on = run.model_copy(update={"pauses": (Pause(begun=at(14), over=at(20)),)})
    assert not on.is_paused
    assert on.elapsed(at(21)) == 900  # 21 less 6 minutes


def test_an_ended_run_stands_still_whatever_the_time() -> None:
    run = DrillRun(
        id="d1",
        scenario="site_down",
        started=START,
        ended=at(62),
        pauses=(Pause(begun=at(60)),),
    )
    assert run.elapsed(at(500)) == 3600  # a pause that was open at the end counts until the end
    assert not run.is_paused


@given(st.lists(st.integers(0, 600), min_size=2, max_size=8, unique=True))
def test_time_never_runs_backwards(seconds: list[int]) -> None:
    first, *_, last = sorted(seconds)
    run = DrillRun(
        id="d1",
        scenario="site_down",
        started=START,
        pauses=(Pause(begun=at(first / 60), over=at(last / 60)),),
    )
    shown = [run.elapsed(START + timedelta(seconds=s)) for s in range(last, 900, 30)]
    assert shown == sorted(shown)
    assert run.elapsed(START - timedelta(seconds=5)) == 0
