"""How the making is split: archetypes and fragmentation flags (screens 1, domain 1.13)."""

import streamlit as st

from readiness.ui import fields, html, state
from readiness.ui.cached import workbench
from readiness.workspace.people import set_archetypes, set_flag
from readiness.workspace.profiling import FLAG_STATES, effects, flags
from readiness.workspace.results import State, standing

MAP_SAYS = {"raised": "✗ raised", "clear": "✓ not raised"}
STATES = {"yes": "Yes", "no": "No", "not known": "Not known"}


def parties(assessment: str, now: State) -> None:
    """Draw the archetypes and the flags with their definitions."""
    st.write(state.plain(effects(now.questionnaire, now.assessment)["parties"]))
    _archetypes(assessment, now)
    st.header("Signs of a fragmented set-up", anchor=False)
    st.caption("Not known counts like yes: silence is never read as good.")
    drawn = _on_the_map(assessment, now)
    left, right = st.columns(2, gap="large")
    for n, flag in enumerate(flags(now.questionnaire, now.assessment)):
        with left if n % 2 == 0 else right:
            fields.choice(
                f"{flag.id} {state.plain(flag.name)}",
                {s: STATES[s] for s in FLAG_STATES},
                flag.state,
                f"flag_{assessment[:8]}_{flag.id}",
                _say(assessment, flag.id),
                " ".join((flag.text, *drawn.get(flag.id, ()))),
            )


def _on_the_map(assessment: str, now: State) -> dict[str, tuple[str, ...]]:
    """What the model map says of each flag that it decides, and what follows."""
    found = standing(workbench(), assessment, now).operating_model.model_map
    said: dict[str, tuple[str, ...]] = {}
    for flag in found.flags if found else ():
        if flag.derived != "not known":
            counts = " Map and people differ: it counts as raised." if flag.differs else ""
            said[flag.id] = (f"Model map: {MAP_SAYS[flag.derived]} ({flag.why}).{counts}",)
    return said


def _archetypes(assessment: str, now: State) -> None:
    st.header("Kind of hybrid", anchor=False)
    known = {a.id: a for a in now.questionnaire.hybrid.archetypes}
    said = now.assessment.hybrid.archetypes if now.assessment.hybrid else ()
    key = f"archetypes_{assessment[:8]}"
    shown = fields.keep(key, [a for a in known if a in said])
    st.pills(
        "Which hold? Several may; none if one party makes everything.",
        list(known),
        selection_mode="multi",
        disabled=state.is_sealed(),
        key=shown,
        format_func=lambda a: state.plain(known[a].name),
        on_change=fields.saving(
            lambda chosen: set_archetypes(workbench(), assessment, chosen), key, shown
        ),
    )
    with st.expander("What they mean", type="compact"):
        rows = [[html.bold(a.name), html.text(a.text)] for a in known.values()]
        st.html(html.table(["Archetype", "What it is, and what to watch"], rows, "rd-compact"))


def _say(assessment: str, flag: str) -> fields.Save:
    def save(value: str) -> object:
        return set_flag(workbench(), assessment, flag, value)

    return save
