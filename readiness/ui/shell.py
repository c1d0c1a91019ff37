"""The frame of every page: configuration, navigation, style, and what happens to an error."""

import logging
import traceback
import uuid
from base64 import b64encode
from pathlib import Path

import streamlit as st

from readiness.domain.errors import InputRefused, ReadinessError
from readiness.ui import state
from readiness.ui.navigation import navigation
from readiness.ui.sign_in import has_come_in, who_works
from readiness.ui.style import css
from readiness.workspace.logs import log_as_json

HERE = Path(__file__).parent
# In the page itself: a file of its own is gone for a moment whenever another window closes.
ICON = "data:image/png;base64," + b64encode((HERE / "assets" / "icon.png").read_bytes()).decode()

LOG = logging.getLogger("readiness.ui")


def run() -> None:
    """Draw the page that the address names; an error becomes advice, never a trace.

    Who works here, and the way out, stand below an error too.
    """
    log_as_json()
    st.set_page_config(page_title="readiness", page_icon=ICON, layout="wide")
    st.html(f"<style>{css()}</style>")
    if not has_come_in():
        return
    chosen = st.navigation(navigation(), position="top")
    state.remember_address()
    try:
        state.refuse_hidden(chosen.url_path.replace("-", "_"))
        chosen.run()
    except InputRefused as error:
        for problem in error.problems:
            st.error(state.plain(str(problem)))
    except ReadinessError as error:
        st.error(state.plain(str(error)))
    except Exception as error:  # noqa: BLE001 - the last stop before a trace would reach the screen
        st.error(
            f"This page could not be drawn (incident {_logged(error)}). Nothing that was saved is "
            "lost. Reload the page; if it happens again, look for the incident in the terminal."
        )
    who_works()


def _logged(error: Exception) -> str:
    """The incident under which the terminal has the kind of the error and its places.

    No more: a message could quote what somebody typed.
    """
    incident = uuid.uuid4().hex[:8]
    places = [f"{f.filename}:{f.lineno}" for f in traceback.extract_tb(error.__traceback__)]
    kind = type(error).__name__
    LOG.error("page failed, incident %s: %s at %s", incident, kind, " < ".join(places[::-1]))
    return incident
