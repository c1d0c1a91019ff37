"""Scaling limits: the volume at which each dimension breaks; the lowest is the real capacity."""

import streamlit as st

from readiness.domain.capability import Dimension
from readiness.domain.operating_result import CapacityResult
from readiness.domain.scaling_limits import ScalingLimit
from readiness.report.capacity_words import in_words
from readiness.report.numerals import percent
from readiness.ui import fields, html, state
from readiness.ui.cached import workbench
from readiness.ui.folded import folded
from readiness.ui.html import Html
from readiness.workspace.people import set_profile
from readiness.workspace.results import State, standing
from readiness.workspace.scaling_limits import set_limit

HEAD = ("Dimension", "Breaks at, a year", "Of the demand", "Basis", "Owner")
MOST = 10_000_000


def limits(assessment: str, now: State) -> None:
    """Draw the capacity against the demand, then each dimension with its fields."""
    rules = now.questionnaire.scaling_limits
    words = now.questionnaire.words(now.assessment.profile.modality)
    st.write(
        f"At {rules.times} times today's volume, what breaks first, and at how many "
        f"{words['batches']} a year? {state.plain(rules.remark)}"
    )
    fields.count(
        f"Demand: {words['batches']} asked for in a year at launch",
        now.assessment.profile.demand_per_year,
        "limit_demand",
        lambda value: set_profile(workbench(), assessment, "demand_per_year", value),
        "Kept in the profile.",
        most=MOST,
    )
    found = standing(workbench(), assessment, now).operating_model.capacity
    if found is not None:
        st.html(html.paragraph(in_words(found, words["batches"]), ""))
        st.html(table(found, now))
    known = {one.id: one for one in now.assessment.operating.limits}
    for dimension in now.questionnaire.dimensions:
        _one(assessment, now, dimension, known.get(dimension.id, ScalingLimit(id=dimension.id)))


def table(found: CapacityResult, now: State) -> Html:
    """The limits that were said, the lowest first."""
    names = {basis.id: basis.name for basis in now.questionnaire.scaling_limits.bases}
    rows = []
    for one in found.limits:
        if one.volume is None:
            continue
        mark = " ▼ lowest" if one.id in found.lowest else ""
        share = percent(one.volume / found.demand) if found.demand else "not known"
        below = "✗ " if one.is_enough is False else "✓ " if one.is_enough else ""
        rows.append(
            [
                html.bold(one.name),
                html.text(f"{one.volume}{mark}"),
                html.text(f"{below}{share}"),
                html.text(names[one.basis] if one.basis else "not said"),
                html.text("✓ named" if one.is_owned else "✗ nobody"),
            ]
        )
    return html.table(HEAD, rows, "rd-compact", "Limits that were said, the lowest first")


def _one(assessment: str, now: State, dimension: Dimension, said: ScalingLimit) -> None:
    rules = now.questionnaire.scaling_limits
    told = "not said" if said.volume is None else f"{said.volume} a year"
    mark = "?" if said.volume is None else "✓"
    opened = folded(f"{mark} {dimension.name}: {told}", f"limit_{dimension.id}")
    if opened is None:
        return
    key = f"limited_{dimension.id}"
    save = {f: _save(assessment, dimension.id, f) for f in ScalingLimit.model_fields}
    with opened:
        st.write(state.plain(rules.questions[dimension.id]))
        left, right = st.columns([1, 2], gap="large")
        with left:
            volume = "Breaks at, a year"
            fields.count(volume, said.volume, f"{key}_volume", save["volume"], least=1, most=MOST)
            role = "A role, never a name"
            fields.line("Owner", said.owner, f"{key}_owner", save["owner"], hint=role)
        with right:
            what = "What gives way there"
            fields.line("What breaks", said.breaks, f"{key}_breaks", save["breaks"], hint=what)
            names = {basis.id: basis.name for basis in rules.bases} | {None: "Not said"}
            fields.choice("Basis", names, said.basis, f"{key}_basis", save["basis"])
            where = "Which records, which reckoning, whose estimate"
            fields.line("Rests on", said.source, f"{key}_source", save["source"], hint=where)


def _save(assessment: str, dimension: str, field: str) -> fields.Save:
    return lambda value: set_limit(workbench(), assessment, dimension, field, value)
