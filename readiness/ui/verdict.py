"""The head of the Result page: verdict, reason, scale (screens 3.4)."""

from collections.abc import Sequence

import streamlit as st

from readiness.domain.questionnaire import Questionnaire
from readiness.domain.result import Result
from readiness.report.numerals import percent, two, whole
from readiness.report.remarks import without_proof
from readiness.report.sentences import (
    asked,
    capitalised,
    telling_questions,
    verdict_reason,
)
from readiness.report.workings import dimension_arithmetic, index_arithmetic
from readiness.ui import html, links
from readiness.ui.html import Html

ROOM = 62
"""Percent of the axis beyond which the words find no room beside the whisker."""


def verdict(assessment: str, result: Result, content: Questionnaire) -> Html:
    """Verdict in large letters with its level badge, and the sentence of reasons."""
    badge = html.level_badge(result.level)
    beside = html.text("")
    if result.provisional:
        badge = html.tag("span", html.text(f"{result.level} ?"), "rd-badge rd-unknown")
        beside = html.tag("span", html.text("provisional"), "rd-tag")
    title = html.join([html.text(capitalised(result.verdict)), badge, beside], " ")
    reason = html.sentence(verdict_reason(result, content))
    how = links.how(assessment, "level", "overall level and verdict")
    return html.join(
        [
            html.paragraph("Verdict"),
            html.tag("h1", title, "rd-verdict"),
            html.tag("p", html.join([reason, how], " "), "rd-reason"),
        ]
    )


def telling(assessment: str, result: Result, content: Questionnaire) -> Html:
    """Which open questions would tell most, each a link; empty where enough is known."""
    ids = telling_questions(result, content)
    if not result.provisional or not ids:
        return Html("")
    known = sum(c.final is not None for c in asked(result))
    shown = html.join([links.question(assessment, id) for id in ids], " · ")
    lead = f"{known} of {len(asked(result))} known (do not know counts as not known). "
    tell = "This question" if len(ids) == 1 else f"These {len(ids)} questions"
    said = html.join([html.text(lead), html.bold(f"{tell} would tell most: "), shown])
    return html.tag("p", said, "rd-box")


def standing(result: Result) -> Html:
    """Coverage, proof and the bounds of the level, in small print."""
    bounds = f"bounds of level: {result.level_low} to {result.level_high}"
    if result.level_low == result.level_high:
        bounds = f"bounds of level: {result.level_low}"
    parts = [
        html.text("Coverage "),
        html.bold(percent(result.coverage)),
        html.text(" of questions · "),
        html.bold(percent(result.evidence_coverage)),
        html.text(f" of gates backed by a document or record · {bounds}"),
    ]
    return html.tag("p", html.join(parts), "rd-small rd-quiet")


def scale(result: Result, content: Questionnaire) -> Html:
    """The index on its axis: five fields, a diamond, a whisker; as text where nothing is known."""
    ends = [0.0, *(25 * (float(s.index) - 1) for s in content.verdict.steps), 100.0]
    fields = [
        html.tag(
            "span",
            html.join([html.bold(level.level), html.text(" " + level.short.lower())]),
            f"rd-field rd-l{level.level}",
            style=f"width:{ends[n + 1] - ends[n]:.3f}%",
        )
        for n, level in enumerate(content.scale)
    ]
    ticks = "".join(
        f'<span style="left:{tick}%">{label}</span>'
        for tick, label in zip(
            (0, 25, 50, 75, 100),
            ("0 clinical survival", "25", "50", "75", "100 commercial at scale"),
            strict=True,
        )
    )
    return html.tag(
        "div",
        html.join(
            [
                _mark(result),
                html.tag("div", html.join(fields), "rd-fields"),
                html.tag("div", Html(ticks), "rd-ticks"),
            ]
        ),
        "rd-index",
        role="img",
        aria_label=_index_text(result),
    )


def _index_text(result: Result) -> str:
    if result.index is None or result.axis is None:
        return "Index not known: no question is answered yet"
    return (
        f"Index {two(result.index)} ({two(result.index_low)} to {two(result.index_high)})"
        f" · position {whole(result.axis)} of 100"
    )


def _mark(result: Result) -> Html:
    if result.index is None or result.index_low is None or result.index_high is None:
        return html.tag("div", html.tag("span", html.text(_index_text(result))), "rd-mark")
    here, low, high = (
        25 * (float(value) - 1) for value in (result.index, result.index_low, result.index_high)
    )
    side, look = f"left:calc({high:.2f}% + 14px)", "rd-mark"
    if high >= ROOM:
        side = f"right:calc({100 - low:.2f}% + 14px)"
        if 100 - low >= ROOM:
            side, look = "left:0", "rd-mark rd-mark-two"
    first, _, rest = _index_text(result).partition(" (")
    said = html.join([html.bold(first), html.text("  (" + rest)])
    drawn = (
        f'<i class="rd-whisker" style="left:{low:.2f}%;width:{high - low:.2f}%"></i>'
        f'<i class="rd-diamond" style="left:{here:.2f}%"></i>'
        f'<span style="{side}">{said}</span>'
    )
    return html.tag("div", Html(drawn), look)


def index_workings(assessment: str, result: Result, content: Questionnaire) -> None:
    """How the index comes about: every dimension with its sum, drawn when opened."""
    opened = st.expander(
        "How this index comes about", type="compact", key="index_open", on_change="rerun"
    )
    if not opened.open:
        return
    names = {d.id: d.name for d in content.dimensions}
    rows = [
        [
            html.text(names[d.id]),
            html.text(dimension_arithmetic(d, result)),
            html.text(f"{two(d.low)} to {two(d.high)}"),
            html.text(f"{d.known} of {d.applicable}"),
        ]
        for d in result.dimensions
    ]
    with opened:
        st.html(html.table(["Dimension", "Mean of final levels", "Could lie", "Known"], rows))
        how = links.how(assessment, "index", "maturity index")
        said = html.text(index_arithmetic(result))
        st.html(html.tag("p", html.join([said, how], " "), "rd-small"))
        told = without_proof(result, content)
        _listed(f"Not known ({len(result.not_assessed)}): ", assessment, result.not_assessed)
        _listed(f"Gates that rest on statements alone ({len(told)}): ", assessment, told)


def _listed(lead: str, assessment: str, ids: Sequence[str]) -> None:
    if ids:
        shown = html.join([links.question(assessment, id) for id in ids], " · ")
        st.html(html.tag("p", html.join([html.text(lead), shown]), "rd-small"))
