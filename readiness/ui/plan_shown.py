"""A plan as it is looked at: what one becomes when, bars, burn-down, who is full (screens 3.6)."""

from functools import partial

import streamlit as st

from readiness.domain.planned import PlannedAction, RoadmapPlan, Standing
from readiness.domain.questionnaire import Questionnaire
from readiness.report.plan_figures import GATHERED, burn_down, gantt, months_of, who_is_full
from readiness.report.remarks import rules_in_words
from readiness.ui import html, state
from readiness.ui.cached import workbench
from readiness.ui.downloads import download
from readiness.ui.html import Html
from readiness.ui.picture import picture
from readiness.ui.plan_pictures import functions
from readiness.workspace.plan_output import ENDINGS, plan_file
from readiness.workspace.plan_words import outside, quality
from readiness.workspace.planning import Case
from readiness.workspace.scenario_jobs import comparison_stamp, last_comparison

HEADS = ("Wave", "Action", "Now → then", "Owner role", "Person-weeks", "Weeks", "From", "To")
WAYS = {"wave": "By wave", "function": "By function, with load"}
NAMES = {".xlsx": "Plan (Excel)", ".csv": "Plan (.csv)", ".ics": "Calendar (.ics)"}


def cards(plan: RoadmapPlan, content: Questionnaire) -> None:
    """Level, verdict and index at each moment."""
    if not plan.projection:
        return
    for column, standing in zip(st.columns(len(plan.projection)), plan.projection, strict=True):
        with column, st.container(border=True):
            st.html(_card(standing))
    last = plan.projection[-1]
    if last.next_level is not None and last.blocking:
        moment = last.label[0].lower() + last.label[1:]
        head = html.bold(f"Still blocks level {last.next_level} {moment}: ")
        what = html.text(f"{rules_in_words(last.blocking, content)}.")
        st.html(html.tag("p", html.join([head, what])))


def _card(standing: Standing) -> Html:
    index = "unknown" if standing.index is None else f"{float(standing.index):.2f}"
    fit = "" if standing.fit is None else f" · fit {float(standing.fit):.0%}"
    head = html.join(
        [html.level_badge(standing.level), html.bold(standing.verdict.capitalize())], " "
    )
    return html.join(
        [
            html.paragraph(standing.label),
            html.tag("p", head),
            html.paragraph(f"Index {index}{fit} · {standing.open_gaps} gaps open"),
        ]
    )


def bars(plan: RoadmapPlan, content: Questionnaire) -> None:
    """The bars with their table."""
    waves = {w.number: w.name for w in content.waves}
    st.header(quality(plan), anchor=False)
    for remark in plan.remarks:
        st.caption(state.plain(remark))
    shown = st.segmented_control(
        "Bars", list(WAYS), default="wave", format_func=WAYS.__getitem__, required=True,
        key="plan_bars", label_visibility="collapsed",
    )  # fmt: skip
    if shown == "function":
        functions(plan)
        return
    picture(
        gantt(plan, waves),
        alt=f"{len(plan.actions)} actions in time, by wave. {quality(plan)}. The table follows.",
        key="plan_gantt",
    )
    rows = [_row(action) for action in plan.actions]
    st.html(html.folded(HEADS, rows, 6, "Actions with their weeks", "rd-compact"))


def _row(action: PlannedAction) -> list[Html]:
    levels = [html.text("—")]  # of their own, and the first of two parts: no level of its own
    if action.target is not None:
        levels = [html.level_badge(action.final), html.text("→"), html.level_badge(action.target)]
    marks = [html.bold(action.id), html.text(action.name)]
    if action.status != "planned":
        marks.append(html.tag("span", html.text(action.status), "rd-tag"))
    if action.stretched:
        marks.append(html.tag("span", html.text("stretched: few people"), "rd-tag"))
    return [
        html.text(action.wave),
        html.join(marks, " "),
        html.tag("span", html.join(levels, " "), "rd-nowrap"),
        html.text(action.owner),
        html.number(f"{float(sum(action.effort.values())):g}"),
        html.text(f"{action.start_week + 1} to {action.end_week}"),
        html.tag("span", html.text(f"{action.start:%d %b %Y}"), "rd-nowrap"),
        html.tag("span", html.text(f"{action.end:%d %b %Y}"), "rd-nowrap"),
    ]


def below(plan: RoadmapPlan) -> None:
    """Priority still open, and who is full when, each with its table."""
    left, right = st.columns(2, gap="large")
    with left:
        st.header("Priority still open", anchor=False)
        picture(
            burn_down(plan),
            alt="The sum of the priorities of the gaps still open, week by week.",
            key="plan_burn_down",
        )
        rows = [
            [html.text(f"Week {o.week}"), html.number(f"{float(o.priority):.1f}")]
            for o in plan.burn_down
        ]
        st.html(html.folded(("From", "Priority left"), rows, 3, "Priority still open"))
    with right:
        st.header("Who is full, when", anchor=False)
        if plan.load:
            _full(plan)
        else:
            st.caption("No people entered: nobody is booked.")


def _full(plan: RoadmapPlan) -> None:
    picture(
        who_is_full(plan),
        alt="Person-weeks booked by function in each four weeks; the table follows.",
        key="plan_full",
    )
    begins = [f"{week + 1}" for week in range(0, plan.horizon_weeks, GATHERED)]
    rows = [
        [html.bold(f), *(html.text(f"{taken:.1f}/{there:.1f}") for taken, there in row)]
        for f, row in ((f, months_of(plan, f)) for f in plan.load)
    ]
    table = html.table(("From week", *begins), rows, "rd-compact", "Booked of what is there")
    summary = html.tag("summary", html.text("Person-weeks as a table"))
    wide = html.Html(f'<div style="overflow-x:auto" tabindex="0">{table}</div>')
    st.html(html.tag("details", html.join([summary, wide]), "rd-small"))


def falls_outside(plan: RoadmapPlan) -> None:
    """What does not fit, with the smallest addition; what waits for an answer."""
    if said := outside(plan):
        st.warning(state.plain(said))
    if plan.assess_first:
        st.info(f"Not assessed yet, so not planned: {', '.join(plan.assess_first)}.")


def files(case: Case, plan: RoadmapPlan, assessment: str) -> None:
    """The plan as three kinds of file; the workbook holds the last comparison too."""
    found = last_comparison(workbench(), assessment)
    compared = found.outcomes if found is not None and found.stamp == comparison_stamp(case) else ()
    said = case.assessment
    for column, ending in zip(st.columns(len(ENDINGS)), ENDINGS, strict=True):
        make = partial(plan_file, plan, ending, said.title, said.as_of, compared)
        with column:
            download(NAMES[ending], assessment, f"roadmap{ending}", make, width="stretch")
