"""Beside the rows of a drill: pause and end, the inject to read aloud, critical fails."""

from collections.abc import Callable

import streamlit as st

from readiness.domain.drills import DrillInject
from readiness.stress.hour import FAIL, INJECT, minutes_seconds
from readiness.ui import fields, html, state
from readiness.ui.cached import workbench
from readiness.ui.drill_clock import countdown, within
from readiness.ui.html import Html
from readiness.workspace.drilling import Hour, critical_fail, discard, end, hour, pause, read_out
from readiness.workspace.results import state as load_state


@st.fragment
def side(assessment: str, run: str) -> None:
    """All that stands below the clock; reads what is stored, reruns alone."""
    now = load_state(workbench(), assessment)
    there = hour(now.assessment, now.questionnaire.drills, run)
    waiting = [i for i in there.scenario.injects if f"{INJECT}{i.minute}" not in there.stamps]
    if waiting:
        st.html(_ahead(waiting[0]))
    _controls(assessment, there)
    if waiting:
        _read_aloud(assessment, run, waiting[0])
    _injects(there, waiting)
    _fails(assessment, there)


def _ahead(inject: DrillInject) -> Html:
    """*next inject at 40:00, in 13:45*, until it is due."""
    at = 60 * inject.minute
    words = [html.text(f"next inject at {minutes_seconds(at)}, in "), countdown(at)]
    due = html.text(f"inject of {minutes_seconds(at)} to be read")
    shown = [within(0, at, html.join(words)), within(at, None, due, "rd-no")]
    return html.tag("p", html.join(shown), "rd-next")


def _controls(assessment: str, there: Hour) -> None:
    first, second = st.columns([1, 1.35], gap="xsmall")
    is_paused = there.run.is_paused
    if first.button(
        "Go on" if is_paused else "Pause",
        key="drill_pause",
        shortcut="p",
        width="stretch",
        on_click=fields.doing(pause, workbench(), assessment, there.run.id),
    ):
        st.rerun()
    with second.popover("End and score", width="stretch"):
        st.write("The hour ends and its points count. A stamp can still be corrected, with reason.")
        if st.button(
            "End the hour now", key="drill_end", type="primary", on_click=_end(assessment, there)
        ):
            st.rerun()
        if st.button(
            "Begun by mistake: take it away",
            key="drill_discard",
            on_click=fields.doing(discard, workbench(), assessment, there.run.id),
        ):
            st.rerun()
    fields.trouble()


def _end(assessment: str, there: Hour) -> Callable[[], None]:
    act = fields.doing(end, workbench(), assessment, there.run.id)

    def run() -> None:
        act()
        st.session_state[state.DRILL_SHOWN] = there.run.id

    return run


def _read_aloud(assessment: str, run: str, inject: DrillInject) -> None:
    """The inject in its frame once it is due, and the button that stamps it."""
    head = html.tag("strong", html.text(f"Inject · T+{inject.minute} · read aloud now"))
    words = html.join([head, html.tag("span", html.text(inject.text))])
    st.html(within(60 * inject.minute, None, words, "rd-inject"))
    st.button(
        "Read out",
        key="drill_read",
        type="primary",
        shortcut="i",
        width="stretch",
        help=f"Stamps that the inject of T+{inject.minute} was read aloud.",
        on_click=fields.doing(read_out, workbench(), assessment, run, inject.minute),
    )


def _injects(there: Hour, waiting: list[DrillInject]) -> None:
    rows = [html.tag("li", html.text("✓ T+0 the scenario itself"))]
    for inject in there.scenario.injects:
        read = there.stamps.get(f"{INJECT}{inject.minute}")
        if read:
            said = f"✓ T+{inject.minute} {inject.text} Read {minutes_seconds(read.second)}."
            rows.append(html.tag("li", html.text(said)))
        elif inject == waiting[0]:
            rows.append(html.tag("li", html.bold(f"▸ T+{inject.minute} {inject.text}")))
        else:
            rows.append(html.tag("li", html.text(f"○ T+{inject.minute} {inject.text}")))
    head = html.tag("h2", html.text("Injects"), "rd-side")
    st.html(head + html.tag("ul", html.join(rows), "rd-injects"))


def _fails(assessment: str, there: Hour) -> None:
    cap = there.rules.critical_cap
    st.html(html.tag("h2", html.text(f"Critical fails (cap the score at {cap})"), "rd-side"))
    with st.container(key="drill_fails", gap="xsmall"):
        for number, text in enumerate(there.rules.critical_fails, start=1):
            role = f"drill_{there.run.id}_{FAIL}{number}"
            key = state.following(role, f"{FAIL}{number}" in there.stamps)
            st.checkbox(
                state.plain(text),
                key=key,
                on_change=fields.saving(_save(assessment, there.run.id, number), role, key),
            )


def _save(assessment: str, run: str, number: int) -> fields.Save:
    def save(seen: bool) -> object:
        return critical_fail(workbench(), assessment, run, number, seen)

    return save
