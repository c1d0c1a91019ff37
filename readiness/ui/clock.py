"""The clock of a talk: the browser draws it from the stored start (screens 3.7, 6)."""

from datetime import UTC, datetime

import streamlit as st

from readiness.domain.interviewing import Sitting
from readiness.ui import fields, state
from readiness.ui.cached import workbench
from readiness.ui.html import Html
from readiness.workspace.results import State
from readiness.workspace.sittings import plan, sitting_of, start, stop

# Only numbers are put in. While nothing is started, stopped or planned anew the text stays the
# same, so that no run of the page touches the clock.
SCRIPT = """
<div class="rd-clock" role="timer" aria-label="Time of this talk"><b>0:00</b> of {planned} min</div>
<script>
(() => {{
  const start = {start}, spent = {spent}, planned = {planned} * 60;
  const draw = () => {{
    const at = document.querySelector('.rd-clock b');
    if (!at) return;
    const since = start ? Math.max(0, Math.floor((Date.now() - start) / 1000)) : 0;
    const all = spent + since;
    at.textContent = Math.floor(all / 60) + ':' + String(all % 60).padStart(2, '0');
    at.parentElement.classList.toggle('rd-over', all > planned);
  }};
  clearInterval(window.readinessClock);
  draw();
  if (start) window.readinessClock = setInterval(draw, 1000);
}})();
</script>
"""


def clock(assessment: str, here: State, respondent: str) -> None:
    """Draw time used and planned, with start, stop and the plan."""
    guide = here.questionnaire.interview
    sitting = sitting_of(here.assessment, respondent, guide.planned_minutes)
    with st.container(key="clock", gap="xsmall"):
        face, run = st.columns([1.5, 1], gap="xsmall", vertical_alignment="center")
        face.html(_face(sitting), unsafe_allow_javascript=True)
        is_running = sitting.started is not None
        run.button(
            "Stop" if is_running else "Start",
            help="Stops the clock of this talk."
            if is_running
            else "Starts the clock of this talk.",
            width="stretch",
            disabled=state.is_sealed(),
            on_click=_turn,
            args=(assessment, sitting),
        )
        if not is_running:
            opened = st.popover(
                "Time planned", width="stretch", key="time_planned", on_change="rerun"
            )
            if opened.open:
                with opened:
                    _plan(assessment, sitting)


def _face(sitting: Sitting) -> Html:
    began = 0 if sitting.started is None else int(sitting.started.timestamp() * 1000)
    return Html(SCRIPT.format(start=began, spent=sitting.seconds, planned=sitting.planned_minutes))


def _turn(assessment: str, sitting: Sitting) -> None:
    act = stop if sitting.started is not None else start
    fields.doing(act, workbench(), assessment, sitting, datetime.now(UTC))()


def _plan(assessment: str, sitting: Sitting) -> None:
    role = f"planned_{sitting.respondent}"
    key = state.following(role, sitting.planned_minutes)

    def save(minutes: int) -> object:
        return plan(workbench(), assessment, sitting, minutes)

    st.number_input(
        "Minutes planned",
        min_value=1,
        max_value=600,
        step=5,
        key=key,
        disabled=state.is_sealed(),
        on_change=fields.saving(save, role, key),
    )
