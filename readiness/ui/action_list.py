"""The actions in roadmap order: wave, reason, prerequisites, no weeks yet (method 8)."""

from collections.abc import Mapping
from itertools import groupby

import streamlit as st

from readiness.domain.gaps import RoadmapItem
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.result import Result
from readiness.domain.tracking import Tracking
from readiness.report.remarks import roadmap_reason
from readiness.ui import html, links
from readiness.ui.html import Html

FIRST = 12
HEADS = (
    "#",
    "Action",
    "Now → then",
    "Owner role",
    "Person-weeks",
    "At least",
    "Needs first",
    "Moved because",
)


def action_list(
    assessment: str,
    result: Result,
    content: Questionnaire,
    stage: str,
    tracking: Mapping[str, Tracking],
) -> None:
    """What closes the gaps, prerequisites first, nothing else."""
    st.header("What to do, in this order", anchor="roadmap")
    plan = result.roadmap
    if not plan:
        st.html(html.paragraph(nothing_to_plan(result, stage)))
        return
    way = html.link(
        "Lay it out in weeks, with the people there are", links.address("roadmap", assessment)
    )
    effort = sum(float(content.capabilities[i.capability].action.effort_total) for i in plan)
    said = html.text(f"{len(plan)} actions, {effort:.0f} person-weeks in all.")
    how = links.how(assessment, "waves", "waves and order")
    st.html(html.tag("p", html.join([said, way, how], " "), "rd-small"))
    key = f"all_actions_{assessment}"
    shown = plan if st.session_state.get(key) else plan[:FIRST]
    for number, items in groupby(shown, key=lambda item: item.wave):
        wave = next(w for w in content.waves if w.number == number)
        reason = html.tag("span", html.text(wave.reason))
        title = html.join([html.text(f"Wave {number} · {wave.name}"), reason], " ")
        rows = [
            _row(assessment, item, content, wave.reason, tracking.get(item.capability))
            for item in items
        ]
        head = html.tag("h3", title, f"rd-wave rd-w{number}")
        st.html(html.join([head, html.table(HEADS, rows, "rd-actions")]))
    if len(plan) > FIRST:
        st.toggle(f"Show all {len(plan)} actions", key=key)


def _row(
    assessment: str,
    item: RoadmapItem,
    content: Questionnaire,
    wave_reason: str,
    kept: Tracking | None,
) -> list[Html]:
    capability = content.capabilities[item.capability]
    action = "Assess it: answer the question" if item.assess_first else capability.action.text
    link = links.workings(assessment, item.capability, page="gaps")
    named = html.join([link, html.bold(capability.name)], " ")
    levels = [html.level_badge(item.final), html.text("→"), html.level_badge(item.target)]
    weeks = f"{capability.action.elapsed_weeks} weeks"
    effort = f"{float(capability.action.effort_total):g}"
    return [
        html.text(item.order),
        html.join([named, html.tag("div", html.text(action), "rd-small")]),
        html.tag("span", html.join(levels, " "), "rd-nowrap"),
        html.join([html.text(capability.action.owner), _tracked(kept)]),
        html.text("—" if item.assess_first else effort),
        html.text("—" if item.assess_first else weeks),
        html.text(", ".join(item.prerequisites) or "—"),
        html.tag("span", html.text(roadmap_reason(item, wave_reason)), "rd-small"),
    ]


def _tracked(kept: Tracking | None) -> Html:
    """Who sees to it, how it stands, by when, as the edited report or the folder said."""
    if kept is None:
        return html.text("")
    due = f"due {kept.due:%d %b %Y}" if kept.due else ""
    owner = f"seen to by {kept.owner}" if kept.owner else ""
    words = " · ".join(part for part in (owner, kept.status or "", due, kept.comment) if part)
    return html.tag("div", html.text(words), "rd-small")


def nothing_to_plan(result: Result, stage: str) -> str:
    """Why there is no action, and what to do then."""
    if result.not_assessed:
        return "Nothing to plan yet: answer what is not yet assessed first."
    return f"Nothing to plan: no gap to {stage}. Look at the distance to launch."
