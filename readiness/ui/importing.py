"""Bringing an assessment in: an export of another computer, or a packed folder."""

import streamlit as st

from readiness.domain.errors import InputRefused
from readiness.ui import state
from readiness.ui.cached import workbench
from readiness.ui.clients import current_client
from readiness.ui.custody import taking
from readiness.ui.navigation import page
from readiness.workspace.carrying import import_zip
from readiness.workspace.signed_file import is_signed


def importing() -> None:
    """Choose a file and import it; what is refused says why, and nothing of it is stored."""
    st.caption("An export of this tool, signed or not, or an assessment folder as .zip.")
    turn = st.session_state.get(state.TAKEN_TURN, 0)
    file = st.file_uploader("Assessment as .zip", type=["zip"], key=f"import_zip_{turn}")
    if file is None:
        return
    if is_signed(file.getvalue()):
        taking(file.name, file.getvalue())
        return
    if not st.button("Import it", type="secondary"):
        return
    try:
        with st.status("Reading the archive and its tables", expanded=False):
            made = import_zip(workbench(), file.name, file.getvalue(), current_client())
    except InputRefused as error:
        for problem in error.problems:
            st.error(state.plain(str(problem)))
        return
    state.open_assessment(made)
    st.switch_page(page("result"))
