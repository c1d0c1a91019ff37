"""Capabilities seen together: day-one profile, what cannot wait, scale enablers, three legs."""

import streamlit as st

from readiness.domain.lenses import Lens, LensItemResult, LensName, LensResult
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.result import Result
from readiness.report.numerals import two
from readiness.ui import html, links
from readiness.ui.cached import workbench
from readiness.ui.html import Html
from readiness.workspace.results import State, standing

HEADS = ["What", "Level", "Needed met", "What is missing"]
DAY_ONE: tuple[LensName, ...] = ("day_one", "cannot_wait")


def day_one(assessment: str, result: Result, content: Questionnaire) -> None:
    """The profile of day one, and below it the few things that cannot wait."""
    for name in DAY_ONE:
        lens = content.lenses.lens(name)
        st.header(lens.name, anchor=False)
        _table(assessment, lens, result.lenses.lens(name), content)


def enablers(assessment: str, now: State) -> None:
    """What scaling needs, as a part of the operating model."""
    content = now.questionnaire
    found = standing(workbench(), assessment, now).lenses.enablers
    _table(assessment, content.lenses.enablers, found, content)


def legs(result: Result, content: Questionnaire) -> None:
    """The three legs as separate scores, and what is to be said of a short one."""
    rules = content.lenses.legs
    st.header(rules.name, anchor=False)
    dimensions = {d.id: d.short for d in content.dimensions}
    rows = [
        [
            html.bold(leg.name),
            html.text(", ".join(dimensions[id] for id in leg.dimensions)),
            html.bold(two(leg.score)),
            html.bar(float(leg.score or 0), 5),
        ]
        for leg in result.lenses.legs
    ]
    st.html(html.table(["Leg", "Stands on", "Score", "Of 5"], rows))
    for said in (leg.text for leg in result.lenses.legs if leg.text):
        st.html(html.paragraph(said, "rd-small"))
    st.html(html.paragraph(rules.text))


def _table(assessment: str, lens: Lens, found: LensResult, content: Questionnaire) -> None:
    lead = f"{lens.text} Needed: the target of {content.stage_name(found.stage)}."
    st.html(html.paragraph(lead))
    rows = [
        [
            html.join([html.bold(one.name), html.text(item.text)], "<br>"),
            html.bold(two(one.score)) if one.capabilities else html.text("—"),
            _met(one),
            _missing(assessment, one),
        ]
        for item, one in zip(lens.items, found.items, strict=True)
    ]
    st.html(html.table(HEADS, rows))


def _met(one: LensItemResult) -> Html:
    counted = f"{one.met} of {len(one.capabilities)}"
    if not one.capabilities:
        return html.text("does not apply")
    sign, look = ("✓", "rd-ok") if one.is_met else ("✗", "rd-no")
    return html.tag("span", html.text(f"{sign} {counted}"), look)


def _missing(assessment: str, one: LensItemResult) -> Html:
    """Each capability below what is needed, or not known, with the way to its workings."""
    said = []
    for capability in one.capabilities:
        if capability.missing == 0:
            continue
        way = links.workings(assessment, capability.id)
        what = (
            f"is not assessed, needs {capability.needed}"
            if capability.final is None
            else f"is at {capability.final}, needs {capability.needed}"
        )
        said.append(html.join([way, html.text(what)], " "))
    return html.join(said, "; ") if said else html.text("—")
