"""Which pages there are, in the order of the work, and under which names."""

from pathlib import Path

import streamlit as st
from streamlit.navigation.page import Page

from readiness.ui import state

FOLDER = Path(__file__).parent / "pages"

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
        FOLDER / f"{name}.py",
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
