"""What is assessed: every field of the profile with what it changes (screens 1)."""

from functools import partial
from typing import Any

import streamlit as st

from readiness.ui import fields, state
from readiness.ui.cached import workbench
from readiness.workspace.people import set_meta, set_profile
from readiness.workspace.profiling import effects, regions_known
from readiness.workspace.results import State

AUTOMATION = {"manual": "Paper", "mixed": "Partly electronic", "electronic": "Electronic"}
YES_NO = {True: "Yes", False: "No"}
FORMS = {"full": "Full form", "short": "Short form"}


def profile_fields(assessment: str, now: State) -> None:
    """Draw the fields; each is saved as it is changed."""
    notes = effects(now.questionnaire, now.assessment)
    left, right = st.columns(2, gap="large")
    with left:
        _product(assessment, now, notes)
        _sourcing(assessment, now, notes)
    with right:
        _making(assessment, now, notes)
        _regions(assessment, now, notes)
        fields.day(
            "Launch planned for",
            now.assessment.profile.launch_date,
            _key(assessment, "launch_date"),
            _to(assessment, "launch_date"),
            notes["launch_date"],
        )
        fields.count(
            "Batches asked for in a year at launch",
            now.assessment.profile.demand_per_year,
            _key(assessment, "demand_per_year"),
            _to(assessment, "demand_per_year"),
            notes["demand_per_year"],
            most=10_000_000,
        )
    _assessment(assessment, now, notes)


def _key(assessment: str, field: str) -> str:
    return f"profile_{assessment[:8]}_{field}"


def _product(assessment: str, now: State, notes: dict[str, str]) -> None:
    profile, content = now.assessment.profile, now.questionnaire
    fields.line(
        "Organisation",
        profile.organisation,
        _key(assessment, "organisation"),
        _to(assessment, "organisation"),
    )
    fields.choice(
        "What do you make?",
        {m.id: m.name for m in content.modalities},
        profile.modality,
        _key(assessment, "modality"),
        _to(assessment, "modality"),
        notes["modality"],
    )
    fields.pick(
        "Where are you today?",
        [s.id for s in content.stages],
        {s.id: s.name for s in content.stages},
        profile.stage,
        _key(assessment, "stage"),
        _to(assessment, "stage"),
        notes["stage"],
    )


def _making(assessment: str, now: State, notes: dict[str, str]) -> None:
    profile = now.assessment.profile
    asked: dict[str, tuple[str, dict[Any, str], object]] = {
        "automation": ("How are batch records kept?", AUTOMATION, profile.automation),
        "gene_modified": ("Is the product gene-modified?", YES_NO, profile.gene_modified),
        "point_of_care": ("Made at the point of care?", YES_NO, profile.point_of_care),
    }
    for name, (label, options, stored) in asked.items():
        fields.choice(
            label, options, stored, _key(assessment, name), _to(assessment, name), notes[name]
        )


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
            _key(assessment, name),
            _to(assessment, name),
            notes[name],
            least,
        )


def _regions(assessment: str, now: State, notes: dict[str, str]) -> None:
    key = _key(assessment, "regions")
    shown = fields.keep(key, list(now.assessment.profile.regions))
    st.pills(
        "Regions",
        regions_known(now.questionnaire),
        selection_mode="multi",
        disabled=state.is_sealed(),
        key=shown,
        on_change=fields.saving(_to(assessment, "regions"), key, shown),
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
