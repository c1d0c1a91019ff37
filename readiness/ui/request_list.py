"""The evidence that was asked for, as one list for the client (screens 3.2)."""

from datetime import date

import streamlit as st

from readiness.domain.interviewing import EvidenceRequest
from readiness.ui import confirming, fields, html, state
from readiness.ui.cached import workbench
from readiness.ui.html import Html
from readiness.workspace.requests import STATUS, ask_for, in_order, remove_request, set_request
from readiness.workspace.results import State

ROLE = "request"
REQUESTS = "requests"
"""What the page Interview guide calls this list among its guides."""
NOBODY, NO_QUESTION = "anybody", "no one question"
COUNT = "requests_kept"
PARTS = ("what", "capability", "respondent", "due")
HEADS = ("No.", "What", "Question", "Asked", "Of whom", "Status", "Due")


def request_table(here: State, today: date) -> Html:
    """Every request, what is still to come first."""
    rows = [
        [
            html.bold(request.id),
            html.text(request.what),
            html.text(request.capability or "—"),
            html.text(f"{request.asked_on:%d %b %Y}"),
            html.text(_whom(here, request.respondent)),
            html.text(STATUS[request.status]),
            _due(request, today),
        ]
        for request in in_order(here.assessment.requests)
    ]
    return html.table(HEADS, rows)


def _due(request: EvidenceRequest, today: date) -> Html:
    if request.due is None:
        return html.text("—")
    said = f"{request.due:%d %b %Y}"
    late = request.is_overdue(today)
    return html.tag("span", html.text(f"▲ {said}, late"), "rd-no") if late else html.text(said)


def _whom(here: State, respondent: str | None) -> str:
    person = here.assessment.respondent_by_id.get(respondent or "")
    if person is None:
        return "—"
    names = {f.code: f.name for f in here.questionnaire.functions} | {"TEAM": "The team"}
    return f"{names[person.function]} ({person.id})"


def new_request(assessment: str, here: State) -> None:
    """A form to ask for something more."""
    names = {part: f"request_{part}_{st.session_state.get(COUNT, 0)}" for part in PARTS}
    st.text_input("What should be sent?", key=names["what"], max_chars=500)
    left, middle, right = st.columns([1.7, 1.2, 1.3], gap="small")
    left.selectbox(
        "Question",
        [NO_QUESTION, *here.questionnaire.capabilities],
        key=names["capability"],
        format_func=lambda c: _question(here, c),
    )
    middle.selectbox(
        "Asked of",
        [NOBODY, *here.assessment.respondent_by_id],
        key=names["respondent"],
        format_func=lambda r: r if r == NOBODY else _whom(here, r),
    )
    right.date_input("Due", value=None, key=names["due"], format="YYYY-MM-DD")
    st.button("Put it on the list", type="primary", on_click=_ask_for, args=(assessment, names))
    confirming.ask(ROLE)


def _ask_for(assessment: str, names: dict[str, str]) -> None:
    said = {part: st.session_state.get(name) for part, name in names.items()}
    given = {
        part: None if value in (NOBODY, NO_QUESTION) else value for part, value in said.items()
    }

    def save(confirmed: bool) -> None:
        ask_for(
            workbench(),
            assessment,
            given["what"] or "",
            capability=given["capability"],
            respondent=given["respondent"],
            due=given["due"],
            confirmed=confirmed,
        )
        st.session_state[COUNT] = st.session_state.get(COUNT, 0) + 1

    confirming.saved(ROLE, save, given["what"] or "")


def _question(here: State, capability: str) -> str:
    found = here.questionnaire.capabilities.get(capability)
    return f"{capability} {found.name}" if found else capability


def change_request(assessment: str, here: State) -> None:
    """Status and due date of one of them, or its end."""
    there = {r.id: r for r in in_order(here.assessment.requests)}
    if st.session_state.get(state.REQUEST) not in there:
        st.session_state[state.REQUEST] = next(iter(there))
    first, last = st.columns([3.2, 1], gap="small", vertical_alignment="bottom")
    chosen = first.selectbox(
        "Request",
        list(there),
        key=state.REQUEST,
        format_func=lambda r: f"{r} · {state.plain(there[r].what)[:60]}",
    )
    request, key = there[chosen], f"request_{assessment[:8]}_{chosen}"

    def to(field: str) -> fields.Save:
        return lambda value: set_request(workbench(), assessment, chosen, field, value)

    second, third = st.columns([2.6, 1.3], gap="small")
    with second:
        fields.choice("Status", STATUS, request.status, f"{key}_status", to("status"))
    with third:
        fields.day("Due", request.due, f"{key}_due", to("due"))
    last.button(
        f"Remove {chosen}",
        width="stretch",
        disabled=state.is_sealed(),
        on_click=fields.doing(remove_request, workbench(), assessment, chosen),
    )
