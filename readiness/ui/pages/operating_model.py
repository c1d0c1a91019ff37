"""Operating model: who makes it, who knows it, and what early choices will cost (method 11, 12)."""

import streamlit as st

from readiness.ui.band import band, chosen
from readiness.ui.fields import trouble, undo_button
from readiness.ui.partner_list import contract_makers


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
    trouble()
    contract_makers(assessment, here)


draw()
