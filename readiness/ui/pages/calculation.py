"""How it is calculated: generated from the content, with an anchor for each number's *how*."""

import streamlit as st

from readiness.domain.questionnaire import Questionnaire
from readiness.report.explained import METRIC_HEAD, metric_rows, parts
from readiness.report.part import Part
from readiness.ui import html, state
from readiness.ui.band import band
from readiness.ui.cached import workbench
from readiness.workspace.assessments import DEFAULT_QUESTIONNAIRE


def draw() -> None:
    """The page; it needs no assessment."""
    now = state.current()
    if now is not None:
        band(now[1])
    content = now[1].questionnaire if now else workbench().questionnaire(DEFAULT_QUESTIONNAIRE)
    st.title("How it is calculated", anchor=False)
    st.html(
        html.paragraph(
            f"{content.title}, version {content.version}. Every figure below is what the product "
            "computes with; thresholds are expert judgement unless marked otherwise."
        )
    )
    sections = parts(content)
    titles = [(part.anchor, part.title) for part in sections] + [("metrics", "Every metric")]
    links = [html.link(title, f"#{anchor}") for anchor, title in titles]
    st.html(html.tag("p", html.join(links, " · ")))
    for part in sections:
        _section(part)
    _metrics(content)


def _section(part: Part) -> None:
    st.header(part.title, anchor=part.anchor)
    lines = [html.tag("p", html.text(line)) for line in part.lines]
    rows = [[html.text(cell) for cell in row] for row in part.rows]
    table = [html.table(part.head, rows)] if rows else []
    st.html(html.tag("div", html.join([*lines, *table]), "rd-method"))


@st.fragment
def _metrics(content: Questionnaire) -> None:
    """The metrics of one stream at a time: definitions, cut points, basis, pitfalls."""
    st.header("Every metric", anchor="metrics")
    names = {s.id: s.name for s in content.streams}
    chosen = st.segmented_control(
        "Stream",
        list(names),
        default=content.streams[0].id,
        key="metrics_of",
        required=True,
        wrap=True,
        label_visibility="collapsed",
        format_func=lambda s: names[s],
    )
    rows = [
        [html.bold(name), *(html.text(cell) for cell in rest)]
        for name, *rest in metric_rows(content, str(chosen))
    ]
    st.html(html.table(METRIC_HEAD, rows, "rd-metrics rd-small"))


draw()
