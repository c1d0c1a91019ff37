"""Extra questions on QA oversight, where the profile says that a product is made in many places."""

import streamlit as st

from readiness.domain.oversight import Overseen, OversightQuestion
from readiness.operating_model.nodes import counted
from readiness.operating_model.oversight import questions_for
from readiness.ui import fields, html, links
from readiness.ui.cached import workbench
from readiness.ui.folded import folded
from readiness.workspace.oversight import set_overseen
from readiness.workspace.results import State

MARKS = {"in_place": "✓", "partly": "○", "missing": "✗"}
NOT_SAID = "not said"


def oversight(assessment: str, now: State) -> None:
    """Draw why they are asked and the questions; or why they are not."""
    rules = now.questionnaire.oversight
    places = counted(now.assessment, now.questionnaire)
    asked = questions_for(rules, places)
    st.write(rules.why)
    if not asked:
        said = html.text(
            "Places that make the product, by profile and model map: "
            f"{places.parties or 'not said'}, no point of care: nothing more is asked. "
            "If there are more, say how many. "
        )
        way = html.link("Go to Profile", links.address("profile", assessment))
        st.html(html.tag("p", html.join([said, way])))
        return
    known = {one.id: one for one in now.assessment.operating.oversight}
    answers = [known[q.id].answer for q in asked if q.id in known]
    counts = (f"{answers.count(a.id)} {a.name.lower()}" for a in rules.answers)
    still = len(asked) - sum(answer is not None for answer in answers)
    st.html(html.paragraph(f"Of {len(asked)}: {', '.join(counts)}, {still} not said.", ""))
    st.html(html.paragraph(f"They feed findings on {rules.capability} and move no level."))
    for question in asked:
        _question(assessment, now, question, known.get(question.id, Overseen(id=question.id)))


def _question(assessment: str, now: State, question: OversightQuestion, said: Overseen) -> None:
    rules = now.questionnaire.oversight
    names: dict[str | None, str] = {answer.id: answer.name for answer in rules.answers}
    mark = MARKS.get(said.answer or "", "?")
    told = f"{mark} {question.name}: {names.get(said.answer, NOT_SAID).lower()}"
    opened = folded(told, f"oversight_{question.id}")
    if opened is None:
        return
    key = f"overseen_{question.id}"
    with opened:
        fields.choice(
            question.text,
            names | {None: "Not said"},
            said.answer,
            f"{key}_answer",
            _save(assessment, question.id, "answer"),
        )
        note = _save(assessment, question.id, "note")
        fields.line("What was shown", said.note, f"{key}_note", note)


def _save(assessment: str, question: str, field: str) -> fields.Save:
    return lambda value: set_overseen(workbench(), assessment, question, field, value)
