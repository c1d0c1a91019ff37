"""The left column of Evidence: what came, what is missing, and the other ways in (screens 3.3)."""

import streamlit as st

from readiness.report.numerals import plural
from readiness.store import StoredFile
from readiness.ui import html, state
from readiness.ui.cached import workbench
from readiness.ui.drafts import Draft, drafts, kinds, take_uploads, uploader_key
from readiness.workspace import evidence, intake
from readiness.workspace.lacking import Lack

TYPES = ["xlsx", "xlsm", "xlsb", "xls", "ods", "csv", "tsv"]
TALLY = "tally"
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
        key=uploader_key(assessment),
        help=HELP,
        max_upload_size=workbench().settings.max_file_mb,
    )
    take_uploads(assessment, uploads)
    _files(assessment, there)
    if missing:
        _missing(assessment, missing)
    if st.button("Type in a tally instead", icon=":material/edit_note:", type="tertiary"):
        st.session_state[state.EVIDENCE] = TALLY
        st.rerun()
    _template(assessment)


def _files(assessment: str, there: list[StoredFile]) -> None:
    lines = {id: _draft_line(draft) for id, draft in drafts(assessment).items()}
    names = kinds(assessment)
    lines |= {file.id: _file_line(file, names[file.kind].name) for file in there}
    if not lines:
        return
    chosen = st.session_state.get(state.EVIDENCE)
    if chosen not in lines and chosen != TALLY:
        chosen = st.session_state[state.EVIDENCE] = next(iter(lines))
    options = list(lines)
    key = f"files_{assessment[:8]}"
    st.session_state[key] = chosen if chosen in lines else None
    with st.container(key="rail_files"):
        st.radio(
            "Files",
            options,
            key=key,
            width="stretch",
            label_visibility="collapsed",
            format_func=lambda id: lines[id][0],
            captions=[lines[id][1] for id in options],
            on_change=_choose,
            args=(key,),
        )


def _choose(key: str) -> None:
    st.session_state[state.EVIDENCE] = st.session_state[key]
    st.session_state.pop(state.STEP, None)


def _draft_line(draft: Draft) -> tuple[str, str]:
    if draft.problems:
        return (
            f"✗ **{state.plain(draft.name)}**",
            f"{plural(len(draft.problems), 'problem')}, not stored",
        )
    return f"◐ **{state.plain(draft.name)}**", "columns to confirm, not stored yet"


def _file_line(file: StoredFile, kind: str) -> tuple[str, str]:
    scan = intake.scan_of(file)
    rows = intake.register_entry(file).rows
    said = f"scanned · {len(scan.findings)} findings" if scan else f"ready · {rows} rows"
    return f"✓ **{state.plain(file.name)}**", state.plain(f"{kind.capitalize()} · {said}")


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
