"""The line on top of every page: what is being looked at, and that it is saved."""

from datetime import datetime

import streamlit as st

from readiness.ui import html, state
from readiness.workspace.results import State


def band(now: State, right: html.Html | None = None) -> None:
    """Name, modality, stage, sites, parties, as of; at the right the state of saving."""
    said, content = now.assessment, now.questionnaire
    profile = said.profile
    modality = next(m.name for m in content.modalities if m.id == profile.modality)
    facts = [modality, content.stage_name(profile.stage)]
    if profile.sites is not None:
        facts.append(f"{profile.sites} site{'s' if profile.sites != 1 else ''}")
    if profile.parties is not None:
        facts.append(f"{profile.parties} part{'ies' if profile.parties != 1 else 'y'}")
    if said.form == "short":
        facts.append("short form")
    facts.append(f"as of {said.as_of:%d %b %Y}")
    left = html.join(
        [html.tag("strong", html.text(said.title), title_=said.title), html.text(" · ".join(facts))]
    )
    st.html(
        html.tag(
            "div",
            html.join([html.tag("span", left), right or saved(now.loaded.changed_at)]),
            "rd-band",
        )
    )


def saved(at: datetime) -> html.Html:
    """The state of saving with its time."""
    shown = at.astimezone().strftime("%H:%M:%S")
    promise = html.tag("span", html.text("every answer is saved as you give it · "), "rd-wide")
    parts = [html.text("✓ "), promise, html.text(f"last saved {shown}")]
    return html.tag("span", html.join(parts), "rd-ok rd-small")


def chosen() -> tuple[str, State] | None:
    """The assessment being looked at; without one, say where to choose it."""
    now = state.current()
    if now is None:
        st.title("No assessment is open")
        st.write("Open one, or begin one, on the page *Assessments*.")
        from readiness.ui.shell import page  # noqa: PLC0415 - the shell imports the pages' parts

        st.page_link(page("assessments"), label="Go to Assessments")
    return now
