"""The decision log of a drill: one line, Enter saves it with the time (screens 3.7)."""

import streamlit as st

from readiness.stress.hour import minutes_seconds
from readiness.ui import confirming, fields, html, state
from readiness.ui.cached import workbench
from readiness.ui.html import Html
from readiness.workspace.drilling import Hour, add_line, remove_line

ROLE = "drill_log"


def decision_log(assessment: str, there: Hour) -> None:
    """The field for the next line, and the lines kept, newest first."""
    key = _key()
    st.text_input(
        "Decision log",
        key=key,
        max_chars=500,
        persist_state="session",
        placeholder="Who (the role) decided what, by which criterion, fallback. Enter saves it.",
        on_change=_keep,
        args=(assessment, there.run.id, key),
    )
    confirming.ask(ROLE)
    if there.lines:
        st.html(html.tag("div", lines(there), "rd-drill-lines", tabindex="0", role="log"))
        last = max(line.n for line in there.lines)
        st.button(
            "Take the last line back",
            key="drill_line_back",
            type="tertiary",
            on_click=fields.doing(remove_line, workbench(), assessment, there.run.id, last),
        )


def lines(there: Hour) -> Html:
    """The lines with their times, newest first."""
    return html.join(
        html.tag(
            "p",
            html.join([html.bold(minutes_seconds(one.second)), html.text(one.text)], " "),
            "rd-small",
        )
        for one in sorted(there.lines, key=lambda one: one.n, reverse=True)
    )


def _key() -> str:
    return f"{ROLE}_{st.session_state.get(state.DRILL_COUNT, 0)}"


def _keep(assessment: str, run: str, key: str) -> None:
    # A field that has gone sends its text once more: that is no second line.
    if key != _key():
        return
    text = str(st.session_state.get(key) or "")

    def save(confirmed: bool) -> None:
        add_line(workbench(), assessment, run, text, confirmed=confirmed)
        st.session_state[state.DRILL_COUNT] = st.session_state.get(state.DRILL_COUNT, 0) + 1

    if text.strip():
        confirming.saved(ROLE, save, text)
