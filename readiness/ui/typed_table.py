"""A table to type into, row by row: what is complete is kept at once, what is begun is counted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from readiness.domain.errors import ReadinessError
from readiness.ui import state
from readiness.ui.steady import Held, held
from readiness.workspace.typed_rows import Row, edited

GONE = "The table had changed when that cell arrived: the cell was not kept. Type it once more."


@dataclass(frozen=True)
class Typed:
    """What is typed into a table, and where it goes.

    ``new``: a row before anything is typed into it, its keys the columns; ``keep`` stores the
    rows that are complete; ``read`` gives what is stored; ``begun`` counts rows not complete yet.
    """

    new: Row
    columns: dict[str, Any]
    """As ``st.data_editor`` wants them."""
    keep: Callable[[list[Row]], object]
    read: Callable[[], Sequence[Row]]
    begun: Callable[[list[Row]], int]


def typed_table(name: str, typed: Typed, empty: Sequence[Row] = ()) -> None:
    """Draw the editor. ``name``: of the table in this window; ``empty``: rows to begin with."""
    stored = typed.read()
    table = held(name, stored, stored or empty)
    st.data_editor(
        pd.DataFrame(table.rows, columns=list(typed.new)).astype(object),
        key=table.key,
        num_rows="dynamic",
        hide_index=True,
        disabled=state.is_sealed(),
        column_config=typed.columns,
        on_change=_keep,
        args=(table, typed),
    )
    begun = typed.begun(edited(table.rows, table.changes() or {}, typed.new))
    if begun:
        st.info(f"Rows that are not complete yet, and not kept: {begun}.")


def _keep(table: Held, typed: Typed) -> None:
    st.session_state.pop(state.TROUBLE, None)
    changes = table.changes()
    if changes is None:
        st.session_state[state.TROUBLE] = GONE
        return
    try:
        typed.keep(edited(table.rows, changes, typed.new))
        table.stored = typed.read()
    except ReadinessError as error:
        st.session_state[state.TROUBLE] = str(error)
