"""The intersection matrix: what happens where two flows meet (domain 1.16)."""

import streamlit as st

from readiness.domain.intersections import Crossing, FlowPair
from readiness.domain.operating_result import IntersectionResult
from readiness.ui import fields, html, state
from readiness.ui.cached import workbench
from readiness.ui.folded import folded
from readiness.ui.intersection_table import weakest_table
from readiness.workspace.intersections import set_crossing
from readiness.workspace.results import State, standing


def intersections(assessment: str, now: State) -> None:
    """Draw the weakest pairs, then all of them with their fields, folded."""
    rules = now.questionnaire.intersections
    st.write(
        "A moved date, a late reagent or a full release queue can each be absorbed; together they "
        "set off a chain. For each pair: when would you first know, and what then?"
    )
    found = standing(workbench(), assessment, now).operating_model.intersections
    if found is not None:
        st.html(weakest_table(rules, found))
        st.html(html.paragraph(in_words(found), ""))
    st.caption(state.plain(rules.basis))
    known = {one.id: one for one in now.assessment.operating.intersections}
    for pair in rules.pairs:
        _pair(assessment, now, pair, known.get(pair.id, Crossing(id=pair.id)))


def in_words(found: IntersectionResult) -> str:
    """How many pairs were asked, and what is missing there."""
    asked = [one for one in found.pairs if one.known is not None]
    return (
        f"Of {len(found.pairs)}: {len(asked)} said. Nobody decides "
        f"{sum(not one.is_decided for one in asked)} of them, "
        f"{sum(not one.has_fallback for one in asked)} have no fallback, and the slack of "
        f"{sum(one.slack_days is None for one in asked)} is not known."
    )


def _pair(assessment: str, now: State, pair: FlowPair, said: Crossing) -> None:
    rules = now.questionnaire.intersections
    names: dict[str | None, str] = {signal.id: signal.name for signal in rules.signals}
    name, told = rules.name_of(pair), names.get(said.known, "not said")
    opened = folded(f"{_mark(said)} {name}: {told.lower()}", f"intersection_{pair.id}")
    if opened is None:
        return
    key = f"crossing_{pair.id}"
    with opened:
        st.write(state.plain(pair.text))
        fields.choice(
            f"First known: {name.lower()}",
            names | {None: "Not said"},
            said.known,
            f"{key}_known",
            _save(assessment, pair.id, "known"),
        )
        left, right = st.columns([3, 1], gap="large")
        with left:
            decides, fallback = (_save(assessment, pair.id, f) for f in ("decides", "fallback"))
            role, plan = "A role, never a name", "What is done instead, and where it is written"
            fields.line("Who decides", said.decides, f"{key}_decides", decides, hint=role)
            fields.line("Fallback", said.fallback, f"{key}_fallback", fallback, hint=plan)
        with right:
            save = _save(assessment, pair.id, "slack_days")
            note = "Days both can give before somebody is harmed."
            fields.count("Slack, days", said.slack_days, f"{key}_slack", save, note)


def _mark(said: Crossing) -> str:
    if said.known is None:
        return "?"
    return "✓" if said.decides.strip() and said.fallback.strip() else "✗"


def _save(assessment: str, pair: str, field: str) -> fields.Save:
    return lambda value: set_crossing(workbench(), assessment, pair, field, value)
