"""The weakest pairs of the intersection matrix beside what the simulator says of them."""

from collections.abc import Sequence

import streamlit as st

from readiness.domain.operating_result import CrossingResult
from readiness.domain.simulated import Cascade
from readiness.operating_model.crossing_days import crossing_days
from readiness.report.numerals import one as one_digit
from readiness.ui import html
from readiness.ui.cached import workbench
from readiness.ui.html import Html
from readiness.ui.intersection_table import weakest_table
from readiness.workspace.results import State, standing
from readiness.workspace.stress import content_of


def crossings(assessment: str, here: State, shocks: Sequence[str], tried: Cascade | None) -> None:
    """Draw the table under the pairs of shocks; ``tried``: None while none was simulated."""
    rules = here.questionnaire.intersections
    st.header("Where flows meet", anchor=False)
    found = standing(workbench(), assessment, here).operating_model.intersections
    if found is None:
        st.caption(
            "Nobody has said yet what happens where two flows meet: do so on the page Operating "
            "model, part Where flows meet."
        )
        return
    content = content_of(workbench(), here.assessment.questionnaire)
    names = {shock.id: shock.name for shock in content.shocks}
    days = crossing_days(rules, shocks, tried) if tried else {}

    def told(row: CrossingResult) -> Html:
        pair = days.get(row.id)
        if pair is None:
            return html.text("not simulated")
        first, second = (names[shocks[n]] for n in (pair.first, pair.second))
        sign = "+" if pair.extra.days.value > 0 else ""
        said = html.tag("small", html.text(f"{first} with {second}"))
        figure = html.bold(f"{sign}{one_digit(pair.extra.days.value)} days")
        return html.join([figure, html.text(" "), said])

    st.html(weakest_table(rules, found, told))
    st.caption(
        "The weakest pairs as people told them, with the patient-days that two shocks on these "
        "flows cost beyond the sum of each alone. Not simulated: no two chosen shocks meet there, "
        f"or the pairs were not tried. {rules.basis}"
    )
