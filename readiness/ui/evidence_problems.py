"""Why a file was refused: each problem with its place and its cure (screens 3.3, step 3)."""

import streamlit as st

from readiness.domain.errors import Problem
from readiness.evidence.mapping import LeftOut
from readiness.ui import html
from readiness.ui.drafts import COLUMNS, Draft
from readiness.workspace.listing import problems_csv

SHOWN = 50


def problems(id: str, draft: Draft) -> None:
    """Draw the list, and the two ways on: a better file, or without these rows."""
    if not draft.problems:
        st.write("None found so far. The file is checked in full when you confirm its columns.")
        return
    rows = sorted({p.row for p in draft.problems if p.row is not None})
    stop = f"{len(rows)} rows stop" if len(rows) > 1 else "This stops"
    st.html(
        html.tag(
            "p",
            html.join(
                [
                    html.bold(f"{stop} this file. "),
                    html.text(
                        "Nothing of it has been stored. Correct the file and drop it again, or "
                        "leave the rows out and we say so in the report."
                    ),
                ]
            ),
            "rd-lead",
        )
    )
    heads = ["Where", "Found", "Expected", "What to do"]
    st.html(html.table(heads, [_line(p) for p in draft.problems[:SHOWN]], "rd-compact"))
    if len(draft.problems) > SHOWN:
        st.caption(f"The first {SHOWN} of {len(draft.problems)}; the list has all of them.")
    st.download_button(
        "Download the list (.csv)",
        data=lambda: problems_csv(draft.problems),
        file_name="problems.csv",
        mime="text/csv",
        on_click="ignore",
    )
    if rows and all(p.row is not None for p in draft.problems):
        _leave_out(id, draft, rows)


def _line(problem: Problem) -> list[html.Html]:
    place = f"{problem.sheet or problem.file}"
    place += f" ! {problem.row}" if problem.row is not None else ""
    place += f", {problem.column}" if problem.column else ""
    found = f"{problem.message}: {problem.found}" if problem.found else problem.message
    return [html.text(part) for part in (place, found, problem.expected or "–", problem.advice)]


def _leave_out(id: str, draft: Draft, rows: list[int]) -> None:
    reason, act = st.columns([3, 1.4], vertical_alignment="bottom")
    why = reason.text_input(
        "Why may these rows be left out?", key=f"why_{id}", placeholder="e.g. test entries"
    )
    if act.button(
        f"Leave out {len(rows)} row{'s' if len(rows) > 1 else ''}",
        key=f"leave_{id}",
        width="stretch",
    ):
        if not why.strip():
            st.error("A reason is needed; it stands in the report.")
            return
        draft.leave_out = (*draft.leave_out, LeftOut(rows=tuple(rows), reason=why.strip()))
        draft.problems = ()
        draft.step = COLUMNS
        st.rerun()
