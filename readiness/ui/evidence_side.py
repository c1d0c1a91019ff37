"""The left column of Evidence: what came, what is missing, and the other ways in (screens 3.3)."""

import streamlit as st

from readiness.store import StoredFile
from readiness.ui import html, state
from readiness.ui.cached import workbench
from readiness.ui.drafts import kinds, take_uploads, uploader_key
from readiness.ui.evidence_list import TALLY, files
from readiness.workspace import evidence
from readiness.workspace.lacking import Lack

TYPES = ["xlsx", "xlsm", "xlsb", "xls", "ods", "csv", "tsv"]
SHOWN = 2
HELP = (
    "A log as your system exports it, or the workbook as it is kept. Names of people and patients "
    "are replaced by codes at the door; the file itself is not stored."
)


def side(assessment: str, there: list[StoredFile], missing: list[Lack]) -> None:
    """Draw the column; what is chosen stands in the session."""
    uploads = st.file_uploader(
        "Add a log or a workbook",
        TYPES,
        accept_multiple_files=True,
        disabled=state.is_sealed(),
        key=uploader_key(assessment),
        help=HELP,
        max_upload_size=workbench().settings.max_file_mb,
    )
    take_uploads(assessment, uploads)
    files(assessment, there)
    if missing:
        _missing(assessment, missing)
    label = "Typed figures" if state.is_sealed() else "Type in a tally instead"
    if st.button(label, icon=":material/edit_note:", type="tertiary"):
        st.session_state[state.EVIDENCE] = TALLY
        st.rerun()
    _template(assessment)


def _missing(assessment: str, missing: list[Lack]) -> None:
    names = kinds(assessment)

    def line(lack: Lack) -> html.Html:
        name = names[lack.kind].name
        name = name[:1].upper() + name[1:]
        return html.join(
            [
                html.tag("p", html.bold(f"{name}."), "rd-small"),
                html.tag("p", html.text(lack.cost), "rd-fine"),
            ]
        )

    st.html(
        html.join(
            [html.tag("h2", html.text("Still missing"), "rd-side"), *map(line, missing[:SHOWN])]
        )
    )
    if len(missing) > SHOWN:
        with st.expander(f"{len(missing) - SHOWN} more", type="compact"):
            st.html(html.join(map(line, missing[SHOWN:])))


def _template(assessment: str) -> None:
    with st.popover("Download a template", icon=":material/download:", type="tertiary"):
        names = {k: v.name for k, v in kinds(assessment).items() if v.fields}
        kind = st.selectbox("Kind of log", list(names), format_func=lambda k: names[k])
        st.download_button(
            "Download",
            data=lambda: evidence.template_of(kind),
            file_name=f"{kind}.xlsx",
            on_click="ignore",
        )
