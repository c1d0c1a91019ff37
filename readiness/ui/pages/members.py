"""Members: who may work for this client, in which role, who answers what, and every change."""

import streamlit as st

from readiness.ui import fields, html, state
from readiness.ui.cached import workbench
from readiness.ui.clients import choose_client, current_client
from readiness.ui.member_list import invitation, member_rows, roles_table
from readiness.ui.member_tasks import tasks
from readiness.workspace.members import NAMES, Team, team


def draw() -> None:
    """The page."""
    st.title("Members", anchor=False)
    choose_client()
    found = team(workbench(), current_client())
    st.html(html.paragraph(f"Who may work in {found.workspace.name}, and what each role may do."))
    fields.trouble()
    left, right = st.columns([1.9, 1], gap="large")
    with left:
        member_rows(found)
        if found.may_manage:
            invitation(found)
    with right:
        roles_table()
    if state.current_assessment() is not None:
        tasks(found)
    _history(found)


def _history(found: Team) -> None:
    st.header("Every change", anchor=False)
    names = {role: name.lower() for role, name in NAMES.items()}
    rows = [
        [
            html.tag("span", html.text(f"{c.at.astimezone():%d %b %Y %H:%M:%S}"), "rd-nowrap"),
            html.text(c.by),
            html.text(c.member),
            html.text(
                f"{names[c.old] if c.old else 'no member'} → "
                f"{names[c.new] if c.new else 'no member'}"
            ),
            html.text(c.reason or "—"),
        ]
        for c in found.changes
    ]
    st.html(html.table(["When", "Who", "Whom", "Change", "Why"], rows, "rd-history"))


draw()
