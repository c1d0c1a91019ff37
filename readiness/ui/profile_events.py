"""What happened: incidents of the last 12 months, and drills already held (screens 1)."""

import streamlit as st

from readiness.ui import fields, html, links, state
from readiness.ui.cached import workbench
from readiness.workspace.people import add_drill, drills, remove_drill, set_incident
from readiness.workspace.profiling import held
from readiness.workspace.results import State

HOW_OFTEN = {"none": "None", "some": "How many", "unknown": "Do not know"}


def incidents(assessment: str, now: State) -> None:
    """The three counts: none, how many, or not known."""
    st.write(
        f"In the {now.questionnaire.priority.act_now_months} months to the as-of date. *Do not "
        "know* is a finding of its own and never counts as none."
    )
    for incident in now.questionnaire.incidents:
        stored = getattr(now.assessment.incidents, incident.id)
        key = f"incident_{assessment[:8]}_{incident.id}"
        often, number, _ = st.columns([2, 1, 1], vertical_alignment="bottom")
        with often:
            fields.choice(
                incident.question,
                HOW_OFTEN,
                "unknown" if stored is None else "some" if stored else "none",
                key,
                _answer(assessment, incident.id, stored),
            )
        if stored:
            with number:
                fields.count(
                    incident.question,
                    stored,
                    f"{key}_n",
                    _number(assessment, incident.id),
                    least=1,
                    is_label_shown=False,
                )


def _answer(assessment: str, incident: str, stored: int | None) -> fields.Save:
    counts = {"none": 0, "some": stored or 1, "unknown": None}

    def save(value: str) -> object:
        return set_incident(workbench(), assessment, incident, counts[value])

    return save


def _number(assessment: str, incident: str) -> fields.Save:
    def save(value: int | None) -> object:
        return set_incident(workbench(), assessment, incident, value)

    return save


def drills_held(assessment: str, now: State) -> None:
    """Drills on record with the points that count and why, and a form for another."""
    rules = now.questionnaire.drills
    steps = [s for s in now.questionnaire.verdict.steps if s.drill_points is not None]
    asked = " and ".join(f"{s.drill_points} points for level {s.level}" for s in steps)
    must = " and ".join(s.name for s in rules.scenarios if s.mandatory)
    st.write(f"{must} must be held: {asked}, without a critical fail. Not held counts as 0.")
    there = held(now.questionnaire, now.assessment, [k for k, _ in drills(workbench(), assessment)])
    if there:
        rows = [
            [
                html.bold(d.name + (" (mandatory)" if d.mandatory else "")),
                html.text(d.result.held_on.isoformat()),
                html.tag("span", html.text(d.result.points), "rd-num"),
                html.text("✗ yes" if d.result.critical_fail else "no"),
                html.tag("span", html.bold(d.result.counted), "rd-num"),
                html.text(d.result.band),
                html.text(d.why),
            ]
            for d in there
        ]
        heads = ["Scenario", "Held on", "Points", "Critical fail", "Counts", "Band", "Why"]
        st.html(html.table(heads, rows))
        with st.expander("Remove a drill", type="compact"):
            for drill in there:
                st.button(
                    f"Remove {state.plain(drill.name)}, {drill.result.held_on}",
                    key=f"drill_{drill.key}",
                    disabled=state.is_sealed(),
                    on_click=fields.doing(remove_drill, workbench(), assessment, drill.key),
                )
    if not state.is_sealed():
        lead = html.text("To run one with the clock: ")
    there_is = html.link("the page Drill", links.address("drill", assessment))
    st.html(html.tag("p", html.join([lead, there_is]), "rd-small"))
    _add(assessment, now)


def _add(assessment: str, now: State) -> None:
    st.header("Add a drill that was held", anchor=False)
    rules = now.questionnaire.drills
    names = {s.id: s.name + (" (mandatory)" if s.mandatory else "") for s in rules.scenarios}
    with st.form("add_drill", border=False):
        which, when, points, fail = st.columns([2, 1.2, 1, 1.4], vertical_alignment="bottom")
        scenario = which.selectbox("Scenario", list(names), format_func=names.__getitem__)
        held_on = when.date_input(
            "Held on", value=None, max_value=now.assessment.as_of, format="YYYY-MM-DD"
        )
        got = points.number_input("Points", min_value=0, max_value=100, value=None, step=1)
        failed = fail.checkbox("Critical fail", help=" · ".join(rules.critical_fails))
        sent = st.form_submit_button("Add this drill")
    if not sent:
        return
    if held_on is None or got is None:
        st.error("A date and the points are needed.")
    else:
        add_drill(workbench(), assessment, scenario, held_on, int(got), failed)
        st.rerun()
