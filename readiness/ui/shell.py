"""The frame of every page: configuration, navigation, style, and what happens to an error."""

import logging
import traceback
import uuid
from base64 import b64encode
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import Page

from readiness.domain.errors import InputRefused, ReadinessError
from readiness.ui import state
from readiness.ui.sign_in import has_come_in, who_works
from readiness.ui.style import css
from readiness.workspace.logs import log_as_json

HERE = Path(__file__).parent
# In the page itself: a file of its own is gone for a moment whenever another window closes.
ICON = "data:image/png;base64," + b64encode((HERE / "assets" / "icon.png").read_bytes()).decode()

LOG = logging.getLogger("readiness.ui")

PAGES = {
    "": ("assessments", "questions", "evidence", "drill", "result", "gaps", "roadmap", "report"),
    "More": (
        "profile",
        "operating_model",
        "stress",
        "guide",
        "requests",
        "portfolio",
        "rounds",
        "history",
        "members",
        "calculation",
    ),
}
TITLES = {
    "profile": "Profile and people",
    "operating_model": "Operating model",
    "stress": "Stress test",
    "guide": "Interview guide",
    "requests": "Notes and requests",
    "rounds": "Compare two",
    "calculation": "How it is calculated",
}


def page(name: str, *, is_shown: bool = True) -> Page:
    """The page of that name, as navigation and links want it."""
    return st.Page(
        HERE / "pages" / f"{name}.py",
        title=TITLES.get(name, name.capitalize()),
        url_path=name.replace("_", "-"),
        default=name == "assessments",
        visibility="visible" if is_shown else "hidden",
    )


def navigation() -> dict[str, list[Page]]:
    """The pages by group, in the order of the work; some join once used (screens 1)."""
    return {
        group: [page(name, is_shown=state.is_used(name)) for name in names]
        for group, names in PAGES.items()
    }


def run() -> None:
    """Draw the page that the address names; an error becomes advice, never a trace."""
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
        who_works()
    except InputRefused as error:
        for problem in error.problems:
            st.error(state.plain(str(problem)))
    except ReadinessError as error:
        st.error(state.plain(str(error)))
    except Exception as error:  # noqa: BLE001 - the last stop before a trace would reach the screen
        incident = uuid.uuid4().hex[:8]
        # Only the kind of the error and its places: a message could quote what somebody typed.
        places = [f"{f.filename}:{f.lineno}" for f in traceback.extract_tb(error.__traceback__)]
        kind = type(error).__name__
        LOG.error("page failed, incident %s: %s at %s", incident, kind, " < ".join(places[::-1]))  # noqa: TRY400 - see above
        st.error(
            f"This page could not be drawn (incident {incident}). Nothing that was saved is lost. "
            "Reload the page; if it happens again, look for the incident in the terminal."
        )
