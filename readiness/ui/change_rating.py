"""A rating or a target changed by an assessor, with its reason (method 6 and 7)."""

import streamlit as st

from readiness.domain.errors import ReadinessError
from readiness.domain.gaps import Gap
from readiness.domain.scale import Level
from readiness.ui import state
from readiness.ui.cached import workbench
from readiness.ui.weights import RATINGS
from readiness.workspace.notes import IdentifierFound
from readiness.workspace.ratings import override, remove_override
from readiness.workspace.results import State

LEVELS: tuple[Level, ...] = (1, 2, 3, 4, 5)
TROUBLE = "rating_trouble"


def change_rating(assessment: str, here: State, gap: Gap) -> None:
    """An override with its reason, appended to the history; the content's rating stays beside."""
    if state.is_sealed():
        return
    opened = st.expander(
        "Change a rating…", type="compact", key=f"change_{assessment}", on_change="rerun"
    )
    if not opened.open:
        return
    with opened:
        names = dict[str, str]([*RATINGS.items(), ("target", "Target level")])
        mine = [o for o in here.assessment.overrides if o.capability == gap.capability]
        for edit in mine:
            label = f"Take back {names[edit.rating]} {edit.value}: {edit.reason}"
            st.button(
                state.plain(label),
                key=f"back_{gap.capability}_{edit.rating}",
                on_click=_take_back,
                args=(assessment, gap.capability, edit.rating),
            )
        what, value, why = st.columns([1.4, 0.7, 2])
        rating = what.selectbox(
            "Rating", list(names), key=f"rating_{gap.capability}", format_func=lambda r: names[r]
        )
        now = gap.target if rating == "target" else gap.ratings[str(rating)].value
        level = value.selectbox(
            "Value", LEVELS, index=now - 1, key=f"value_{gap.capability}_{rating}"
        )
        reason = why.text_input(
            "Why? (needed)", key=f"reason_{gap.capability}_{rating}", live=True, max_chars=500
        )
        sure, trouble = st.session_state.get(TROUBLE, (False, ""))
        if trouble:
            st.warning(state.plain(trouble))
        st.button(
            "It identifies nobody: save it" if sure else "Save this rating",
            disabled=not reason.strip() or level == now,
            on_click=_save,
            args=(assessment, gap.capability, rating, level, reason, sure),
        )


def _save(
    assessment: str, capability: str, rating: str, value: Level, reason: str, sure: bool
) -> None:
    st.session_state.pop(TROUBLE, None)
    try:
        override(
            workbench(),
            assessment,
            capability,
            rating,
            value,
            reason,
            note_confirmed=sure,
        )
    except IdentifierFound as found:
        st.session_state[TROUBLE] = (True, str(found))
    except ReadinessError as error:
        st.session_state[TROUBLE] = (False, str(error))


def _take_back(assessment: str, capability: str, rating: str) -> None:
    remove_override(workbench(), assessment, capability, rating)
