"""Tables of what moved between two rounds: worse first, then better, then what else differs."""

from collections.abc import Sequence

import streamlit as st

from readiness.domain.two_rounds import Direction
from readiness.report.rounds_lines import WAYS, Line
from readiness.report.sentences import capitalised
from readiness.ui import html, links
from readiness.ui.html import Html

TITLES: dict[Direction, str] = {
    "worse": "What got worse",
    "better": "What got better",
    "other": "What else changed",
}
NOTHING: dict[Direction, str] = {"worse": "Nothing got worse.", "better": "Nothing got better."}
WITH_LEVELS = ("Capability", "Metric")
FIRST = 25


def moved_tables(assessment: str, told: Sequence[Line]) -> None:
    """A table a direction; nothing worse, or nothing better, is said."""
    for way, title in TITLES.items():
        rows = [line for line in told if line.direction == way]
        if not rows and way not in NOTHING:
            continue
        st.header(title, anchor=False)
        if not rows:
            st.html(html.paragraph(NOTHING[way], ""))
            continue
        st.html(
            html.folded(
                ["What", "Name", "Before", "After", "Why"],
                [_row(assessment, line) for line in rows],
                FIRST,
                f"{len(rows)} lines, {WAYS[way]}",
                "rd-compact",
            )
        )


def _row(assessment: str, line: Line) -> list[Html]:
    name = html.text(line.name)
    if line.kind in ("Capability", "Gap"):
        name = html.join([links.workings(assessment, line.id), name], " ")
    elif line.id:
        name = html.join([html.text(line.id), name], " ")
    return [
        html.tag("span", html.text(line.kind), "rd-nowrap"),
        name,
        _end(line, line.before),
        _end(line, line.after),
        html.text(capitalised(line.why)),
    ]


def _end(line: Line, words: str) -> Html:
    """A level as its badge, anything else in words."""
    if words.isdecimal() and (line.kind in WITH_LEVELS or line.name == "Overall level"):
        return html.level_badge(int(words))
    return html.text(words)
