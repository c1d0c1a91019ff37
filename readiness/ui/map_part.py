"""The model map: who makes it and what passes from hand to hand, drawn and typed (domain 1.13)."""

import streamlit as st

from readiness.domain.map_result import MapResult
from readiness.operating_model.map_graph import Graph
from readiness.operating_model.model_map import graph_today
from readiness.report.map_drawing import in_words, map_dot, missing
from readiness.ui import fields, html, state
from readiness.ui.cached import workbench
from readiness.ui.html import Html
from readiness.ui.map_shown import archetypes, flags
from readiness.ui.map_tables import tables
from readiness.workspace.model_map import set_conductor
from readiness.workspace.results import State, standing

SHOWN = 8
"""Hand-overs in sight before the rest is opened."""
HEAD = ["From", "To", "What passes", "How", "Identifier", "Data standard", "Owner", "Escalation"]


def model_map(assessment: str, now: State) -> None:
    """Draw the picture with its table and words, the tables to type in, and what the map shows."""
    st.write(
        "Who makes, tests, stores and ships what, and how it passes from hand to hand. Draw it "
        "with the people who do it: signs of a fragmented set-up are read off it."
    )
    found = standing(workbench(), assessment, now).operating_model.model_map
    if found is not None and found.nodes:
        _picture(graph_today(now.assessment, now.questionnaire), found)
    tables(assessment, now)
    fields.line(
        "Who leads the whole chain?",
        now.assessment.operating.conductor,
        "map_conductor",
        lambda role: set_conductor(workbench(), assessment, role),
        "One role. Without one nobody can settle what falls between two parties.",
        "A role, never a name",
    )
    if found is not None:
        flags(assessment, found)
        archetypes(assessment, now, found)
    st.caption(state.plain(now.questionnaire.model_map.basis))


def _picture(graph: Graph, found: MapResult) -> None:
    words = in_words(graph, found)
    st.write(state.plain(words))
    st.graphviz_chart(map_dot(graph), alt=words)
    st.caption(
        "In a frame: a place and the steps that it alone runs; dotted: a step of several. Solid: "
        "material. Dashed: data. ✗ and a red line: something is missing. Only what holds in the "
        "stage of the profile is drawn."
    )
    if graph.handovers:
        rows = handovers(graph)
        st.html(html.folded(HEAD, rows, SHOWN, "Hand-overs between two places", "rd-compact"))


def handovers(graph: Graph) -> list[list[Html]]:
    """A row a hand-over; what is missing has a sign and a word."""
    names = {kind.id: kind.name for kind in graph.rules.connections}
    rows = []
    for link in graph.handovers:
        lacks = missing(graph, link)
        hours = "" if link.escalation_hours is None else f"{link.escalation_hours} h"
        rows.append(
            [
                html.bold(graph.by_id[link.source].name),
                html.bold(graph.by_id[link.target].name),
                html.text(link.carries or "not said"),
                html.text(names[link.connection] if link.connection else "? not asked"),
                html.text(link.identifier or "not known"),
                html.text(link.data_standard or "not known"),
                html.text(link.owner or ("✗ nobody" if "no owner" in lacks else "not said")),
                html.text(hours or ("✗ none" if "no escalation time" in lacks else "not said")),
            ]
        )
    return rows
