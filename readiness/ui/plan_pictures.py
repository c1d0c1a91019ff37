"""More ways to look at a plan: by function with load, and what hangs on each gap (screens 3.6)."""

import streamlit as st

from readiness.domain.planned import RoadmapPlan, Stake
from readiness.report.load_figure import by_function
from readiness.report.plan_tables import functions_of
from readiness.report.stake_figure import impact_against_lock_in
from readiness.ui import html
from readiness.ui.picture import picture

FUNCTION_HEADS = ("Function", "Action", "Wave", "Person-weeks", "Weeks", "Owner role")
STAKE_HEADS = ("Gap", "Patient impact", "Lock-in", "Person-weeks", "Priority", "Band")


def functions(plan: RoadmapPlan) -> None:
    """Who does what when, and how much is booked of what is there."""
    picture(
        by_function(plan),
        alt="For each function its actions in time and its load against capacity; table follows.",
        key="plan_functions",
    )
    rows = [
        [
            html.bold(function),
            html.join([html.bold(a.id), html.text(a.name)], " "),
            html.text(a.wave),
            html.number(f"{float(a.effort[function]):g}"),
            html.text(f"{a.start_week + 1} to {a.end_week}"),
            html.text(a.owner),
        ]
        for function, actions in functions_of(plan).items()
        for a in actions
    ]
    st.html(html.folded(FUNCTION_HEADS, rows, 6, "Actions by function", "rd-compact"))


def stakes(plan: RoadmapPlan) -> None:
    """Impact against lock-in: what is dear to leave, and what is dear to close."""
    st.header("Impact against lock-in", anchor=False)
    st.caption(
        "Top right: patients feel it and it is hard to undo later. The larger the bubble, the more "
        "person-weeks close the gap."
    )
    picture(
        impact_against_lock_in(plan.stakes),
        alt="Gaps by patient impact and lock-in, size by effort; the table follows.",
        key="plan_stakes",
    )
    st.html(html.folded(STAKE_HEADS, [_row(s) for s in plan.stakes], 5, "Gaps", "rd-compact"))


def _row(stake: Stake) -> list[html.Html]:
    return [
        html.join([html.bold(stake.id), html.text(stake.name)], " "),
        html.text(f"{stake.impact} of 5"),
        html.text(f"{stake.lock_in} of 5"),
        html.number(f"{float(stake.effort):g}"),
        html.number(f"{float(stake.priority):.1f}"),
        html.text(stake.band),
    ]
