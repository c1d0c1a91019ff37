"""The numbers that the browser draws the clock from."""

from datetime import timedelta

from readiness.domain.drill_run import DrillRun, Pause
from readiness.ui import html
from readiness.ui.drill_clock import countdown, running_since, within
from tests.ui.drilled import START

MS = int(START.timestamp() * 1000)
RUN = DrillRun(id="d1", scenario="site_down", started=START)


def minutes(n: int) -> timedelta:
    """So many minutes."""
    return timedelta(minutes=n)


def test_before_during_and_after_a_pause() -> None:
    assert running_since(RUN, START + minutes(9)) == (MS, 0)
    paused = RUN.model_copy(update={"pauses": (Pause(begun=START + minutes(4)),)})
    assert running_since(paused, START + minutes(9)) == (0, 240)
    over = Pause(begun=START + minutes(4), over=START + minutes(6))
    on = RUN.model_copy(update={"pauses": (over,)})
    assert running_since(on, START + minutes(9)) == (MS + 360_000, 240)


def test_what_hangs_on_the_clock_is_escaped_and_waits_hidden() -> None:
    said = within(60, None, html.text("<b>"), "rd-no")
    assert said.startswith('<span class="rd-no" data-from="60" data-until="1000000" hidden="">')
    assert "&lt;b&gt;" in said
    assert countdown(900) == '<b data-to="900"></b>'
