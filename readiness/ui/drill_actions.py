"""What follows from the drills, beside the actions that close gaps: with date, without a level."""

from datetime import date

import streamlit as st

from readiness.ui import html, links
from readiness.ui.drill_chooser import title
from readiness.ui.drill_next import replays_in_words
from readiness.workspace.drill_plan import planned, replays
from readiness.workspace.results import State


def drill_actions(assessment: str, now: State) -> None:
    """Every action written down after a drill, and when it is run again; nothing without one."""
    said = now.assessment
    coming = replays(said)
    if not said.drill_actions and not coming:
        return
    st.header("What follows from the drills", anchor="drills")
    if coming:
        st.html(html.paragraph(replays_in_words(coming, now.questionnaire), ""))
    if said.drill_actions:
        _table(now)
    change = html.link("Change them", links.address("drill", assessment))
    st.html(html.tag("p", change, "rd-small"))


def _table(now: State) -> None:
    said = now.assessment
    names = {run.id: title(run, now.questionnaire) for run in said.drill_runs}
    found = sorted(said.drill_actions, key=lambda a: (a.due or date.max, a.run, a.n))
    rows = [
        [
            html.text(action.text),
            html.text(action.owner or "—"),
            html.text(f"{action.due:%d %b %Y}" if action.due else "—"),
            html.text(names.get(action.run, "")),
            html.text("✓ in the roadmap" if planned(said, action) else "—"),
        ]
        for action in found
    ]
    st.html(html.table(["Action", "Owner role", "Due", "Drill", "Planned"], rows))
