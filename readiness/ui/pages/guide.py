"""Interview guide: what to ask each function, in the order for talking, to print or carry."""

from functools import partial

import streamlit as st

from readiness.ui import html, state
from readiness.ui.band import band, chosen
from readiness.ui.cached import workbench
from readiness.ui.downloads import download
from readiness.ui.guide_print import guide_html
from readiness.ui.request_list import REQUESTS, request_table
from readiness.workspace.guides import guide_file, guide_parts


def draw() -> None:
    """The page."""
    now = chosen()
    if now is None:
        return
    assessment, here = now
    band(here, is_witnessed=True)
    parts = {p.code: p for p in guide_parts(here.assessment, here.questionnaire)}
    names = {code: part.function for code, part in parts.items()}
    with st.container(key="guide_controls"):
        left, right = st.columns([2, 1], gap="small", vertical_alignment="bottom")
        shown = left.selectbox(
            "Guide for",
            [*parts, REQUESTS],
            key=state.GUIDE_SHOWN,
            persist_state="session",
            format_func=lambda code: names.get(code, "The client: evidence asked for"),
        )
        with right:
            download(
                "All guides and requests (Excel)",
                assessment,
                "interview-guide.xlsx",
                partial(guide_file, workbench(), assessment),
                what="Interview guide",
                type="primary",
                width="stretch",
            )
        st.html(html.paragraph("To print what stands below: Ctrl+P, or Cmd+P on a Mac."))
    if shown == REQUESTS:
        st.title("Evidence asked for", anchor=False)
        if here.assessment.requests:
            st.html(request_table(here, workbench().today()))
        else:
            st.html(html.paragraph("Nothing was asked for yet. Ask under a question."))
        return
    part = parts[str(shown)]
    st.title(f"Interview guide: {state.plain(part.function)}", anchor=False)
    st.html(guide_html(here.questionnaire.interview, part))


draw()
