"""A scheduling workbook looked at from inside: map, measures, addresses (screens 3.3, 3a)."""

from collections import Counter

import streamlit as st

from readiness.domain.measurement import Measurement
from readiness.domain.result import Result
from readiness.domain.scan import WorkbookScan
from readiness.domain.versions import WorkbookFamily
from readiness.report.numerals import counted_from, number, plural, with_unit
from readiness.report.scan_figure import MOST_STILL, in_words, placed, scan_map
from readiness.store import StoredFile
from readiness.ui import html, state
from readiness.ui.cached import workbench
from readiness.ui.evidence_addresses import addresses
from readiness.ui.evidence_twin import is_held
from readiness.ui.evidence_versions import versions_part
from readiness.ui.picture import picture
from readiness.workspace import evidence, intake
from readiness.workspace.measuring import evidence_of
from readiness.workspace.results import State
from readiness.workspace.versions import family_of

STATES = {"hidden": "hidden", "very_hidden": "very hidden"}


def scan_view(
    assessment: str, now: State, result: Result, file: StoredFile, scan: WorkbookScan
) -> None:
    """Draw the summary, the map of the chosen sheet, the measures, versions and addresses."""
    stream = next(
        m.stream
        for m in now.questionnaire.metrics
        if m.id in _census(now) or m.needs == ("workbook",)
    )
    mine = [
        m for m in result.measurements if now.questionnaire.metric_by_id[m.metric].stream == stream
    ]
    seen = evidence_of(workbench(), assessment, now.loaded, now.questionnaire)
    family = family_of(seen, scan.sha256)
    st.html(html.tag("p", _summary(family, scan, mine), "rd-lead"))
    if not scan.formulas_readable:
        _values_only()
    left, right = st.columns([1.9, 1], gap="medium")
    with left:
        sheet = _sheets(file, scan)
        _map(file, scan, sheet)
    with right:
        lines = [_measure(m, now) for m in mine]
        st.html(html.table(["Measure", "Found", "Level"], lines, "rd-compact"))
        _remarks(mine)
        _patients(scan)
        has_bookings = any(f.kind == "bookings" for f in evidence.kept(workbench(), assessment))
        if not has_bookings and not is_held(file):
            st.caption(
                "Does one of these sheets hold the bookings? Drop the same file once more, say "
                "that it is a list of bookings, and choose that sheet: conflicts and rebookings "
                "need it."
            )
    versions_part(assessment, file, family)
    addresses(assessment, file, scan, sheet)


def _values_only() -> None:
    st.info(
        "This format is read by its values: people, double bookings, codes and open items. "
        "**Save the workbook as .xlsx** and drop that file to see formulas, too."
    )


def _map(file: StoredFile, scan: WorkbookScan, sheet: str) -> None:
    for found in (one for one in scan.sheets if one.name == sheet):
        figure = scan_map(found, scan.findings)
        alt = in_words(scan.findings, found.name)
        picture(figure, alt=alt, key=f"map_{file.id}")
        if found.rows > MOST_STILL:
            st.caption("Draw a box over rows to see them closer; double-click to come back.")


def _census(now: State) -> set[str]:
    return set(evidence.metrics_from(now.questionnaire, intake.WORKBOOK))


def _summary(
    family: WorkbookFamily | None, scan: WorkbookScan, mine: list[Measurement]
) -> html.Html:
    hidden = Counter(str(sheet.state) for sheet in scan.sheets)
    states = ", ".join(f"{hidden[s]} {word}" for s, word in STATES.items() if hidden[s])
    said = f"A scheduling workbook: {plural(len(scan.sheets), 'sheet')}"
    said += f" ({states})" if states else ""
    copies = _copies(family, scan)
    said += f", {copies} found beside it. " if copies else ". "
    known = [m for m in mine if m.usable]
    worst = sum(m.level == 1 for m in known)
    parts = [html.text(said)]
    if known:
        count = number(worst) if worst else "none"
        are = "is" if worst < 2 else "are"
        said = f"{count[:1].upper()}{count[1:]} of {plural(len(known), 'measure')}"
        parts.append(html.bold(f"{said} {are} at level 1. "))
    parts.append(html.text("Cell contents were not stored: only type, address and count."))
    return html.join(parts)


def _copies(family: WorkbookFamily | None, scan: WorkbookScan) -> str:
    """The other versions of the workbook, in words."""
    files = [v.sha256 for v in family.versions] if family else [scan.sha256]
    older, newer = files.index(scan.sha256), len(files) - files.index(scan.sha256) - 1
    said = [plural(older, "older copy", "older copies")] if older else []
    said += [plural(newer, "newer copy", "newer copies")] if newer else []
    return " and ".join(said)


def _sheets(file: StoredFile, scan: WorkbookScan) -> str:
    counts = {s.name: len(placed(scan.findings, s.name)) for s in scan.sheets}
    busy = [name for name, count in counts.items() if count] or [scan.sheets[0].name]
    clean = [name for name in counts if name not in busy]
    chosen = st.segmented_control(
        "Sheet",
        [*busy, *clean],
        key=f"sheet_{file.id}",
        default=busy[0],
        required=True,
        wrap=True,
        label_visibility="collapsed",
        format_func=lambda name: state.plain(f"{name} ({counts[name]})"),
    )
    return str(chosen)


def _measure(one: Measurement, now: State) -> list[html.Html]:
    metric = now.questionnaire.metric_by_id[one.metric]
    name = html.join([html.bold(metric.id), html.text(metric.name)], " ")
    if one.value is None and one.level is None:
        return [name, html.text(one.reason or "not measured"), html.level_badge(None)]
    if metric.interval == "ordinal" or one.value is None:
        found = "by what the file shows"
    else:
        # Copies over families of workbooks: more of the first than of the second is no share.
        is_share = (one.events or 0) <= (one.trials or one.exposure or 0)
        parts = (with_unit(one.value, metric), counted_from(one) if is_share else "")
        found = " · ".join(part for part in parts if part)
    return [name, html.text(found), html.level_badge(one.level if one.usable else None)]


def _remarks(mine: list[Measurement]) -> None:
    for one in mine:
        if one.remark:
            st.caption(state.plain(f"{one.metric}: {one.remark}."))


def _patients(scan: WorkbookScan) -> None:
    found = [f for f in scan.findings if f.kind == "identifiable"]
    if not found:
        return
    sheets = dict.fromkeys(f.sheet for f in found if f.sheet)
    where = f" on {', '.join(sheets)}" if sheets else ""
    count = sum(f.count for f in found)
    st.html(
        html.tag(
            "div",
            html.join(
                [
                    html.bold(
                        f"▲ {plural(count, 'place')[:1].upper()}{plural(count, 'place')[1:]}"
                    ),
                    html.bold(f"{where} may identify somebody. "),
                    html.text(
                        "Reported, never stored. Ask the owner to code them before the file "
                        "travels again."
                    ),
                ]
            ),
            "rd-warn",
        )
    )
