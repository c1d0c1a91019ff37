"""Contradictions and every other finding, each opened to its rows (screens 3.4)."""

import streamlit as st

from readiness.domain.questionnaire import Questionnaire
from readiness.domain.result import Finding, Result
from readiness.report.numerals import number
from readiness.report.remarks import contradiction, finding_name
from readiness.report.sentences import capitalised
from readiness.ui import html, links, state
from readiness.ui.measured import rows_table

FIRST = 5
"""Contradictions with an expander of their own; the rest stands in the list of all."""


def contradictions(assessment: str, result: Result, content: Questionnaire) -> None:
    """Where people and records disagree by two levels or more, down to file, sheet and row."""
    found = [f for f in result.findings if f.kind == "contradiction"]
    noun = "contradiction" if len(found) == 1 else "contradictions"
    st.header(f"{capitalised(number(len(found)))} {noun}", anchor=False)
    if not found:
        st.html(html.paragraph("No claim stands two levels or more above what the records show."))
    for finding in found[:FIRST]:
        label = contradiction(finding, result, content)
        opened = st.expander(
            f"**{finding.capability}** · {state.plain(label)}",
            key=f"contradiction_{finding.capability}",
            on_change="rerun",
        )
        if opened.open:
            with opened:
                _rows(assessment, finding)


def all_findings(assessment: str, result: Result, content: Questionnaire) -> None:
    """All findings by kind, drawn when opened."""
    count = len(result.findings)
    if not count:
        return
    opened = st.expander(
        f"All findings ({count})", type="compact", key="findings_open", on_change="rerun"
    )
    if not opened.open:
        return
    kinds = list(dict.fromkeys(f.kind for f in result.findings))
    sizes = {kind: sum(f.kind == kind for f in result.findings) for kind in kinds}
    with opened:
        chosen = st.selectbox(
            "Kind",
            kinds,
            key=f"kind_{assessment}",
            format_func=lambda k: f"{finding_name(k, content)} ({sizes[k]})",
        )
        mine = [f for f in result.findings if f.kind == chosen]
        rows = [
            [
                links.workings(assessment, f.capability) if f.capability else html.text("—"),
                html.text(f.text),
                html.text(f"{len(f.evidence)} rows" if f.evidence else "—"),
            ]
            for f in mine
        ]
        st.html(html.table(["Capability", "Finding", "Evidence"], rows))
        for finding in mine:
            if finding.evidence and finding.kind != "contradiction":
                rows_table(finding.evidence, finding.text)


def _rows(assessment: str, finding: Finding) -> None:
    down = links.workings(assessment, finding.capability or "", "open the capability")
    st.html(html.tag("p", html.join([html.text(finding.text + " "), down]), "rd-small"))
    if finding.evidence:
        rows_table(finding.evidence, f"The {len(finding.evidence)} rows that show it")
    else:
        st.html(html.paragraph("From figures typed in, without single rows."))
