"""Two orders side by side: by the number alone, and by what comes first in meaning (method 8)."""

import streamlit as st

from readiness.domain.gaps import Gap
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.result import Result
from readiness.report.remarks import roadmap_reason
from readiness.ui import html

HEADS = ("By number", "Priority", "In this plan", "Wave", "Why they differ")


def two_orders(result: Result, content: Questionnaire, horizon: str) -> None:
    """Each gap's place in both; a reason wherever they differ."""
    gaps: tuple[Gap, ...] = getattr(result.gaps, horizon)
    by_number = sorted(gaps, key=lambda g: (-g.priority, g.rank))
    items = {item.capability: item for item in result.roadmap}
    waves = {w.number: w.name for w in content.waves}
    placed = [i.capability for i in result.roadmap if i.capability in {g.capability for g in gaps}]
    rows = []
    for place, gap in enumerate(by_number, start=1):
        item = items[gap.capability]
        in_plan = placed.index(gap.capability) + 1
        reasons = "" if place == in_plan else roadmap_reason(item, "")
        rows.append(
            [
                html.join([html.text(f"{place}."), html.bold(gap.capability)], " "),
                html.number(f"{float(gap.priority):.1f}"),
                html.text(f"{in_plan}."),
                html.text(f"{item.wave} {waves[item.wave]}"),
                html.text(reasons),
            ]
        )
    st.header("Two orders", anchor=False)
    st.caption(
        "By the number alone, and in the order of waves: stop and fix, visibility, identity and "
        "custody, critical materials, the rest. What another gap needs comes before it."
    )
    st.html(html.folded(HEADS, rows, 8, "Gaps in both orders", "rd-compact"))
