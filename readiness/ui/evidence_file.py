"""A file on record: what it is, its columns, what was left out, what it measures (screens 3.3)."""

import streamlit as st

from readiness.domain.result import Result
from readiness.evidence.mapping import FileMapping
from readiness.report.numerals import plural
from readiness.store import StoredFile
from readiness.ui import html, state
from readiness.ui.cached import workbench
from readiness.ui.drafts import COLUMNS, MEASURED, PROBLEMS, WHAT, kinds
from readiness.ui.evidence_complete import completeness
from readiness.ui.evidence_list import look_at_overview
from readiness.ui.evidence_measured import measured
from readiness.ui.evidence_scan import scan_view
from readiness.ui.evidence_twin import offer
from readiness.workspace import evidence, intake
from readiness.workspace.measuring import evidence_of
from readiness.workspace.results import State


def file_view(assessment: str, now: State, result: Result, file: StoredFile) -> None:
    """Draw the file at the step that is looked at."""
    title, act = st.columns([4, 1], vertical_alignment="bottom")
    title.header(state.plain(file.name), anchor=False)
    if act.button("Delete…", key=f"remove_{file.id}", width="stretch", disabled=state.is_sealed()):
        ask_to_remove(assessment, file.id, file.name)
    offer(assessment, file)
    scan = intake.scan_of(file)
    if scan is not None:
        scan_view(assessment, now, result, file, scan)
        return
    out = len(intake.left_out(file))
    labels = {
        WHAT: "1 What it is ✓",
        COLUMNS: "2 Columns ✓",
        PROBLEMS: f"3 Left out ({out})",
        MEASURED: "4 Measurements",
    }
    if st.session_state.get(state.STEP) not in labels:
        st.session_state[state.STEP] = MEASURED
    step = st.segmented_control(
        "Step",
        list(labels),
        key=state.STEP,
        format_func=lambda s: labels[s],
        required=True,
        width="stretch",
        label_visibility="collapsed",
    )
    if step == WHAT:
        _what(assessment, file)
    elif step == COLUMNS:
        _columns(assessment, file)
    elif step == PROBLEMS:
        _left_out(file)
        st.button("On to the measurements", type="primary", key=f"on_{file.id}", on_click=_onward)
    else:
        _overlaps(assessment, now, file)
        completeness(assessment, now, file.kind)
        measured(assessment, now, result, evidence.metrics_from(now.questionnaire, file.kind))


def _onward() -> None:
    st.session_state[state.STEP] = MEASURED


def _what(assessment: str, file: StoredFile) -> None:
    entry, mapping = intake.register_entry(file), intake.mapping_of(file)
    days = f"{entry.first} to {entry.last}" if entry.first and entry.last else "no dates"
    rows = [
        ("Kind", kinds(assessment)[file.kind].name),
        ("Sheet", _sheets(mapping) if mapping.sheets else file.sheet or "the only one"),
        ("Heading row", mapping.header_row),
        ("Records", entry.rows),
        ("From, to", days),
        ("Added", f"{file.added_at:%d %b %Y, %H:%M} UTC by {file.added_by}"),
        ("SHA-256 of the file", file.sha256),
    ]
    cells = [[html.bold(name), html.text(value)] for name, value in rows]
    st.html(html.table(["What", "Is"], cells, "rd-compact"))
    st.caption("The file itself is not kept: a coded table is, without names and free text.")


def _sheets(mapping: FileMapping) -> str:
    names = (mapping.sheet or "", *mapping.sheets)
    return f"{len(names)} sheets that belong together: {', '.join(names)}"


def _columns(assessment: str, file: StoredFile) -> None:
    mapping, fields = intake.mapping_of(file), kinds(assessment)[file.kind].fields
    rows = [
        [
            html.bold(spec.label),
            html.text(mapping.columns.get(name, "not in this file")),
            html.text(mapping.date_format_of(name) or "" if spec.look == "date" else ""),
        ]
        for name, spec in fields.items()
    ]
    st.html(html.table(["Field", "Column of the file", "Dates written as"], rows, "rd-compact"))
    words = [
        [html.text(fields[name].label), html.bold(word), html.text(_meaning(meant))]
        for name, known in mapping.values.items()
        for word, meant in known.items()
    ]
    if words:
        heads = ["Field", "Word of the file", "Counts as"]
        st.html(html.table(heads, words, "rd-compact", "Words that a person mapped"))
    st.caption("To map a column otherwise, drop the file again and change it there.")


def _meaning(meant: str | None) -> str:
    return "not given" if meant is None else meant.replace("_", " ")


def _left_out(file: StoredFile) -> None:
    groups: dict[tuple[str, str | None], list[int]] = {}
    for ref in intake.left_out(file):
        groups.setdefault((ref.note, ref.sheet), []).append(ref.row)
    rows = [
        [
            html.text(reason),
            html.text(sheet or "—"),
            html.number(len(found)),
            html.text(_some(found)),
        ]
        for (reason, sheet), found in groups.items()
    ]
    if rows:
        st.html(html.table(["Left out because", "Sheet", "Rows", "Which"], rows, "rd-compact"))
    else:
        st.write("Every row below the heading is a record; none was left out.")
    said = intake.notes(file)
    if said:
        things = plural(len(said), "thing")
        st.header(f"{things[:1].upper()}{things[1:]} worth knowing", anchor=False)
        st.caption("It stops nothing." if len(said) == 1 else "They stop nothing.")
        st.html(html.tag("ul", html.join(html.tag("li", html.text(note)) for note in said)))


def _overlaps(assessment: str, now: State, file: StoredFile) -> None:
    """Records that this file shares with another one."""
    here = (file.name, file.sheet)
    found = evidence_of(workbench(), assessment, now.loaded, now.questionnaire)
    for overlap in found.overlaps:
        if overlap.kind == file.kind and here in (
            (overlap.file, overlap.sheet),
            (overlap.newer, overlap.newer_sheet),
        ):
            said = html.join([html.bold("In two files: "), html.text(f"{overlap.text}.")])
            st.html(html.tag("p", said, "rd-small"))


def _some(rows: list[int]) -> str:
    first = ", ".join(str(row) for row in rows[:12])
    return first + (" …" if len(rows) > 12 else "")


@st.dialog("Delete this file?")
def ask_to_remove(assessment: str, file: str, name: str) -> None:
    """Say what falls away, then ask once."""
    st.write(f"**{state.plain(name)}** goes with its table; the history keeps its name and hash.")
    said = evidence.loss(workbench(), assessment, file).text
    st.write(state.plain(said[:1].upper() + said[1:]))
    yes, no = st.columns(2)
    if yes.button(
        "Delete it",
        key="remove_yes",
        width="stretch",
        on_click=_remove,
        args=(assessment, file, name),
    ):
        st.rerun()
    if no.button("Keep it", key="remove_no", width="stretch", type="primary"):
        st.rerun()


def _remove(assessment: str, file: str, name: str) -> None:
    evidence.remove(workbench(), assessment, file)
    look_at_overview(f"{name} was deleted, with its table.")
