"""Cheap now and dear later, money spent early, comparability reopened (domain 1.21, 1.25)."""

import streamlit as st

from readiness.domain.planned import CheapNow, RoadmapPlan
from readiness.ui import html, state
from readiness.workspace.plan_words import warnings

HEADS = ("Gap to launch", "Lock-in", "Person-weeks", "Now → launch", "Done by", "Cheap until")
NO_DATE = "Enter the start of the pivotal trial on the left, or the launch date on Profile."


def reopened(plan: RoadmapPlan) -> None:
    """A warning for each action that is planned too late for that."""
    for line in warnings(plan):
        st.warning(state.plain(line), icon=":material/warning:")


def cheap_and_early(plan: RoadmapPlan) -> None:
    """Both lists."""
    st.header("Cheap now, dear later", anchor=False)
    st.caption(
        "Gaps to launch that are hard to undo later and take little work now, the dearest first."
    )
    if plan.cheap_now:
        rows = [_row(found) for found in plan.cheap_now]
        st.html(html.folded(HEADS, rows, 8, "Cheap now, dear later", "rd-compact"))
        if plan.cheap_now[0].before is None:
            st.caption(f"Until when it is cheap is not known. {NO_DATE}")
    else:
        st.caption("None: no such gap to launch is left.")
    st.header("Ahead of need", anchor=False)
    if not plan.ahead_of_need:
        st.caption("Nothing stands far above its next target where waiting was free.")
    for early in plan.ahead_of_need:
        st.html(html.tag("p", html.text(early.text), "rd-small"))


def _row(found: CheapNow) -> list[html.Html]:
    levels = [html.level_badge(found.final), html.text("→"), html.level_badge(found.target)]
    done = "not in this plan" if found.end_week is None else f"week {found.end_week}"
    until = "not known" if found.before is None else f"{found.before:%d %b %Y}"
    marks = [html.text(f"{until} ({found.before_what})" if found.before_what else until)]
    if found.is_late:
        marks.append(html.tag("span", html.text("▲ too late"), "rd-no"))
    return [
        html.join([html.bold(found.id), html.text(found.name)], " "),
        html.text(f"{found.lock_in} of 5"),
        html.number(f"{float(found.effort):g}"),
        html.join(levels, " "),
        html.text(done),
        html.join(marks, " "),
    ]
