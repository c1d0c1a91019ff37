"""The members of a workspace, each with the role; one more is invited by address."""

import streamlit as st

from readiness.store import ROLES, Actor, Member, Role
from readiness.ui import fields, html, state
from readiness.ui.cached import workbench
from readiness.workspace.members import NAMES, SAYS, Team, change_role, invite, remove_member

ADDRESS, ROLE, WHY = "member_address", "member_role", "member_reason"
NOBODY_YET = (
    "Nobody signs in here: who is added comes in once sign-in is set up (README, Teams). Until "
    "then whoever reaches this page is the owner."
)


def member_rows(found: Team) -> None:
    """A line a member; an owner changes the role, or takes them out."""
    for member in found.members:
        id = member.person.person_id
        with st.container(border=True, key=f"member_{id}"):
            name, role, out = st.columns([2.2, 1.5, 1], vertical_alignment="center")
            login = f" · {member.login}" if member.login not in ("", member.name) else ""
            given = " · by sign-in" if member.source == "claim" else ""
            name.html(html.sentence([(member.name, True), (login + given, False)]))
            if not found.may_manage:
                role.html(html.text(NAMES[member.role]))
                continue
            with role:
                _role(found.workspace.id, member)
            out.button(
                "Take out",
                key=f"out_{id}",
                width="stretch",
                help=f"{state.plain(member.name)}: what they said stays",
                on_click=fields.doing(
                    remove_member, workbench(), found.workspace.id, member.person
                ),
            )


def _role(client: str, member: Member) -> None:
    key = f"role_{member.person.person_id}"
    shown = fields.keep(key, member.role)

    def save(role: Role) -> None:
        change_role(workbench(), client, Actor(member.person.person_id), role)

    st.selectbox(
        f"Role of {member.name}",
        ROLES,
        key=shown,
        format_func=lambda r: NAMES[r],
        label_visibility="collapsed",
        on_change=fields.saving(save, key, shown),
    )


def invitation(found: Team) -> None:
    """One more, by the address that they sign in with."""
    st.header("Add somebody", anchor=False)
    if workbench.shared().settings.sign_in is None:
        st.html(html.paragraph(NOBODY_YET))
    with st.form("invitation", clear_on_submit=True):
        address, role, why = st.columns([2, 1.3, 2])
        address.text_input("E-mail address", key=ADDRESS, max_chars=200)
        role.selectbox("Role", ROLES, key=ROLE, index=1, format_func=lambda r: NAMES[r])
        why.text_input("Why (kept in the history)", key=WHY, max_chars=200)
        st.form_submit_button("Add", type="primary", on_click=_invite, args=(found.workspace.id,))


def _invite(client: str) -> None:
    said = st.session_state
    fields.doing(invite, workbench(), client, said[ADDRESS], said[ROLE], said[WHY])()


def roles_table() -> None:
    """What each role may do."""
    rows = [[html.bold(NAMES[role]), html.text(SAYS[role])] for role in ROLES]
    st.html(html.table(["Role", "What it may do"], rows, "rd-compact"))
