"""What may be done with a whole assessment: next round, freeze, reopen, delete (screens 3.1)."""

from collections.abc import Callable

import streamlit as st

from readiness.domain.errors import ReadinessError
from readiness.ui import html, state
from readiness.ui.cached import workbench
from readiness.ui.custody import signed_button
from readiness.ui.downloads import folder_button
from readiness.ui.erasing import ask_to_erase
from readiness.ui.navigation import page
from readiness.workspace.assessments import delete
from readiness.workspace.overview import Glance
from readiness.workspace.rounds import freeze, next_round, reopen
from readiness.workspace.session import Session

REASON = "freeze_reason"


def menu(glance: Glance) -> None:
    """Draw the buttons; each says what it does before it is done."""
    row = glance.line.row
    key = f"more_{row.id}"
    with st.popover("More…", width="stretch", type="tertiary", key=key, on_change="rerun"):
        if not glance.trouble:
            if _asks("Copy as the next round…", f"next_{row.id}", key):
                ask_for_next_round(row.id, row.title)
            if row.frozen is None:
                if _asks("Freeze…", f"freeze_{row.id}", key):
                    ask_to_freeze(row.id, row.title)
            elif st.button(
                "Reopen as a copy",
                key=f"reopen_{row.id}",
                width="stretch",
                on_click=_make,
                args=(reopen, row.id),
            ):
                st.switch_page(page("questions"))
        signed_button(row.workspace, row.id, row.title)
        if not glance.trouble and _asks("Erase on request…", f"erase_{row.id}", key):
            ask_to_erase(row.id, row.title)
        if _asks("Delete…", f"delete_{row.id}", key):
            ask_to_delete(row.id, row.title)


def _asks(label: str, key: str, menu_key: str) -> bool:
    """A button that leads to a dialog: the menu closes, or it would lie on top of it."""

    def shut() -> None:
        st.session_state[menu_key] = False

    return st.button(label, key=key, width="stretch", on_click=shut)


def sealed(glance: Glance) -> html.Html:
    """The line that says that an assessment is frozen, with the beginning of its hash."""
    seal = glance.line.row.frozen
    if seal is None:
        return html.text("")
    words = f"❄ Frozen {seal.at.astimezone():%d %b %Y} · {seal.sha256[:12]}"
    return html.tag("p", html.text(words), "rd-fine", title_=f"SHA-256 {seal.sha256}")


@st.dialog("Copy as the next round?")
def ask_for_next_round(assessment: str, title: str) -> None:
    """Say what goes along and what does not."""
    st.write(
        f"A new assessment as of today, after **{state.plain(title)}**. Profile, people, answers, "
        "ratings and drills go along."
    )
    st.write(
        "What stays behind, to be read in this one: evidence and typed figures (what was measured "
        "keeps its level, marked *carried over*, until it is measured again), quick notes, "
        "follow-up marks, evidence requests and calibration ratings. Incidents of the last 12 "
        "months and consensus levels are asked anew."
    )
    if st.button(
        "Make the next round",
        key="next_yes",
        width="stretch",
        type="primary",
        on_click=_make,
        args=(next_round, assessment),
    ):
        st.switch_page(page("questions"))


@st.dialog("Freeze this assessment?")
def ask_to_freeze(assessment: str, title: str) -> None:
    """Ask once: there is no way back."""
    st.write(
        f"**{state.plain(title)}** can then be read, reported and exported, and never be changed "
        "again, by nobody. A hash over everything in it is printed in the report. To go on, copy "
        "it as the next round, or reopen it as a copy."
    )
    example = "e.g. agreed with the client"
    st.text_input("Why (optional)", placeholder=example, max_chars=200, key=REASON)
    yes, no = st.columns(2)
    if yes.button(
        "Freeze it", key="freeze_yes", width="stretch", on_click=_freeze, args=(assessment,)
    ):
        if state.TROUBLE not in st.session_state:
            st.rerun()
        st.error(state.plain(st.session_state.pop(state.TROUBLE)))
    if no.button("Not now", key="freeze_no", width="stretch", type="primary"):
        st.rerun()


@st.dialog("Delete this assessment?")
def ask_to_delete(assessment: str, title: str) -> None:
    """Ask once; the assessment goes out of sight, with its answers and records."""
    st.write(
        f"**{state.plain(title)}** leaves the list with its answers and records. There is no way "
        "back in the app, so take an export along first."
    )
    export = st.container()
    yes, no = st.columns(2)
    if yes.button(
        "Delete it", key="delete_yes", width="stretch", on_click=_delete, args=(assessment,)
    ):
        st.rerun()
    with export:  # last: of what was deleted just now there is none
        folder_button(assessment)
    if no.button("Keep it", key="delete_no", width="stretch", type="primary"):
        st.rerun()


def _delete(assessment: str) -> None:
    delete(workbench(), assessment)
    if state.current_assessment() == assessment:
        state.close_assessment()


def _freeze(assessment: str) -> None:
    try:
        freeze(workbench(), assessment, str(st.session_state.get(REASON, "")).strip())
    except ReadinessError as error:
        st.session_state[state.TROUBLE] = str(error)


def _make(copy: Callable[[Session, str], str], assessment: str) -> None:
    state.open_assessment(copy(workbench(), assessment))
