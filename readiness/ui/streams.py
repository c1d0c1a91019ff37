"""The four streams of evidence: index bars, and the metrics behind them (screens 3.4)."""

import streamlit as st

from readiness.domain.metric import Stream
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.result import Result
from readiness.report.numerals import whole
from readiness.report.workings import stream_arithmetic
from readiness.ui import html, links
from readiness.ui.html import Html
from readiness.ui.measured import measurement_table, rows_behind


def streams(assessment: str, result: Result, content: Questionnaire) -> None:
    """Four bars from 0 stable to 100 survival."""
    st.header("Four streams of evidence", anchor=False)
    rows = [_bar(stream, result, content) for stream in content.streams]
    ends = Html("<span>0 stable</span><span>50</span><span>100 survival</span>")
    how = links.how(assessment, "streams", "stream indices")
    said = html.join([html.text("Mean level of the metrics used, turned into 0 to 100."), how], " ")
    foot = [html.tag("div", ends, "rd-stream-ends"), html.tag("p", said, "rd-small rd-quiet")]
    st.html(html.join([*rows, *foot]))


def behind_the_streams(assessment: str, result: Result, content: Questionnaire) -> None:
    """The metrics of one stream with value, interval, level and rows; drawn when opened."""
    opened = st.expander(
        "The metrics behind the four streams", type="compact", key="streams_open", on_change="rerun"
    )
    if opened.open:
        with opened:
            _behind(assessment, result, content)


def _bar(stream: Stream, result: Result, content: Questionnaire) -> Html:
    detail = result.index_details[stream.index]
    used = f"{len(detail.used)} of {detail.of} metrics"
    if detail.surcharge:
        used += f" · +{content.records.identifiable_surcharge} patient data"
    if detail.value is None:
        label = html.join([html.text(stream.index_name), html.bold("–")], " ")
        drawn = html.tag("div", html.text(detail.reason), "rd-track rd-none")
    else:
        value = float(detail.value)
        low = float(detail.low if detail.low is not None else value)
        high = float(detail.high if detail.high is not None else value)
        level = max(1, min(5, int(5 - 4 * value / 100)))
        label = html.join([html.text(stream.index_name), html.bold(whole(value))], " ")
        parts = (
            f'<i class="rd-l{level}" style="width:{value:.1f}%"></i>'
            f'<b class="rd-whisker" style="left:{low:.1f}%;width:{high - low:.1f}%"></b>'
        )
        said = f"{stream.index_name} {whole(value)} of 100, between {whole(low)} and {whole(high)}"
        drawn = html.tag("div", Html(parts), "rd-track", role="img", aria_label=said)
    name = html.tag("div", html.join([label, html.tag("small", html.text(used))]), "rd-stream-name")
    return html.tag("div", html.join([name, drawn]), "rd-stream")


def _behind(assessment: str, result: Result, content: Questionnaire) -> None:
    names = {s.id: s.name for s in content.streams}
    chosen = st.segmented_control(
        "Stream",
        list(names),
        default=content.streams[0].id,
        key=f"stream_{assessment}",
        required=True,
        wrap=True,
        label_visibility="collapsed",
        format_func=lambda s: names[s],
    )
    stream = next(s for s in content.streams if s.id == chosen)
    st.html(html.paragraph(stream_arithmetic(stream, result, content), "rd-small"))
    mine = {m.id for m in content.metrics if m.stream == chosen} | set(stream.index_metrics)
    measured = [m for m in result.measurements if m.metric in mine]
    if not measured:
        st.html(html.paragraph("No log of this stream is there yet: add one on the page Evidence."))
        return
    st.html(measurement_table(measured, content))
    rows_behind(measured, content, f"stream_{chosen}", assessment)
