"""History: who changed what, from what to what, when and why; newest first."""

import streamlit as st

from readiness.ui import html
from readiness.ui.band import band, chosen
from readiness.ui.cached import workbench
from readiness.ui.downloads import history_button
from readiness.workspace.changes import SUBJECTS, Change, changes

FIRST = 50
ALL = "all"
# What one chooses from, where the kind of an entry does not say it.
KINDS = {
    ALL: "Everything",
    "meta": "Title, date, form, settings",
    "hybrid": "Set-up and fragmentation flags",
    "response": "Answers",
    "measurement": "Figures typed in",
    "detection": "Detections shown",
    "complete_log": "Logs stated to be complete",
    "override": "Ratings and targets",
    "plan": "People and calendar of the plan",
    "action": "Actions of the plan",
    "scenario": "Scenarios of the plan",
    "tracking": "Owners, status, due dates",
    "carried": "Carried levels",
    "follow_up": "Follow-ups",
    "request": "Evidence asked for",
    "sitting": "Clocks of talks",
    "drill": "Drills held",
    "drill_run": "Drills run here",
    "drill_stamp": "Stamps of drills",
    "drill_line": "Decision logs of drills",
    "drill_action": "Actions after drills",
    "stress": "Simulation, what it was asked",
    "simulation": "Simulation, last run",
    "partner": "Contract makers",
    "partner_answer": "Contract makers: answers",
    "partner_failure": "Contract makers: failures",
    "partner_slots": "Contract makers: slot tables",
    "stopwatch_answer": "Stopwatch: answers",
    "lock_in": "Early choices",
    "oversight": "QA oversight",
    "map_node": "Model map: places and steps",
    "map_link": "Model map: links",
    "map_archetype": "Model map: archetypes",
    "conductor": "Model map: who leads",
    "change": "Process changes",
    "data_set": "Data sets",
    "ai_use": "Uses of AI",
    "scaling_limit": "Scaling limits",
    "option": "Options kept open",
    "gate": "Gates",
    "assignment": "Who answers",
    "assessment": "Begun, imported, frozen, deleted",
    "erasure": "Erased on request",
    "export": "Files taken out",
}


def draw() -> None:
    """The page."""
    now = chosen()
    if now is None:
        return
    assessment, here = now
    band(here)
    st.title("History", anchor=False)
    found = changes(workbench(), assessment)
    st.html(
        html.paragraph(
            f"{len(found)} changes and exports, newest first. Nothing is ever removed from here: "
            "an undo is a change of its own, and what was erased on request leaves its place."
        )
    )
    kinds = [ALL, *(kind for kind in SUBJECTS if any(c.kind == kind for c in found))]
    first, _, file = st.columns([1, 2, 1], vertical_alignment="bottom")
    with file:
        history_button(assessment)
    kind = first.selectbox("Show", kinds, key=f"history_{assessment}", format_func=_kind_name)
    mine = [c for c in found if kind in (ALL, c.kind)]
    key = f"history_all_{assessment}"
    shown = mine if st.session_state.get(key) else mine[:FIRST]
    rows = [_row(c) for c in shown]
    st.html(html.table(["When", "Who", "What", "Change", "Why"], rows, "rd-history"))
    if len(mine) > FIRST:
        st.toggle(f"Show all {len(mine)}", key=key)


def _kind_name(kind: str) -> str:
    return KINDS.get(kind, kind.capitalize())


def _row(change: Change) -> list[html.Html]:
    return [
        html.tag("span", html.text(f"{change.at.astimezone():%d %b %Y %H:%M:%S}"), "rd-nowrap"),
        html.text(change.who),
        html.text(change.what),
        html.text(change.change),
        html.text(change.why),
    ]


draw()
