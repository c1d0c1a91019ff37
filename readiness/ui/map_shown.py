"""What a model map shows: fragmentation flags beside the typed ones, and archetypes to decide."""

import streamlit as st

from readiness.domain.map_result import MapArchetype, MapFlag, MapResult
from readiness.domain.model_map import ArchetypeSaid
from readiness.ui import fields, html, links, state
from readiness.ui.cached import workbench
from readiness.ui.html import Html
from readiness.workspace.model_map import decide_archetype
from readiness.workspace.results import State

STATES = {"raised": "✗ raised", "clear": "✓ not raised", "not known": "? not known"}
HEAD = ["Flag", "Counts as", "Map", "People", "What the map shows"]


def flags(assessment: str, found: MapResult) -> None:
    """The eight flags: what counts, what the map and what people say."""
    st.subheader("Signs of a fragmented set-up", anchor=False)
    counted = sum(flag.state != "clear" for flag in found.flags)
    differing = [flag.id for flag in found.flags if flag.differs]
    said = f"{counted} of {len(found.flags)} raised or not known."
    if differing:
        said += f" Map and people differ on {', '.join(differing)}: correct the one that is wrong."
    st.write(said)
    st.html(html.table(HEAD, [_row(flag) for flag in found.flags], "rd-compact"))
    answer = html.link("Answer them on Profile", links.address("profile", assessment))
    st.html(html.tag("p", answer, "rd-small"))


def _row(flag: MapFlag) -> list[Html]:
    mark = " ≠" if flag.differs else ""
    return [
        html.bold(f"{flag.id} {flag.name}"),
        html.text(STATES[flag.state]),
        html.text(f"{STATES[flag.derived]}{mark}"),
        html.text(STATES[flag.typed] if flag.typed else "not asked"),
        html.text(flag.why),
    ]


def archetypes(assessment: str, now: State, found: MapResult) -> None:
    """Each archetype that the map shows, or that somebody chose or decided on."""
    st.subheader("Which kind of hybrid is it?", anchor=False)
    shown = [one for one in found.archetypes if one.shown or one.chosen or one.decided is not None]
    if not shown:
        st.write("The map shows no hybrid: one party runs every step.")
    said = {one.id: one for one in now.assessment.operating.map_archetypes}
    for one in shown:
        _archetype(assessment, one, said.get(one.id))


def in_words(one: MapArchetype) -> str:
    """How an archetype stands."""
    if one.decided is not None:
        return "✓ confirmed" if one.decided else "✗ refused"
    return "? chosen on Profile, and not on the map" if not one.shown else "? to be decided"


def _archetype(assessment: str, one: MapArchetype, said: ArchetypeSaid | None) -> None:
    st.markdown(f"**{state.plain(one.name)}**: {state.plain(in_words(one))}")
    if one.why:
        st.caption(state.plain(f"The map: {one.why}."))
    if said is not None:
        st.caption(state.plain(f"Reason: {said.reason}"))
        _button("Take back", assessment, one.id, None)
        return
    key = f"archetype_reason_{one.id}"
    left, yes, no = st.columns([4, 1, 1], vertical_alignment="bottom")
    left.text_input(
        f"Reason: {one.name.lower()}",
        key=key,
        max_chars=200,
        placeholder="Why it is so, or why not",
        disabled=state.is_sealed(),
    )
    with yes:
        _button("Confirm", assessment, one.id, True)
    with no:
        _button("Refuse", assessment, one.id, False)


def _button(label: str, assessment: str, archetype: str, holds: bool | None) -> None:
    def act() -> None:
        reason = str(st.session_state.get(f"archetype_reason_{archetype}") or "")
        decide_archetype(workbench(), assessment, archetype, holds, reason)

    st.button(
        label,
        key=f"archetype_{label}_{archetype}",
        disabled=state.is_sealed(),
        on_click=fields.doing(act),
        width="stretch" if holds is not None else "content",
    )
