"""The form of a new assessment: four fields, about a minute (screens 3.1)."""

import streamlit as st

from readiness.domain.assessment import Form
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.scale import Modality, Stage
from readiness.ui import fields, manner, state
from readiness.ui.cached import workbench
from readiness.ui.clients import current_client
from readiness.ui.navigation import page
from readiness.workspace.assessments import create
from readiness.workspace.overview import in_words, later_fields, questions_for
from readiness.workspace.profiling import effects_at_start

WAYS = {"team": "As a team", "interviews": "I interview people"}
STARTS = {"team": "Start with question 1", "interviews": "Start with the first person"}
FORMS: dict[Form, str] = {"full": "Full form", "short": "Short form"}
MODALITY, FORM = "new_modality", "new_form"


def questions_asked(content: Questionnaire) -> int:
    """How many questions the choices of the form lead to."""
    modality = st.session_state.get(MODALITY) or content.modalities[0].id
    return questions_for(content, modality, st.session_state.get(FORM) or "full")


def beginning(content: Questionnaire, is_first: bool) -> None:
    """Draw the form; *Start* makes the assessment and turns to its first question."""
    with st.container(border=True):
        st.header("New assessment", anchor=False)
        organisation = st.text_input("Organisation", placeholder="e.g. Northgate Therapeutics")
        modality, stage = _product(content)
        way = st.segmented_control(
            "How will you fill it in?",
            list(WAYS),
            format_func=lambda w: WAYS[w],
            required=True,
            wrap=True,
            default="team",
        )
        form = _form(content)
        start = st.button(
            STARTS[way or "team"], width="stretch", type="primary" if is_first else "secondary"
        )
        st.caption(
            f"{in_words(later_fields()).capitalize()} more profile questions can wait. You can "
            "change every one of these later."
        )
    if start:
        made = create(
            workbench(),
            organisation,
            modality,
            stage,
            interviews=way == "interviews",
            form=form,
            client=current_client(),
        )
        state.open_assessment(made)
        # An interviewer is asked there first whom they talk to.
        manner.turn_to(manner.INTERVIEW if way == "interviews" else manner.TEAM)
        st.switch_page(page("questions"))


def _product(content: Questionnaire) -> tuple[Modality, Stage]:
    names = {m.id: m.name.partition(",")[0].partition(" (")[0] for m in content.modalities}
    modality = st.segmented_control(
        "What do you make?",
        list(names),
        format_func=lambda m: state.plain(names[m]),
        required=True,
        wrap=True,
        default=content.modalities[0].id,
        key=MODALITY,
        help=" · ".join(state.plain(m.name) for m in content.modalities),
    )
    first = content.stages[0].id
    fields.caption(effects_at_start(content, modality, first)["modality"])
    stage = st.selectbox(
        "Where are you today?",
        [s.id for s in content.stages],
        format_func=content.stage_name,
        help="The stage of the most advanced product. It decides which clauses speak to you today "
        "and how high the targets are.",
    )
    fields.caption(effects_at_start(content, modality, stage)["stage"])
    return modality, stage


def _form(content: Questionnaire) -> str:
    modality = st.session_state.get(MODALITY) or content.modalities[0].id
    counts = {form: questions_for(content, modality, form) for form in FORMS}
    minutes = {
        form: round(content.interview.minutes_a_question * count) for form, count in counts.items()
    }
    with st.expander("Full form of an afternoon, or short form of an hour", type="compact"):
        chosen = st.radio(
            "Form",
            list(FORMS),
            key=FORM,
            label_visibility="collapsed",
            format_func=lambda f: f"{FORMS[f]}: {counts[f]} questions, {minutes[f]} min to answer",
            captions=[
                "Everything, with logs and drills; the verdict may reach the top.",
                (
                    f"{content.short_form.name}: gates and what the main records inform. No "
                    "verdict above transitional. Switch to full at any time; no answer is lost."
                ),
            ],
        )
    return str(chosen)
