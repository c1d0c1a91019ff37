"""The x-ray before the report: errors, warnings, hints, each with the place to mend it."""

import streamlit as st

from readiness.domain.result import Result
from readiness.report.numerals import series
from readiness.ui import html, links
from readiness.ui.html import Html
from readiness.workspace.mending import SEVERITIES, Mend, Severity, mends
from readiness.workspace.results import State

SIGNS: dict[Severity, str] = {"error": "✗ error", "warning": "▲ warning", "hint": "○ hint"}
PLACES = {
    "questions": "Questions",
    "evidence": "Evidence",
    "profile": "Profile and people",
    "gaps": "Gaps",
    "drill": "Drill",
    "stress": "Stress test",
}
FIRST = 5
"""Rows in sight; the rest opens."""


def xray_list(assessment: str, here: State, result: Result) -> None:
    """Draw what does not fit together, the gravest first."""
    found = mends(result, here.questionnaire, here.assessment)
    st.header("Before it leaves: what does not fit", anchor=False)
    if not found:
        st.html(html.paragraph("✓ Nothing found: answers, profile and records fit together.", ""))
        return
    counts = [_counted(found, severity) for severity in SEVERITIES]
    said = f"{series([c for c in counts if c])}. The report can be built all the same."
    st.html(html.paragraph(said, "rd-small"))
    kinds: dict[tuple[Severity, str], list[Mend]] = {}
    for mend in found:
        kinds.setdefault((mend.severity, mend.name), []).append(mend)
    rows = [_row(assessment, alike) for alike in kinds.values()]
    st.html(html.folded(["How grave", "What", "Mend it at"], rows, FIRST))


def _counted(found: list[Mend], severity: Severity) -> str:
    count = sum(mend.severity == severity for mend in found)
    return f"{count} {severity}{'' if count == 1 else 's'}" if count else ""


def _row(assessment: str, alike: list[Mend]) -> list[Html]:
    """One kind of finding: a single one in full, several behind their number."""
    first = alike[0]
    look = "rd-no rd-nowrap" if first.severity == "error" else "rd-nowrap"
    sign = html.tag("span", html.text(SIGNS[first.severity]), look)
    name = html.bold(f"{first.name}.")
    if len(alike) == 1:
        said = html.join([name, html.text(first.text)], " ")
        return [sign, said, _place(assessment, first)]
    each = [html.join([_place(assessment, m), html.text(m.text)], " ") for m in alike]
    summary = html.tag("summary", html.join([name, html.text(f" {len(alike)}, one by one")]))
    listed = html.join(html.tag("p", one) for one in each)
    said = html.tag("details", html.join([summary, listed]), "rd-small")
    places = list(dict.fromkeys(m.place for m in alike))
    whole = [html.link(PLACES[p], links.address(p, assessment)) for p in places]
    return [sign, said, html.join(whole, ", ")]


def _place(assessment: str, mend: Mend) -> Html:
    asked = mend.place == "questions" and mend.capability
    to = links.address(mend.place, assessment, mend.capability if asked else "")
    return html.link(mend.capability if asked else PLACES[mend.place], to)
