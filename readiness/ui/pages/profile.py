"""Profile and people: everything beside the answers that decides the verdict (screens 1)."""

import streamlit as st

from readiness.ui import state
from readiness.ui.band import band, chosen
from readiness.ui.fields import trouble, undo_button
from readiness.ui.profile_events import drills_held, incidents
from readiness.ui.profile_fields import profile_fields
from readiness.ui.profile_parties import parties
from readiness.ui.profile_people import people

PARTS = {
    "Profile": profile_fields,
    "People": people,
    "Incidents": incidents,
    "Drills held": drills_held,
    "Parties": parties,
}


def draw() -> None:
    """The page; only the chosen part is drawn."""
    now = chosen()
    if now is None:
        return
    assessment, here = now
    band(here)
    title, back = st.columns([7, 1], vertical_alignment="bottom")
    title.title("Profile and people", anchor=False)
    with back:
        undo_button(assessment)
    part = st.segmented_control(
        "Part",
        list(PARTS),
        key=state.PROFILE_PART,
        default="Profile" if state.PROFILE_PART not in st.session_state else None,
        required=True,
        wrap=True,
        label_visibility="collapsed",
        persist_state="session",
    )
    trouble()
    PARTS[part or "Profile"](assessment, here)


draw()
