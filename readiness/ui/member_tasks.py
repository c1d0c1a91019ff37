"""Who answers what in the assessment that is open: members in the role respondent, by code."""

import streamlit as st

from readiness.domain.errors import NotAllowed
from readiness.store import Assigned, Member
from readiness.ui import fields, html, state
from readiness.ui.cached import workbench
from readiness.ui.choosing import function_names
from readiness.workspace.members import Team, assign, assigned, is_of, take_back
from readiness.workspace.results import State

NOBODY = ""


def tasks(found: Team) -> None:
    """A line a respondent; they see what stands under their code, and nothing else."""
    now = state.current()
    if now is None or not found.respondents:
        return
    assessment, here = now
    if not is_of(workbench(), found.workspace.id, assessment):
        return
    st.header("Who answers what", anchor=False)
    title = here.assessment.title
    st.html(
        html.paragraph(
            f"In {title}. A respondent sees what stands under their code already, and no other "
            "answer. Codes are added on Profile and people."
        )
    )
    try:
        there = {a.person: a for a in assigned(workbench(), assessment)}
    except NotAllowed as refused:
        st.info(state.plain(str(refused)))
        return
    for member in found.respondents:
        _line(assessment, here, member, there.get(member.person))


def _line(assessment: str, here: State, member: Member, mine: Assigned | None) -> None:
    name, code, which = st.columns([2, 2, 2], vertical_alignment="bottom")
    name.html(html.bold(member.name))
    names = function_names(here.questionnaire)
    people = here.assessment.respondent_by_id
    key = f"task_{member.person.person_id}"
    guide = f"{key}_guide"
    is_own = bool(mine and mine.what.questions)

    def save(respondent: str) -> None:
        if respondent == NOBODY:
            take_back(workbench(), assessment, member.person)
        else:
            only = bool(st.session_state.get(guide, is_own))
            assign(workbench(), assessment, member.person, respondent, own_guide=only)

    def save_guide(only: bool) -> None:
        if mine is not None:
            code = mine.what.respondent
            assign(workbench(), assessment, member.person, code, own_guide=only)

    shown = fields.keep(key, mine.what.respondent if mine else NOBODY)
    code.selectbox(
        f"{member.name} answers as",
        [NOBODY, *people],
        key=shown,
        format_func=lambda r: f"{names[people[r].function]} ({r})" if r else "nobody yet",
        disabled=state.is_sealed(),
        on_change=fields.saving(save, key, shown),
    )
    kept = fields.keep(guide, is_own)
    which.checkbox(
        "Only the questions of this function",
        key=kept,
        disabled=state.is_sealed() or mine is None,
        on_change=fields.saving(save_guide, guide, kept),
    )
