"""Compare two: what moved since an earlier round, or what differs between two sites, and why."""

import streamlit as st

from readiness.report.rounds_lines import CAUSES, lines
from readiness.report.rounds_words import HOW, headline, named, remarks, tally
from readiness.report.sentences import capitalised
from readiness.ui import html, state
from readiness.ui.band import band, chosen
from readiness.ui.cached import workbench
from readiness.ui.choosing_rounds import named as row_name
from readiness.ui.moved import moved_tables
from readiness.ui.side_by_side import side_by_side
from readiness.workspace.earlier_rounds import are_rounds, comparable, compared, predecessor


def draw() -> None:
    """The page."""
    now = chosen()
    if now is None:
        return
    assessment, here = now
    band(here)
    earlier = _earlier(assessment)
    if earlier is None:
        st.title("Two rounds", anchor=False)
        st.write(
            "There is no other assessment of this client. To begin the next round, choose *Copy as "
            "the next round…* under *More…* on the page Assessments."
        )
        return
    _title(earlier, assessment)
    found = compared(workbench(), earlier, assessment)
    told = lines(found, here.questionnaire)
    st.html(html.tag("p", html.bold(headline(found)), "rd-reason"))
    st.html(
        html.paragraph(f"{named(found.before)}, against {named(found.after)}. {tally(told)}", "")
    )
    for words in remarks(found):
        st.info(state.plain(words))
    moved_tables(assessment, told)
    side_by_side(assessment, found, here.questionnaire)
    if found.inputs:
        st.header("What differs in what was said and shown", anchor=False)
        rows = [
            [html.bold(capitalised(CAUSES[i.cause])), html.text(capitalised(i.text))]
            for i in found.inputs
        ]
        st.html(html.table(["Cause", "Difference"], rows, "rd-compact"))
    st.html(html.paragraph(HOW))


def _title(earlier: str, assessment: str) -> None:
    if are_rounds(workbench(), earlier, assessment):
        st.title("Two rounds", anchor=False)
        return
    st.title("Two assessments", anchor=False)
    st.info(
        "Of two organisations: what differs between them is no change over time. *Better* and "
        "*worse* are said of the second one, seen from the first."
    )


def _earlier(assessment: str) -> str | None:
    """The round to compare with: the one before, or the one that is chosen."""
    rows = {row.id: row for row in comparable(workbench(), assessment)}
    if not rows:
        return None
    key = state.earlier_of(assessment)
    if st.session_state.get(key) not in rows:
        st.session_state[key] = predecessor(workbench(), assessment) or next(iter(rows))
    left, _ = st.columns([1.4, 1])
    return left.selectbox(
        "Compared with", list(rows), key=key, format_func=lambda id: row_name(rows[id])
    )


draw()
