"""The two tables that a model map is typed into: what there is, and what links it."""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from readiness.domain.assessment import Assessment
from readiness.domain.map_rules import MapRules
from readiness.ui import state
from readiness.ui.cached import workbench
from readiness.ui.typed_table import Typed, typed_table
from readiness.workspace.model_map import (
    LINK_COLUMNS,
    NODE_COLUMNS,
    begun_links,
    begun_nodes,
    keep_links,
    keep_nodes,
    link_rows,
    node_rows,
)
from readiness.workspace.results import State
from readiness.workspace.results import state as load_state
from readiness.workspace.session import Session
from readiness.workspace.typed_rows import Row

NODES, LINKS = dict.fromkeys(NODE_COLUMNS), dict.fromkeys(LINK_COLUMNS)
TEXTS = {
    "carries": "What passes",
    "process_version": "Process version",
    "data_standard": "Data standard",
    "identifier": "Identifier",
    "owner": "Owner, a role",
}
MOST = 80


def tables(assessment: str, now: State) -> None:
    """Draw both; links can be typed once there are two nodes."""
    said = now.assessment.operating
    st.subheader("Places, steps and things", anchor=False)
    st.caption(
        "A row each: its kind and a name of its own. Draw a step once, and link everybody who "
        "runs it. What is deleted goes with its links; Undo brings both back."
    )
    rules = now.questionnaire.model_map
    nodes = _typed(assessment, NODES, _node_columns(rules), keep_nodes, node_rows, begun_nodes)
    typed_table(f"map_nodes_{assessment}", nodes)
    _kinds(rules)
    if len(said.map_nodes) < 2:
        return
    st.subheader("Links", anchor=False)
    st.caption(
        "From, to and kind make a link. Say how it is connected once you have asked: an owner "
        "that is then missing is nobody, and missing hours mean that none are agreed."
    )
    links = _typed(assessment, LINKS, _link_columns(now), keep_links, link_rows, begun_links)
    typed_table(f"map_links_{assessment}", links)


def _typed(
    assessment: str,
    new: Row,
    columns: dict[str, Any],
    keep: Callable[[Session, str, list[Row]], object],
    rows: Callable[[Assessment], Sequence[Row]],
    begun: Callable[[list[Row]], int],
) -> Typed:
    """A table whose use cases take the assessment."""
    desk = workbench()
    return Typed(
        new,
        columns,
        lambda typed: keep(desk, assessment, typed),
        lambda: rows(load_state(desk, assessment).assessment),
        begun,
    )


def _kinds(rules: MapRules) -> None:
    with st.expander("What the kinds mean", type="compact"):
        for group in (rules.nodes, rules.links, rules.connections):
            words = (f"**{state.plain(one.name)}**: {state.plain(one.text)}" for one in group)
            st.markdown("  \n".join(words))


def _node_columns(rules: MapRules) -> dict[str, Any]:
    kinds = {kind.id: kind.name for kind in rules.nodes}
    return {
        "id": None,
        "kind": _choice("Kind", kinds, is_required=True),
        "name": st.column_config.TextColumn("Name", max_chars=MOST, width="large"),
        "product": st.column_config.TextColumn(
            "Product, of a step", max_chars=MOST, help="Left empty: of every product"
        ),
    }


def _link_columns(now: State) -> dict[str, Any]:
    rules = now.questionnaire.model_map
    nodes = {node.id: node.name for node in now.assessment.operating.map_nodes}
    stages = {stage.id: stage.name for stage in now.questionnaire.stages}
    texts = {key: st.column_config.TextColumn(name, max_chars=MOST) for key, name in TEXTS.items()}
    return texts | {
        "id": None,
        "source": _choice("From", nodes, is_required=True),
        "target": _choice("To", nodes, is_required=True),
        "kind": _choice("Kind", {kind.id: kind.name for kind in rules.links}, is_required=True),
        "connection": _choice("Connection", {kind.id: kind.name for kind in rules.connections}),
        "escalation_hours": st.column_config.NumberColumn(
            "Escalation, h", min_value=0, max_value=999, step=1
        ),
        "since": _choice("From stage", stages),
        "until": _choice("Until stage", stages),
    }


def _choice(name: str, options: dict[Any, str], *, is_required: bool = False) -> Any:
    return st.column_config.SelectboxColumn(
        name,
        width="medium" if is_required else None,
        options=list(options),
        format_func=options.__getitem__,
        required=is_required,
    )
