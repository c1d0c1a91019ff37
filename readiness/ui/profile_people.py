"""Who answers: codes, functions and seniority, never a name (screens 1)."""

from collections import Counter
from typing import get_args

import streamlit as st

from readiness.domain.assessment import FunctionCode, Respondent, Seniority
from readiness.ui import fields, html, state
from readiness.ui.cached import workbench
from readiness.workspace.notes import check_note
from readiness.workspace.people import add_respondent, remove_respondent, set_respondent
from readiness.workspace.results import State

SENIORITY: dict[Seniority, str] = {"floor": "Floor", "lead": "Lead", "executive": "Executive"}


def people(assessment: str, now: State) -> None:
    """Draw the respondents, with adding, changing and removing one."""
    st.write(
        "People stand here by a code, a function and a seniority: never write a name. A team that "
        "answers together at one screen is one respondent."
    )
    names = {f.code: f.name for f in now.questionnaire.functions} | {"TEAM": "The team together"}
    there = now.assessment.respondents
    if there:
        _table(now, names)
    left, right = st.columns(2, gap="large")
    with left:
        if not state.is_sealed():
            _add(assessment, names)
    with right:
        if there:
            _change(assessment, now, names)


def _table(now: State, names: dict[str, str]) -> None:
    answers = Counter(r.respondent for r in now.assessment.responses)
    rows = [
        [
            html.bold(person.id),
            html.text(names[person.function]),
            html.text("–" if person.function == "TEAM" else SENIORITY[person.seniority]),
            html.text(answers[person.id]),
            html.text(person.chain_owner or "not asked"),
        ]
        for person in now.assessment.respondents
    ]
    heads = ["Code", "Function", "Seniority", "Answers", "Says who owns the end-to-end chain"]
    st.html(html.table(heads, rows))


def _add(assessment: str, names: dict[str, str]) -> None:
    st.header("Add somebody", anchor=False)
    codes: list[FunctionCode] = [c for c in get_args(FunctionCode) if c in names and c != "TEAM"]
    function = st.selectbox("Function", codes, format_func=lambda c: names[c])
    seniority = st.segmented_control(
        "Seniority",
        list(SENIORITY),
        format_func=lambda s: SENIORITY[s],
        default="lead",
        required=True,
        wrap=True,
    )
    if st.button("Add", key="add_person"):
        added = add_respondent(workbench(), assessment, function, seniority)
        st.session_state[state.PERSON] = added
        st.rerun()


def _change(assessment: str, now: State, names: dict[str, str]) -> None:
    st.header("Change or remove", anchor=False)
    known = now.assessment.respondent_by_id
    if st.session_state.get(state.PERSON) not in known:
        st.session_state[state.PERSON] = next(iter(known))
    chosen = st.selectbox(
        "Respondent",
        list(known),
        key=state.PERSON,
        format_func=lambda r: f"{r} · {names[known[r].function]}",
    )
    person = known[chosen]

    def to(field: str) -> fields.Save:
        def save(value: object) -> object:
            check_note(str(value))
            changed = Respondent.model_validate(person.model_dump() | {field: value})
            return set_respondent(workbench(), assessment, changed)

        return save

    key = f"person_{assessment[:8]}_{person.id}"
    fields.pick("Function", list(names), names, person.function, f"{key}_f", to("function"))
    if person.function != "TEAM":
        fields.choice("Seniority", SENIORITY, person.seniority, f"{key}_s", to("seniority"))
    fields.line(
        "Who owns the end-to-end chain?",
        person.chain_owner,
        f"{key}_o",
        to("chain_owner"),
        "A role, never a name. Different answers are a finding.",
        "e.g. Head of supply chain",
    )
    has_answers = any(r.respondent == person.id for r in now.assessment.responses)
    st.button(
        f"Remove {person.id}",
        disabled=has_answers or state.is_sealed(),
        help="Has answers: clear them first, or keep the respondent." if has_answers else None,
        on_click=fields.doing(remove_respondent, workbench(), assessment, person.id),
    )
