"""The signs of one sheet with their addresses: what the map shows, for reading and searching."""

import streamlit as st

from readiness.domain.scan import CellFinding, WorkbookScan
from readiness.report.numerals import plural
from readiness.report.scan_figure import placed
from readiness.report.scan_signs import OTHER, rank_of, sign_of
from readiness.store import StoredFile
from readiness.ui import html, state
from readiness.ui.downloads import download
from readiness.workspace.listing import addresses_csv

MOST_REASONS = 8
HEADS = ("Sign", "Where", "Cells", "Why it matters")


def addresses(assessment: str, file: StoredFile, scan: WorkbookScan, sheet: str) -> None:
    """Draw the list of a sheet, then what concerns it and the file as a whole."""
    here = placed(scan.findings, sheet)
    whole = [f for f in scan.findings if f.sheet in (sheet, None) and f not in here]
    count = len(here) + len(whole)
    st.header(f"{count} signs on {state.plain(sheet)}, with their addresses", anchor=False)
    download(
        f"All {len(scan.findings)} of the file (.csv)",
        assessment,
        "addresses.csv",
        lambda: addresses_csv(scan),
        what="Signs of a workbook",
        key=f"addresses_{file.id}",
    )
    if here:
        caption = f"The {plural(len(here), 'mark')} of the map, in its order of signs"
        st.html(html.table(HEADS, _lines(here), "rd-compact", caption))
    if whole:
        caption = "Of the sheet and of the file as a whole"
        st.html(html.table(HEADS, _lines(whole), "rd-compact", caption))


def _lines(findings: list[CellFinding]) -> list[list[html.Html]]:
    """One line for those of one kind with one reason; of many reasons one stands for all."""
    kinds: dict[str, dict[str, list[CellFinding]]] = {}
    for finding in sorted(findings, key=lambda f: rank_of(f.kind)):
        kinds.setdefault(finding.kind, {}).setdefault(finding.text, []).append(finding)
    lines = []
    for reasons in kinds.values():
        if len(reasons) > MOST_REASONS:
            together = [finding for group in reasons.values() for finding in group]
            lines.append(_line(together, f"{len(reasons)} reasons, each in the .csv. The first: "))
        else:
            lines += [_line(group) for group in reasons.values()]
    return lines


def _line(alike: list[CellFinding], before: str = "") -> list[html.Html]:
    sign = sign_of(alike[0].kind)
    words = sign.words if sign is not OTHER else alike[0].kind.replace("_", " ")
    where = [f.address or ("the sheet" if f.sheet else "the file") for f in alike]
    glyph = html.tag("span", html.text(sign.glyph), "rd-sign", aria_hidden="true")
    return [
        html.join([glyph, html.text(words)], " "),
        html.bold(", ".join(where)),
        html.number(sum(f.count for f in alike)),
        html.text(before + alike[0].text),
    ]
