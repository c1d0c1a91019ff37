"""The clock of a drill: the browser draws *now less start*, the server stamps (screens 3.7, 6)."""

from datetime import datetime

import streamlit as st

from readiness.domain.drill_run import DrillRun
from readiness.ui import html
from readiness.ui.html import Html

# Only numbers are put in. The clock finds what hangs on it by data attributes: `data-from` and
# `data-until` show a text in its time (seconds on the clock), `data-to` counts down to a second. A
# browser on another computer may be wrong about the time: more than two seconds are made good.
SCRIPT = """
<script>
(() => {{
  const since = {since}, spent = {spent}, off = {now} - Date.now();
  const offset = Math.abs(off) > 2000 ? off : 0;
  const show = (s) => String(Math.floor(s / 60)).padStart(2, '0') + ':'
    + String(s % 60).padStart(2, '0');
  const draw = () => {{
    const at = document.querySelector('.rd-drill-clock b');
    if (!at) {{ clearInterval(window.readinessDrill); return; }}
    const ran = since ? Math.floor((Date.now() + offset - since) / 1000) : 0;
    const t = spent + Math.max(0, ran);
    if (at.textContent !== show(t)) at.textContent = show(t);
    for (const one of document.querySelectorAll('[data-from]')) {{
      const is_on = t >= Number(one.dataset.from) && Number(one.dataset.until) > t;
      if (one.hidden === is_on) one.hidden = !is_on;
    }}
    for (const one of document.querySelectorAll('[data-to]')) {{
      const left = show(Math.max(0, Number(one.dataset.to) - t));
      if (one.textContent !== left) one.textContent = left;
    }}
  }};
  clearInterval(window.readinessDrill);
  draw();
  window.readinessDrill = setInterval(draw, 200);
}})();
</script>
"""
NEVER = 1_000_000
"""Seconds that no clock of a drill reaches."""


def clock(run: DrillRun, minutes: int, now: datetime) -> None:
    """Draw the clock of a run that goes on; ``minutes``: how long the hour is."""
    since, spent = running_since(run, now)
    still = " paused" if run.is_paused else ""
    face(since, spent, now, f" of {minutes}:00", "Time of this drill", still)


def face(since: int, spent: int, now: datetime, words: str, label: str, still: str = "") -> None:
    """Draw a clock that the browser keeps: since when it runs in ms (0: not), and seconds before.

    ``words`` stand behind the time, ``still`` says that it stands; ``label`` is for a reader.
    """
    shown = html.tag(
        "div",
        html.join(
            [
                Html("<b>00:00</b>"),
                html.tag("span", html.text(words)),
                html.tag("em", html.text(still)) if still else Html(""),
            ]
        ),
        "rd-drill-clock",
        role="timer",
        aria_label=label,
    )
    script = SCRIPT.format(since=since, spent=spent, now=_ms(now))
    st.html(shown + script, unsafe_allow_javascript=True)


def running_since(run: DrillRun, now: datetime) -> tuple[int, int]:
    """Since when it runs without a break, in ms (0: it is paused), and the seconds before that."""
    if run.is_paused:
        return 0, run.elapsed(now)
    if not run.pauses:
        return _ms(run.started), 0
    last = run.pauses[-1]
    assert last.over is not None
    return _ms(last.over), run.elapsed(last.over)


def within(first: int, last: int | None, words: Html, classes: str = "") -> Html:
    """A text that the clock shows from a second until before another one."""
    until = NEVER if last is None else last
    return html.tag("span", words, classes, data_from=str(first), data_until=str(until), hidden="")


def countdown(second: int) -> Html:
    """The time left until a second of the clock."""
    return html.tag("b", html.text(""), data_to=str(second))


def _ms(at: datetime) -> int:
    return int(at.timestamp() * 1000)
