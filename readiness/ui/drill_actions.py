"""What follows from the drills, beside the actions that close gaps: with date, without a level."""

from datetime import date

import streamlit as st

from readiness.ui import html, links
from readiness.ui.drill_chooser import title
from readiness.workspace.results import State


def drill_actions(assessment: str, now: State) -> None:
    """Every action written down after a drill, the first due on top; nothing without one."""
    said = now.assessment
    if not said.drill_actions:
        return
    st.header("What follows from the drills", anchor="drills")
    names = {run.id: title(run, now.questionnaire) for run in said.drill_runs}
    found = sorted(said.drill_actions, key=lambda a: (a.due or date.max, a.run, a.n))
    rows = [
        [
            html.text(action.text),
            html.text(action.owner or "—"),
            html.text(f"{action.due:%d %b %Y}" if action.due else "—"),
            html.text(names.get(action.run, "")),
        ]
        for action in found
    ]
    st.html(html.table(["Action", "Owner role", "Due", "Drill"], rows))
    change = html.link("Change them", links.address("drill", assessment))
    st.html(html.tag("p", change, "rd-small"))
