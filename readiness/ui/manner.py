"""How a question is put: to a team at one screen, or to somebody in an interview (screens 3.2)."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from readiness.domain.assessment import Said
from readiness.ui import state

OPTIONS: tuple[Said, ...] = (1, 2, 3, 4, 5, "unknown", "not_applicable")


@dataclass(frozen=True)
class Manner:
    """Keys and words of one mode. An interview shows no level: neither number nor colour."""

    mode: str
    name: str
    sign: str
    """Part of every widget's key, so that no answer wanders from one mode to the other."""
    keys: str
    """For the five descriptions from top to bottom, then *unknown*, then *does not apply*."""
    hint: str
    unknown: str
    note: str
    placeholder: str
    ask: str
    is_numbered: bool

    @property
    def level_of(self) -> dict[str, Said]:
        """What each key answers."""
        return dict(zip(self.keys, OPTIONS, strict=True))

    def label(self, level: Said, anchors: Sequence[str]) -> str:
        """An option as it stands on the card."""
        if level == "unknown":
            return self.unknown
        if level == "not_applicable":
            return "Does not apply"
        text = state.plain(anchors[level - 1])
        return f"**{level}**  {text}" if self.is_numbered else text


TEAM = Manner(
    mode="team",
    name="Team",
    sign="tm",
    keys="12345ux",
    hint="1 to 5",
    unknown="We do not know",
    note="Note",
    placeholder="what makes you say so",
    ask="Ask to see",
    is_numbered=True,
)
INTERVIEW = Manner(
    mode="interview",
    name="Interview",
    sign="iv",
    keys="asdfgux",
    hint="A S D F G",
    unknown="Does not know",
    note="In their words",
    placeholder="as they said it, without names",
    ask="",
    is_numbered=False,
)
MANNERS = {manner.mode: manner for manner in (TEAM, INTERVIEW)}
COMPARE = "compare"


def mode_switch() -> None:
    """The switch above the rail; ``current_mode`` tells what is chosen."""
    names = {mode: manner.name for mode, manner in MANNERS.items()} | {COMPARE: "Compare"}
    st.segmented_control(
        "Mode",
        list(names),
        key=state.MODE,
        default=TEAM.mode if state.MODE not in st.session_state else None,
        required=True,
        wrap=True,
        persist_state="session",
        label_visibility="collapsed",
        format_func=lambda mode: names[mode],
    )


def current_mode() -> str:
    """The mode that was chosen last; a team at one screen before anybody chose."""
    return str(st.session_state.get(state.MODE, TEAM.mode))


def turn_to(manner: Manner) -> None:
    """Put the questions so from now on; before the switch is drawn."""
    st.session_state[state.MODE] = manner.mode
