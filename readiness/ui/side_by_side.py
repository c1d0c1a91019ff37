"""Two assessments capability by capability, on the page that compares them."""

import streamlit as st

from readiness.domain.questionnaire import Questionnaire
from readiness.domain.two_rounds import TwoRounds
from readiness.report.side_lines import SideLine, side_lines
from readiness.ui import html, links
from readiness.ui.html import Html

DIFFERENT, ALL = "Those that differ", "All"


def side_by_side(assessment: str, found: TwoRounds, content: Questionnaire) -> None:
    """The level in both with what was said, shown and decided; all, or those that differ."""
    lines = side_lines(found, content)
    st.header("Capability by capability", anchor=False)
    shown = st.segmented_control(
        "Capabilities", (DIFFERENT, ALL), default=DIFFERENT, required=True, key="side_by_side",
        persist_state="session",
    )  # fmt: skip
    rows = [_row(assessment, line) for line in lines if shown == ALL or not line.is_alike]
    if not rows:
        st.html(html.paragraph("All answers, records and levels are the same.", ""))
        return
    before, after = found.before.content.version, found.after.content.version
    heads = ["Capability", f"Before (content {before})", f"After (content {after})", "Why"]
    said = f"{len(rows)} of {len(lines)} capabilities"
    st.html(html.table(heads, rows, "rd-compact", said))


def _row(assessment: str, line: SideLine) -> list[Html]:
    return [
        html.join([links.workings(assessment, line.id), html.text(line.name)], " "),
        _side(line.level_before, line.before),
        _side(line.level_after, line.after),
        html.text(line.why or "—"),
    ]


def _side(level: int | None, words: str) -> Html:
    return html.join([html.level_badge(level), html.tag("span", html.text(words), "rd-small")], " ")
