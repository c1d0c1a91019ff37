"""A table that stays under the hands of the person who types: it is filled anew only from outside.

Streamlit tells the cells that were changed since a table was filled. Were it filled anew after
every cell that is kept, a cell typed meanwhile would be lost, and so would rows begun.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

Row = dict[str, Any]


@dataclass
class Held:
    """A table on the screen: ``rows`` as it was filled, ``stored`` as the store has them now."""

    name: str
    turn: int
    rows: Sequence[Row]
    stored: Sequence[Row]

    @property
    def key(self) -> str:
        """Of the table's widget."""
        return f"{self.name}_{self.turn}"

    def changes(self) -> dict[str, Any] | None:
        """What was changed since it was filled; None where it has left the screen meanwhile."""
        found: dict[str, Any] | None = st.session_state.get(self.key)
        return found


def held(name: str, stored: Sequence[Row], filled: Sequence[Row]) -> Held:
    """The table of that name; ``filled`` anew if the store changed by another hand, or it was away.

    The caller puts what it has stored itself into ``stored`` of the table.
    """
    place = f"{name}_held"
    now: Held | None = st.session_state.get(place)
    if now is None or now.stored != stored or now.changes() is None:
        now = Held(name, now.turn + 1 if now else 0, filled, stored)
        st.session_state[place] = now
    return now
