"""The slot table of a contract maker: typed in, or taken from the file that it sent (domain 7)."""

from typing import Any

import streamlit as st

from readiness.domain.errors import InputRefused, ReadinessError
from readiness.domain.operating_result import PartnerResult
from readiness.operating_model.slot_table import last_months
from readiness.report.partner_figures import slots_figure, slots_in_words
from readiness.ui import state
from readiness.ui.cached import workbench
from readiness.ui.picture import picture
from readiness.ui.returning import problem_table
from readiness.ui.typed_table import Typed, typed_table
from readiness.workspace.partner_slots import (
    COLUMNS,
    NEW,
    begun_rows,
    empty_rows,
    keep_complete,
    stored_rows,
    take_slots,
)
from readiness.workspace.results import State
from readiness.workspace.results import state as load_state

NAMES = {
    "month": "Month",
    "suite": "Suite",
    "offered": "Offered",
    "booked": "Booked",
    "started": "Started",
    "completed": "Completed",
    "cancelled_sponsor": "Cancelled by us",
    "cancelled_partner": "Cancelled by them",
    "cancelled_other": "Cancelled by others",
}
REFUSED = "partner_slots_refused"
TURN = "partner_slots_turn"


def slots(assessment: str, now: State, one: PartnerResult) -> None:
    """Draw the picture, the table to type in, and the way in for a file."""
    if one.slots:
        _picture(now, one)
    st.caption(
        "A row a month and suite, written 2026-03. Booked: ever reserved, later cancellations "
        "included. A row is kept once its month and its four counts stand there."
    )
    desk = workbench()
    typed = Typed(
        NEW,
        _columns(),
        lambda rows: keep_complete(desk, assessment, one.id, rows),
        lambda: stored_rows(load_state(desk, assessment), one.id),
        begun_rows,
    )
    typed_table(f"partner_rows_{assessment}_{one.id}", typed, empty_rows(now))
    _file(assessment, one)


def _picture(now: State, one: PartnerResult) -> None:
    assert one.slots is not None
    said = now.assessment.operating.partner_slots
    rows = last_months([row for row in said if row.partner == one.id])
    words = slots_in_words(one.slots)
    st.write(state.plain(words))
    picture(slots_figure(rows), alt=words, key=f"slots_{one.id}")


def _columns() -> dict[str, Any]:
    texts = {
        "month": st.column_config.TextColumn(
            NAMES["month"], validate=r"^\d{4}-(0[1-9]|1[0-2])$", max_chars=7
        ),
        "suite": st.column_config.TextColumn(NAMES["suite"], max_chars=40),
    }
    counts = {
        name: st.column_config.NumberColumn(NAMES[name], min_value=0, max_value=9999, step=1)
        for name in COLUMNS[2:]
    }
    return texts | counts


def _file(assessment: str, one: PartnerResult) -> None:
    turn = st.session_state.get(TURN, 0)
    file = st.file_uploader(
        "Or the table that they sent",
        type=["xlsx", "xls", "ods", "csv"],
        key=f"{TURN}_{turn}",
        disabled=state.is_sealed(),
        help="Its headings are recognised: month, suite, offered, booked, started, completed, "
        "cancelled by whom. It takes the place of the table above; Undo brings that back.",
    )
    if file is not None:
        st.session_state[TURN] = turn + 1
        st.session_state.pop(REFUSED, None)
        try:
            take_slots(workbench(), assessment, one.id, file.name, file.getvalue())
        except InputRefused as error:
            st.session_state[REFUSED] = (one.id, error.problems)
        except ReadinessError as error:
            st.session_state[state.TROUBLE] = str(error)
        st.rerun()
    refused = st.session_state.get(REFUSED)
    if refused and refused[0] == one.id:
        st.error("The table was not taken: nothing was changed.")
        problem_table(refused[1])
