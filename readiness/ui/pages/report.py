"""Report: what leaves the product, with its assumptions and versions (screens 3.8)."""

import streamlit as st

from readiness.domain.result import Result
from readiness.report.gap_workbook import held_sheets, sheets_of
from readiness.report.numerals import percent, two
from readiness.ui import html, links
from readiness.ui.band import band, chosen
from readiness.ui.cached import workbench
from readiness.ui.downloads import folder_button, gap_report_button, result_json_button
from readiness.ui.offline import offline
from readiness.ui.report_back import report_back
from readiness.ui.weights import shares, stored
from readiness.ui.xray_list import xray_list
from readiness.workspace.earlier_rounds import predecessor
from readiness.workspace.reports import report_views, sensitivity_line, sheet_text
from readiness.workspace.results import State
from readiness.workspace.results import result as load_result
from readiness.workspace.rounds import seal_words


def draw() -> None:
    """The page."""
    now = chosen()
    if now is None:
        return
    assessment, here = now
    result = load_result(workbench(), assessment)
    band(here)
    st.title("Report", anchor=False)
    left, right = st.columns([1.5, 1], gap="large")
    with left:
        xray_list(assessment, here, result)
        _workbook(assessment, held_sheets(result.operating_model))
    with right:
        _other_ways(assessment)
        _assumptions(assessment, here, result)
    report_back(assessment, here, result)
    offline(assessment, here)
    st.html(html.paragraph(here.questionnaire.texts.disclaimer))


def _workbook(assessment: str, held: tuple[str, ...]) -> None:
    st.header("Gap report", anchor=False)
    st.html(
        html.paragraph(
            "One Excel workbook. Its formulas are live: changing a weight, a cut point or a rating "
            "there recomputes levels, verdict, priorities and ranks.",
            "",
        )
    )
    offered = {view.id: view for view in report_views(workbench(), assessment)}
    chosen_view = st.selectbox(
        "For whom", list(offered), format_func=lambda id: offered[id].name, key="report_view"
    )
    st.caption(offered[chosen_view].says)
    gap_report_button(assessment, chosen_view)
    follows = predecessor(workbench(), assessment) is not None
    rows = [
        [html.bold(sheet), html.text(sheet_text(sheet, offered[chosen_view]))]
        for sheet in sheets_of(offered[chosen_view], follows, held)
    ]
    st.html(html.table(["Sheet", "What it says"], rows))


def _other_ways(assessment: str) -> None:
    st.header("Other ways out", anchor=False)
    folder_button(assessment)
    result_json_button(assessment)
    pages = [
        html.link(name, links.address(name.lower(), assessment)) for name in ("Result", "Gaps")
    ]
    said = html.join(
        [
            html.text("To print, open "),
            html.join(pages, " or "),
            html.text(" and print from the browser, A4 landscape: buttons and menus stay away."),
        ]
    )
    st.html(html.tag("p", said, "rd-small"))


def _assumptions(assessment: str, here: State, result: Result) -> None:
    said, content = here.assessment, here.questionnaire
    stamp, window = result.questionnaire, result.window
    horizon = "launch" if said.settings.horizon == "launch" else "the next stage"
    weights = shares(stored(said, content))
    logs = "no log measured"
    if window is not None:
        batches = "" if window.batches is None else f", {window.batches} batches started"
        logs = f"{window.from_:%d %b %Y} to {window.to:%d %b %Y}{batches}"
    rows = {
        "Form": said.form,
        "As of": f"{said.as_of:%d %b %Y}",
        "Window": logs,
        "Weights P\u00a0·\u00a0R\u00a0·\u00a0L": f"{weights} %",
        "Gaps to": horizon,
        "Index": f"{two(result.index)} ({two(result.index_low)} to {two(result.index_high)})",
        "Coverage": percent(result.coverage),
        "Gates on proof": percent(result.evidence_coverage),
        "Ratings changed": str(len(said.overrides)),
        "Content": f"{stamp.id} {stamp.version}",
        "Content hash": stamp.sha256[:16],
        "Engine": result.engine_version,
        "Inputs hash": result.inputs_sha256,
        "Frozen": seal_words(workbench(), assessment) or "no",
    }
    st.header("Assumptions and versions", anchor=False)
    cells = [
        [html.text(name), html.tag("span", html.text(text), "rd-break")]
        for name, text in rows.items()
    ]
    st.html(html.table(["What", "As used"], cells))
    st.html(html.paragraph(sensitivity_line(workbench(), assessment)))
    st.html(html.tag("p", links.how(assessment, "limits", "limits of the figures"), "rd-small"))


draw()
