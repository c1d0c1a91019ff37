"""What is assessed: every field of the profile with what it changes (screens 1)."""

from functools import partial
from typing import Any

import streamlit as st

from readiness.ui import fields
from readiness.ui.cached import workbench
from readiness.workspace.people import set_meta, set_profile
from readiness.workspace.profiling import effects, regions_known
from readiness.workspace.results import State

AUTOMATION = {"manual": "Paper", "mixed": "Partly electronic", "electronic": "Electronic"}
YES_NO = {True: "Yes", False: "No"}
FORMS = {"full": "Full form", "short": "Short form"}


def profile_fields(assessment: str, now: State) -> None:
    """Draw the fields; each is saved as it is changed."""
    profile, content = now.assessment.profile, now.questionnaire
    notes = effects(content, now.assessment)
    key = partial("profile_{}_{}".format, assessment[:8])
    left, right = st.columns(2, gap="large")
    with left:
        fields.line(
            "Organisation",
            profile.organisation,
            key("organisation"),
            _to(assessment, "organisation"),
        )
        fields.choice(
            "What do you make?",
            {m.id: m.name for m in content.modalities},
            profile.modality,
            key("modality"),
            _to(assessment, "modality"),
            notes["modality"],
        )
        fields.pick(
            "Where are you today?",
            [s.id for s in content.stages],
            {s.id: s.name for s in content.stages},
            profile.stage,
            key("stage"),
            _to(assessment, "stage"),
            notes["stage"],
        )
        _sourcing(assessment, now, notes)
    with right:
        fields.choice(
            "How are batch records kept?",
            AUTOMATION,
            profile.automation,
            key("automation"),
            _to(assessment, "automation"),
            notes["automation"],
        )
        fields.choice(
            "Is the product gene-modified?",
            YES_NO,
            profile.gene_modified,
            key("gene_modified"),
            _to(assessment, "gene_modified"),
            notes["gene_modified"],
        )
        _regions(assessment, now, notes)
        fields.choice(
            "Made at the point of care?",
            YES_NO,
            profile.point_of_care,
            key("point_of_care"),
            _to(assessment, "point_of_care"),
            notes["point_of_care"],
        )
        fields.day(
            "Launch planned for",
            profile.launch_date,
            key("launch_date"),
            _to(assessment, "launch_date"),
            notes["launch_date"],
        )
    _assessment(assessment, now, notes)


def _sourcing(assessment: str, now: State, notes: dict[str, str]) -> None:
    profile = now.assessment.profile
    labels = {
        "sites": ("Own sites", profile.sites, 0),
        "parties": ("Parties that make the product", profile.parties, 1),
        "contractors": ("Contractors among them", profile.contractors, 0),
    }
    for name, (label, stored, least) in labels.items():
        fields.count(
            label,
            stored,
            f"profile_{assessment[:8]}_{name}",
            _to(assessment, name),
            notes[name],
            least,
        )


def _regions(assessment: str, now: State, notes: dict[str, str]) -> None:
    key = f"profile_{assessment[:8]}_regions"
    st.pills(
        "Regions",
        regions_known(now.questionnaire),
        selection_mode="multi",
        key=fields.keep(key, list(now.assessment.profile.regions)),
        on_change=fields.saving(_to(assessment, "regions"), key),
    )
    fields.caption(notes["regions"])


def _assessment(assessment: str, now: State, notes: dict[str, str]) -> None:
    st.header("This assessment", anchor=False)
    title, as_of, form = st.columns(3, gap="large")
    key = partial("meta_{}_{}".format, assessment[:8])
    with title:
        fields.line("Title", now.assessment.title, key("title"), _meta(assessment, "title"))
    with as_of:
        fields.day(
            "As of", now.assessment.as_of, key("as_of"), _meta(assessment, "as_of"), notes["as_of"]
        )
    with form:
        fields.choice(
            "Form",
            FORMS,
            now.assessment.form,
            key("form"),
            _meta(assessment, "form"),
            notes["form"],
        )


def _to(assessment: str, field: str) -> fields.Save:
    def save(value: Any) -> object:
        return set_profile(workbench(), assessment, field, value)

    return save


def _meta(assessment: str, field: str) -> fields.Save:
    def save(value: Any) -> object:
        return set_meta(workbench(), assessment, field, value)

    return save
