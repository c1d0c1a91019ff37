"""The line on top of every page: what is being looked at, and that it is saved."""

from datetime import datetime

import streamlit as st

from readiness.ui import html, links, state
from readiness.ui.cached import workbench
from readiness.ui.navigation import page
from readiness.workspace.members import NAMES, SAYS
from readiness.workspace.next_step import worth_doing
from readiness.workspace.results import State, standing

COUNTS = "Do not know is an answer too; what is known of a question is counted on Result."


def band(now: State, right: html.Html | None = None, *, is_witnessed: bool = False) -> None:
    """Name, modality, stage, sites, parties, as of; at the right the state of saving.

    Below, how far one is and what to do next; not where somebody who is interviewed looks on.
    """
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
            html.join([html.tag("span", left), right or _state(now)]),
            "rd-band",
        )
        + ("" if is_witnessed or now.loaded.frozen or not _judges(now) else _standing(now))
    )
    if now.loaded.frozen is not None:
        _to_go_on()
    elif not now.loaded.standing.may_write:
        _what_one_may(now)


def _judges(now: State) -> bool:
    """Whether the result may be seen; a respondent sees their own answers alone."""
    return now.loaded.standing.role != "respondent"


def _what_one_may(now: State) -> None:
    role = now.loaded.standing.role
    said = [html.bold(f"{NAMES[role]}:"), html.text(f"{SAYS[role]}.")]
    st.html(html.tag("p", html.join(said, " "), "rd-box rd-small"))


def _to_go_on() -> None:
    """Why no field can be changed, and what to do instead."""
    said = html.text(
        "This assessment is frozen: its fields are here to be read. To go on, copy it as the next "
        "round: "
    )
    way = html.link("Assessments, More…", "./")
    st.html(html.tag("p", html.join([said, way], ""), "rd-box rd-small"))


def _standing(now: State) -> html.Html:
    """How far one is, and what is most worth doing next, with the way there."""
    assessment = state.current_assessment() or ""
    session = workbench()
    result = standing(session, assessment, now)
    step = worth_doing(result, now.questionnaire, now.assessment, session.settings)
    counted = f"{step.answered} of {step.of} answered"
    if len(now.assessment.respondents) > 1:
        counted += " by somebody"
    parts = [
        html.progress(step.answered, step.of, "questions answered by anybody"),
        html.tag("span", html.text(counted), title_=COUNTS),
        html.tag("span", html.text("Worth doing next: ")),
        html.link(step.text, links.address(step.page, assessment, step.capability)),
    ]
    return html.tag("div", html.join(parts), "rd-standing")


def _state(now: State) -> html.Html:
    seal = now.loaded.frozen
    if seal is None:
        return saved(now.loaded.changed_at)
    words = f"❄ frozen {seal.at.astimezone():%d %b %Y}: to read and export, never to change"
    return html.tag("span", html.text(words), "rd-small", title_=f"SHA-256 {seal.sha256}")


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
        st.page_link(page("assessments"), label="Go to Assessments")
    return now
