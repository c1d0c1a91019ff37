"""The saved versions of a workbook: who saved them when, and what each changed (screens 3.3)."""

import streamlit as st

from readiness.domain.versions import VersionStep, WorkbookFamily
from readiness.report.numerals import plural
from readiness.report.version_figure import can_be_drawn, version_figure, versions_in_words
from readiness.store import StoredFile
from readiness.ui import html, state
from readiness.ui.downloads import download
from readiness.ui.picture import picture
from readiness.workspace.versions import change_rows, changes_csv, lead, savings

SHOWN = 12
UNSEEN = (
    "Counted from what was saved: a change made and undone between two savings is not seen, and "
    "neither is the reason. Only hashes of the cells are kept, under a key that lies apart."
)


def versions_part(assessment: str, file: StoredFile, family: WorkbookFamily | None) -> None:
    """Draw the versions of the workbook that a file belongs to."""
    st.header("Versions", anchor=False)
    if family is None or len(family.versions) < 2:
        st.write("Only this one is here. Drop older copies of this file to see what moves.")
        return
    st.html(html.paragraph(lead(family), "rd-lead"))
    for doubt in family.doubts:
        st.html(html.tag("p", html.text(f"▲ {doubt}"), "rd-warn"))
    if can_be_drawn(family):
        picture(
            version_figure(family),
            alt=versions_in_words(family),
            key=f"versions_{file.id}",
        )
    _list(family)
    if family.steps:
        _changes(assessment, file, family)


def _list(family: WorkbookFamily) -> None:
    heads = ["Version", "Saved (UTC)", "By", "Cells changed", "Churn", "Bookings moved"]
    rows = [
        [
            html.bold(saving.version.file),
            html.text(saving.moment),
            html.text(saving.editor),
            html.number(saving.cells),
            html.text(saving.churn),
            html.text(saving.moved),
        ]
        for saving in reversed(savings(family))
    ]
    st.html(
        html.table(heads, rows, "rd-compact", "Each version against the one before, newest on top")
    )
    st.caption(UNSEEN)


def _changes(assessment: str, file: StoredFile, family: WorkbookFamily) -> None:
    steps = {step.after: step for step in reversed(family.steps)}
    chosen = next(iter(steps))
    if len(steps) > 1:
        chosen = st.segmented_control(
            "What changed in",
            list(steps),
            key=f"step_of_{file.id}",
            default=chosen,
            required=True,
            wrap=True,
            format_func=state.plain,
        )
    _step(steps[chosen])
    download(
        "Every change with its address (.csv)",
        assessment,
        "changes.csv",
        lambda: changes_csv(family),
        what="Changes in the versions of a workbook",
        key=f"changes_{file.id}",
    )


def _step(step: VersionStep) -> None:
    st.html(html.paragraph(_said(step), "rd-small"))
    if not step.changes:
        return
    rows = [
        [html.text(sheet), html.text(column), html.text(kind), html.number(count), html.bold(where)]
        for sheet, column, kind, count, where in change_rows(step)
    ]
    heads = ["Sheet", "Column", "What happened", "Cells", "Where"]
    caption = f"What changed in {step.after}, never what it says"
    st.html(html.folded(heads, rows, SHOWN, caption, "rd-compact"))


def _said(step: VersionStep) -> str:
    """The step in a sentence."""
    rows = [
        f"{plural(count, 'row')} {what}"
        for count, what in ((step.rows_added, "came"), (step.rows_removed, "went"))
        if count
    ]
    parts = [f"{plural(step.cells, 'cell')} differ from {step.before}", *rows]
    said = ", ".join(parts)
    said = said[:1].upper() + said[1:] + "."
    if step.shifted:
        formulas = plural(step.shifted, "formula")
        said += (
            f" {formulas[:1].upper()}{formulas[1:]} only moved along with them and count as none."
        )
    return said
