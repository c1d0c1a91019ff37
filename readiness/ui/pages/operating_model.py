"""Operating model: who makes it, who knows it, and what early choices will cost (method 11, 12)."""

import streamlit as st

from readiness.ui import state
from readiness.ui.band import band, chosen
from readiness.ui.fields import trouble, undo_button
from readiness.ui.intersection_list import intersections
from readiness.ui.lock_in_list import lock_in
from readiness.ui.partner_list import contract_makers
from readiness.ui.retention_list import retention

FIRST = "Contract makers"
PARTS = {
    FIRST: contract_makers,
    "Lock-in ledger": lock_in,
    "What stays with us": retention,
    "Where flows meet": intersections,
}


def draw() -> None:
    """The page; only the chosen part is drawn."""
    now = chosen()
    if now is None:
        return
    assessment, here = now
    band(here)
    title, back = st.columns([7, 1], vertical_alignment="bottom")
    title.title("Operating model", anchor=False)
    with back:
        undo_button(assessment)
    part = st.segmented_control(
        "Part",
        list(PARTS),
        key=state.OPERATING_PART,
        default=FIRST if state.OPERATING_PART not in st.session_state else None,
        required=True,
        wrap=True,
        label_visibility="collapsed",
        persist_state="session",
    )
    trouble()
    PARTS[part or FIRST](assessment, here)


draw()
