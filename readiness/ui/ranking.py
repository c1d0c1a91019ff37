"""The ranked gaps and the second list, as tables with bars in the cells (screens 3.5, right)."""

from collections.abc import Mapping, Sequence

from readiness.domain.gaps import Gap
from readiness.domain.questionnaire import Questionnaire
from readiness.report.numerals import one
from readiness.ui import html, links
from readiness.ui.html import Html

HEADS = ("#", "Gap", "Now → target", "P", "R", "L", "Priority", "Band", "Other weights")
FIRST = 12
WIDEST = 50.0
"""A bar of this priority fills its cell, unless a longer one is there."""
SIGNS = {"act now": "●", "next": "◐", "plan": "○", "watch": "·"}


def ranking(
    assessment: str,
    gaps: Sequence[Gap],
    content: Questionnaire,
    shipped_ranks: Mapping[str, int],
    shown: int,
) -> Html:
    """One row a gap, most urgent first; a dotted rule parts rules from numbers.

    ``shipped_ranks``: rank under the content's weights, for the arrows; empty: no arrows.
    """
    most = max([WIDEST, *(float(gap.priority) for gap in gaps)])
    drawn = gaps[:shown]
    rows = [_row(assessment, gap, content, shipped_ranks, most) for gap in drawn]
    last_by_rule = sum(gap.act_now for gap in gaps) - 1
    classes = ["rd-rule" if n == last_by_rule else "" for n in range(len(drawn))]
    return html.table(HEADS, rows, "rd-ranking", row_classes=classes)


def _row(
    assessment: str,
    gap: Gap,
    content: Questionnaire,
    shipped_ranks: Mapping[str, int],
    most: float,
) -> list[Html]:
    name = content.capabilities[gap.capability].name
    look = "rd-" + gap.band.replace(" ", "-")
    priority = html.join(
        [html.bar(float(gap.priority), most, look), html.number(one(gap.priority))]
    )
    return [
        html.join([html.bold(gap.rank), _moved(gap, shipped_ranks)]),
        html.join([links.workings(assessment, gap.capability, page="gaps"), html.text(name)], " "),
        html.tag(
            "span",
            html.join(
                [html.level_badge(gap.final), html.text("→"), html.level_badge(gap.target)], " "
            ),
            "rd-nowrap",
        ),
        *(_rating(gap, rating) for rating in ("P", "R", "L")),
        html.tag("span", priority, "rd-priority"),
        _band(gap),
        html.text(other_weights(gap)),
    ]


def _moved(gap: Gap, shipped_ranks: Mapping[str, int]) -> Html:
    before = shipped_ranks.get(gap.capability)
    if before is None or before == gap.rank:
        return html.text("")
    up = gap.rank < before
    sign = f" ▲{before - gap.rank}" if up else f" ▼{gap.rank - before}"
    words = f"{abs(gap.rank - before)} places {'up' if up else 'down'} against the shipped weights"
    return html.tag("span", html.text(sign), "rd-moved", title_=words)


def _rating(gap: Gap, rating: str) -> Html:
    used = gap.ratings[rating]
    if used.value == used.content:
        return html.text(used.value)
    words = f"content says {used.content}: {used.override_reason}"
    return html.tag("span", html.text(f"{used.value}*"), "rd-moved", title_=words)


def _band(gap: Gap) -> Html:
    shown = html.text(f"{SIGNS[gap.band]} {gap.band[:1].upper()}{gap.band[1:]}")
    rule = [html.tag("small", html.text("by rule"))] if gap.act_now else []
    return html.tag("span", html.join([shown, *rule]), "rd-band-name")


def other_weights(gap: Gap) -> str:
    """What 10,000 other weightings say of a rank: a label, or its interval."""
    if gap.robust is not None:
        return gap.robust
    if gap.rank_low is None or gap.rank_high is None:
        return "—"
    if gap.rank_low == gap.rank_high:
        return f"always {gap.rank_low}"
    return f"{gap.rank_low} to {gap.rank_high}"


def with_stability(gaps: Sequence[Gap], known: Sequence[Gap]) -> tuple[Gap, ...]:
    """Gaps ranked anew with the stability computed before, which no slider changes."""
    before = {gap.capability: gap for gap in known}
    fields = ("robust", "rank_low", "rank_high", "in_first_5", "in_first_10", "mean_rank")
    return tuple(
        gap.model_copy(update={f: getattr(before[gap.capability], f) for f in fields})
        if gap.capability in before
        else gap
        for gap in gaps
    )


def not_assessed(assessment: str, ids: Sequence[str], content: Questionnaire) -> Html:
    """The second list: no rank, no band, one link each."""
    rows = [
        [
            html.level_badge(None),
            html.join([html.bold(id), html.text(content.capabilities[id].name)], " "),
            links.question(assessment, id, "Answer it"),
        ]
        for id in ids
    ]
    return html.folded(["Level", "Capability", "What to do"], rows, FIRST)
