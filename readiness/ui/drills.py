"""Drills held and fragmentation flags: what binds levels 4 and 5, with its workings."""

from collections.abc import Sequence

import streamlit as st

from readiness.domain.questionnaire import Questionnaire
from readiness.domain.result import DrillResult, Result
from readiness.ui import html, links
from readiness.ui.drill_next import replays_in_words
from readiness.ui.html import Html
from readiness.workspace.drill_plan import Replay


def drills_and_flags(
    assessment: str, result: Result, content: Questionnaire, coming: Sequence[Replay] = ()
) -> None:
    """Points of every drill and how they were counted; each flag in words; drawn when opened."""
    lead = html.text("Would we know what to do in the first hour? ")
    way = html.link("Run a drill", links.address("drill", assessment))
    again = html.text(f" {replays_in_words(coming, content)}" if coming else "")
    st.html(html.tag("p", html.join([lead, way, again]), "rd-small"))
    opened = st.expander(
        "Drills and fragmentation flags", type="compact", key="drills_open", on_change="rerun"
    )
    if not opened.open:
        return
    with opened:
        heads = ["Scenario", "Held on", "Points", "Counted", "Band", "How it is counted"]
        rows = [_row(drill, content) for drill in result.drills]
        if rows:
            st.html(html.table(heads, rows))
        else:
            st.html(html.paragraph("No drill has been held yet: both mandatory ones count 0."))
        st.html(html.paragraph(f"Fragmentation flags: {result.hybrid.text}.", "rd-small"))
        known = {flag.id: flag for flag in content.hybrid.flags}
        raised = [(id, "raised") for id in result.hybrid.flags]
        raised += [(id, "not known") for id in result.hybrid.not_known]
        cells = [
            [html.bold(f"{id} {known[id].name}"), html.text(state), html.text(known[id].text)]
            for id, state in raised
        ]
        if cells:
            st.html(html.table(["Flag", "State", "What it means"], cells))
        said = html.join(
            [
                html.link("Change them", links.address("profile", assessment)),
                links.how(assessment, "drills", "points of a drill"),
            ],
            " ",
        )
        st.html(html.tag("p", said, "rd-small"))


def _row(drill: DrillResult, content: Questionnaire) -> list[Html]:
    scenario = next(s for s in content.drills.scenarios if s.id == drill.scenario)
    name = f"{scenario.name} (mandatory)" if scenario.mandatory else scenario.name
    words = drill.workings if drill.latest else f"{drill.workings}; a later drill counts"
    return [
        html.text(name),
        html.text(f"{drill.held_on:%d %b %Y}"),
        html.text(f"{drill.points}{' ✗ critical fail' if drill.critical_fail else ''}"),
        html.bold(drill.counted),
        html.text(drill.band),
        html.text(words),
    ]
