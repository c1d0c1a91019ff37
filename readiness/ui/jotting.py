"""Under a question: quick notes, the mark to come back, what to ask to be sent (screens 3.2)."""

import streamlit as st

from readiness.domain.interviewing import Note
from readiness.ui import confirming, fields, html, state
from readiness.ui.cached import workbench
from readiness.ui.question import Asked
from readiness.workspace.jottings import add_note, follow_up, make_answer, remove_note
from readiness.workspace.requests import STATUS, ask_for

COUNT = "jottings_kept"


def unsaved(asked: Asked) -> None:
    """What stood in the way of keeping a note or a request; above the card, to be in sight."""
    for part in ("jot", "ask"):
        confirming.ask(asked.role(part))


def jotting(asked: Asked) -> None:
    """Draw what is kept beside the answer to this question."""
    with st.container(key="jotting", gap="xsmall"):
        note, mark, evidence = st.columns([3, 1, 1.4], gap="small", vertical_alignment="center")
        with note:
            _new_note(asked)
        with mark:
            _mark(asked)
        with evidence:
            _asking(asked)
        for kept in asked.now.assessment.notes:
            if kept.respondent == asked.respondent and kept.capability in (
                None,
                asked.capability.id,
            ):
                _kept(asked, kept)
        _requested(asked)


def _asking(asked: Asked) -> None:
    if st.button("Ask for evidence…", width="stretch", disabled=state.is_sealed()):
        _request(asked)


def _fresh(role: str) -> str:
    """The key of a field that is empty again once its text was kept."""
    return f"{role}_{st.session_state.get(COUNT, 0)}"


def _new_note(asked: Asked) -> None:
    key = _fresh(asked.role("jot"))
    st.text_input(
        "Quick note, no answer yet",
        key=key,
        max_chars=2000,
        persist_state="session",
        disabled=state.is_sealed(),
        label_visibility="collapsed",
        placeholder="Quick note, no answer yet: Enter keeps it",
        on_change=_keep_note,
        args=(asked.assessment, asked.capability.id, asked.respondent, asked.role("jot"), key),
    )


def _keep_note(assessment: str, capability: str, respondent: str, role: str, key: str) -> None:
    # A field that has gone sends its text once more: that is no second note.
    if key != _fresh(role):
        return
    text = str(st.session_state.get(key) or "")

    def save(confirmed: bool) -> None:
        add_note(
            workbench(),
            assessment,
            text,
            capability=capability,
            respondent=respondent,
            confirmed=confirmed,
        )
        _start_anew()

    if text.strip():
        confirming.saved(role, save, text)


def _start_anew() -> None:
    """Empty fields; what the ones before still send counts nothing."""
    st.session_state[COUNT] = st.session_state.get(COUNT, 0) + 1


def _mark(asked: Asked) -> None:
    marked = any(
        (f.capability, f.respondent) == (asked.capability.id, asked.respondent)
        for f in asked.now.assessment.follow_ups
    )
    role = asked.role("follow")
    key = state.following(role, marked)

    def save(value: bool) -> object:
        who, what = asked.respondent, asked.capability.id
        return follow_up(workbench(), asked.assessment, what, who, value)

    st.checkbox(
        "Follow up",
        key=key,
        disabled=state.is_sealed(),
        on_change=fields.saving(save, role, key),
    )


# Over the page: below the button, at the foot of a window, half of it would lie out of sight.
@st.dialog("What should be sent?")
def _request(asked: Asked) -> None:
    what, due = _fresh(asked.role("what")), _fresh(asked.role("due"))
    st.text_input(
        "Document or record",
        key=what,
        max_chars=500,
        persist_state="session",
        placeholder="a file, a log, a procedure",
    )
    st.date_input("Until when?", value=None, key=due, format="YYYY-MM-DD", persist_state="session")
    st.html(html.paragraph(f"Usually: {asked.capability.evidence}"))
    if st.button(
        "Put it on the list", type="primary", on_click=_keep_request, args=(asked, what, due)
    ):
        st.rerun()


def _keep_request(asked: Asked, what: str, due: str) -> None:
    text, until = str(st.session_state.get(what) or ""), st.session_state.get(due)

    def save(confirmed: bool) -> None:
        ask_for(
            workbench(),
            asked.assessment,
            text,
            capability=asked.capability.id,
            respondent=asked.respondent,
            due=until,
            confirmed=confirmed,
        )
        _start_anew()

    confirming.saved(asked.role("ask"), save, text)


def _kept(asked: Asked, note: Note) -> None:
    text, turn, away = st.columns([3, 1.4, 1], gap="small", vertical_alignment="center")
    text.html(html.tag("p", html.join([html.bold("Note: "), html.text(note.text)]), "rd-small"))
    is_answered = asked.given is not None
    turn.button(
        "Make this an answer",
        key=f"turn_{asked.respondent}_{asked.capability.id}_{note.id}",
        width="stretch",
        disabled=not is_answered or state.is_sealed(),
        help=None if is_answered else "Choose the description first: the note becomes its words.",
        on_click=fields.doing(
            make_answer,
            workbench(),
            asked.assessment,
            note.id,
            asked.capability.id,
            asked.respondent,
        ),
    )
    away.button(
        "Remove note",
        key=f"away_{asked.respondent}_{asked.capability.id}_{note.id}",
        width="stretch",
        disabled=state.is_sealed(),
        on_click=fields.doing(remove_note, workbench(), asked.assessment, note.id),
    )


def _requested(asked: Asked) -> None:
    for request in asked.now.assessment.requests:
        if (request.capability, request.respondent) == (asked.capability.id, asked.respondent):
            due = f", due {request.due:%d %b %Y}" if request.due else ""
            said = html.text(f": {request.what} ({STATUS[request.status].lower()}{due})")
            line = html.join([html.bold("Evidence asked for"), said])
            st.html(html.tag("p", line, "rd-small"))
