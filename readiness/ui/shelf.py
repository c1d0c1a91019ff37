"""The list of assessments: one bordered row each, with what it says at a glance (screens 3.1)."""

import streamlit as st

from readiness.ui import html, state
from readiness.ui.navigation import page
from readiness.ui.rounds_menu import menu, sealed
from readiness.workspace.overview import Glance

AT_ONCE = 10
"""Rows on a page of the list."""


def row(glance: Glance, *, is_newest: bool) -> None:
    """Draw one assessment with its way in."""
    line = glance.line.row
    with st.container(border=True, key=f"row_{line.id}"):
        name, said, act = st.columns([2.6, 2.9, 1.3], vertical_alignment="center")
        with name:
            changed = line.changed_at.astimezone()
            st.html(
                html.join(
                    [
                        html.tag("p", html.bold(line.title), "rd-name"),
                        html.tag("p", html.text(glance.about), "rd-small rd-quiet"),
                        html.tag("p", html.text(f"changed {changed:%d %b %Y, %H:%M}"), "rd-fine"),
                        sealed(glance),
                    ]
                )
            )
        with said:
            st.html(_said(glance))
        with act:
            _ways(glance, is_newest)


def _said(glance: Glance) -> html.Html:
    asked, answered = glance.line.asked, glance.line.answered
    title = [html.level_badge(glance.level), html.bold(glance.verdict)]
    lines = [
        html.tag("p", html.join(title, " "), "rd-name"),
        html.tag(
            "p", html.text(glance.figures), "rd-small rd-no" if glance.trouble else "rd-small"
        ),
    ]
    if not glance.trouble:
        counts = f"{answered} of {asked} questions · {glance.logs} of {glance.of_logs} kinds of log"
        bar = html.progress(answered, asked, f"{line_name(glance)}: questions answered")
        lines.append(
            html.tag("div", html.join([bar, html.tag("span", html.text(counts))]), "rd-counts")
        )
    return html.join(lines)


def line_name(glance: Glance) -> str:
    """How the assessment is called."""
    return glance.line.row.title


def _ways(glance: Glance, is_newest: bool) -> None:
    line = glance.line.row
    if not glance.trouble:
        label = "Open" if glance.is_done or line.frozen is not None else "Continue"
        goal = "result" if glance.is_done else "questions"
        if st.button(
            label,
            key=f"open_{line.id}",
            width="stretch",
            type="primary" if is_newest else "secondary",
            help=f"{label} {state.plain(line.title)}",
        ):
            state.open_assessment(line.id)
            st.switch_page(page(goal))
    menu(glance)
