"""Notes that are no answers yet, and answers to come back to, each with its question."""

import streamlit as st

from readiness.domain.interviewing import Note
from readiness.ui import fields, html, links, state
from readiness.ui.cached import workbench
from readiness.workspace.jottings import place_note, remove_note
from readiness.workspace.results import State

NOBODY, NO_QUESTION = "nobody in particular", "no question yet"


def follow_ups(assessment: str, here: State) -> None:
    """Answers that somebody marked to come back to."""
    marks = here.assessment.follow_ups
    if not marks:
        st.html(html.paragraph("Nothing is marked. Mark an answer with Follow up on its question."))
        return
    capabilities, people = here.questionnaire.capabilities, here.assessment.respondent_by_id
    rows = [
        [
            links.talk(assessment, mark.capability, people.get(mark.respondent)),
            html.text(capabilities[mark.capability].name),
            html.text(mark.respondent),
        ]
        for mark in marks
    ]
    st.html(html.table(["Question", "About", "With"], rows))


def notes(assessment: str, here: State) -> None:
    """Notes by question, with the place to give them one."""
    there = {note.id: note for note in here.assessment.notes}
    if not there:
        st.html(html.paragraph("No notes. What is noted under a question stands here too."))
        return
    rows = [
        [
            html.bold(note.id),
            html.text(note.text),
            _where(assessment, here, note),
            html.text(note.respondent or "—"),
        ]
        for note in there.values()
    ]
    st.html(html.table(["No.", "Note", "Question", "Who said it"], rows))
    st.html(
        html.paragraph(
            "To make one an answer, follow its question, choose the description that fits, then "
            "press Make this an answer."
        )
    )
    if st.session_state.get(state.NOTE) not in there:
        st.session_state[state.NOTE] = next(iter(there))
    _change(assessment, here)


def _where(assessment: str, here: State, note: Note) -> html.Html:
    """Its question, as it is put to the person who said it."""
    if note.capability is None:
        return html.text("—")
    person = here.assessment.respondent_by_id.get(note.respondent or "")
    return links.talk(assessment, note.capability, person)


def _change(assessment: str, here: State) -> None:
    there = {note.id: note for note in here.assessment.notes}
    first, second, third, last = st.columns(
        [0.9, 1.8, 1.5, 1.2], gap="small", vertical_alignment="bottom"
    )
    chosen = first.selectbox("Note", list(there), key=state.NOTE)
    note, key = there[chosen], f"note_{assessment[:8]}_{chosen}"
    capabilities = here.questionnaire.capabilities
    names = {NO_QUESTION: NO_QUESTION} | {c: f"{c} {capabilities[c].name}" for c in capabilities}
    people = {NOBODY: NOBODY} | {r.id: f"{r.id}, {r.function}" for r in here.assessment.respondents}

    def to_question(value: str) -> object:
        capability = None if value == NO_QUESTION else value
        return place_note(workbench(), assessment, chosen, capability, note.respondent)

    def to_person(value: str) -> object:
        person = None if value == NOBODY else value
        return place_note(workbench(), assessment, chosen, note.capability, person)

    with second:
        stored = note.capability or NO_QUESTION
        fields.pick("Question", list(names), names, stored, f"{key}_q", to_question)
    with third:
        stored = note.respondent or NOBODY
        fields.pick("Who said it", list(people), people, stored, f"{key}_p", to_person)
    last.button(
        f"Remove {chosen}",
        width="stretch",
        disabled=state.is_sealed(),
        on_click=fields.doing(remove_note, workbench(), assessment, chosen),
    )
