"""Before a drill: which scenario, who is in the room, who leads (screens 3.7, domain 6.1)."""

from functools import partial
from typing import Any, Literal

import streamlit as st

from readiness.domain.drill_run import DrillRun
from readiness.domain.drills import DrillRules, Scenario, roles_of
from readiness.domain.questionnaire import Questionnaire
from readiness.ui import fields, html, state
from readiness.ui.cached import workbench
from readiness.ui.downloads import download
from readiness.workspace.debriefing import forms
from readiness.workspace.drill_plan import replays
from readiness.workspace.drilling import start
from readiness.workspace.results import State

Led = Literal["lead", "deputy"]
LED_BY: dict[Led, str] = {"lead": "The normal lead", "deputy": "The deputy"}


def chooser(assessment: str, now: State) -> None:
    """The five scenarios, the room, and *Start the hour*."""
    rules = now.questionnaire.drills
    st.title("Would we know what to do in the first hour?", anchor=False)
    st.html(html.paragraph(_format(rules), "rd-intro"))
    left, right = st.columns([1.3, 2], gap="large")
    with left:
        scenario = _scenario(now)
        download(
            "Blank forms (Excel)",
            assessment,
            "drill-forms.xlsx",
            partial(forms, workbench(), assessment),
            help="A form to print for each scenario, and the decision log.",
        )
        _earlier(now)
    with right:
        _about(scenario)
        _room(assessment, rules, scenario)


def _format(rules: DrillRules) -> str:
    return (
        f"One scenario, {rules.minutes} minutes with the clock, {rules.debrief_minutes} to talk it "
        "over. Use last week's real schedule. Systems and files may be opened; nobody outside the "
        "room is phoned but those on the contact tree. Each answer comes from the role that owns "
        "it. You facilitate: click when the room answers, the time is taken for you."
    )


def _scenario(now: State) -> Scenario:
    rules = now.questionnaire.drills
    held = {d.scenario: d for d in sorted(now.assessment.drills, key=lambda d: d.held_on)}
    coming = {replay.scenario: replay for replay in replays(now.assessment)}
    last = [
        (f"last held {held[s.id].held_on:%d %b %Y}" if s.id in held else "not held yet")
        + (f"; again {coming[s.id].day:%d %b %Y}" if s.id in coming else "")
        for s in rules.scenarios
    ]
    names = {
        s.id: s.name + (" :gray-badge[mandatory]" if s.mandatory else "") for s in rules.scenarios
    }
    chosen: Any = st.radio(
        "Scenario",
        list(names),
        captions=last,
        key="drill_scenario",
        persist_state="session",
        format_func=names.__getitem__,
    )
    return rules.scenario(str(chosen))


def _about(scenario: Scenario) -> None:
    st.header(scenario.name, anchor=False)
    summary = html.join([html.bold("Read aloud at the start: "), html.text(scenario.summary)])
    owner = html.join(
        [
            html.bold("Decision owner: "),
            html.text(f"{scenario.decision_owner}; deputy: {scenario.deputy}."),
        ]
    )
    st.html(html.tag("p", summary) + html.tag("p", owner))


def _room(assessment: str, rules: DrillRules, scenario: Scenario) -> None:
    present = st.pills(
        "Roles in the room",
        list(rules.roles),
        selection_mode="multi",
        wrap=True,
        key="drill_roles",
        persist_state="session",
        disabled=state.is_sealed(),
        help="In a small company one person holds several roles. Roles only, no names.",
    )
    led_by = st.segmented_control(
        "Led by",
        list(LED_BY),
        default="lead",
        required=True,
        key="drill_led_by",
        format_func=LED_BY.__getitem__,
        disabled=state.is_sealed(),
        help="Run it once with each. Of two runs on one day the lower counts.",
    )
    owners = [item.owner for item in scenario.items] + [d.owner for d in scenario.decisions]
    needed = {role for owner in owners for role in roles_of(owner)}
    missing = [role for role in rules.roles if role in needed and role not in present]
    if present and missing:
        st.html(html.paragraph(f"Not in the room, though asked: {', '.join(missing)}.", "rd-no"))
    fields.trouble()
    st.button(
        "Start the hour",
        type="primary",
        disabled=not present or state.is_sealed(),
        help=None if present else "Mark the roles in the room first.",
        on_click=fields.doing(_start, assessment, scenario.id, present, led_by),
    )


def _start(assessment: str, scenario: str, present: list[str], led_by: Led) -> None:
    start(workbench(), assessment, scenario, present, led_by)
    state.use("drill", assessment)


def _earlier(now: State) -> None:
    """Hours that were run here, with the way to what came of them."""
    ended = [run for run in now.assessment.drill_runs if run.ended]
    if ended:
        st.header("Held here", anchor=False)
    for run in reversed(ended):
        st.button(
            f"{title(run, now.questionnaire)}: what came of it",
            key=f"drill_open_{run.id}",
            type="tertiary",
            on_click=look_at,
            args=(run.id,),
        )


def title(run: DrillRun, content: Questionnaire) -> str:
    """*Site down, 20 Nov 2026, led by the deputy*."""
    name = content.drills.scenario(run.scenario).name
    led = ", led by the deputy" if run.led_by == "deputy" else ""
    return f"{name}, {run.started.astimezone():%d %b %Y %H:%M}{led}"


def look_at(run: str | None) -> None:
    """Look at a run that has ended; None: choose the next one."""
    st.session_state[state.DRILL_SHOWN] = run
