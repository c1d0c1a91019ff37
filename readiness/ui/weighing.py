"""What hangs on the weights, for every gap (screens 3.5): opened on demand below the ranking."""

from collections.abc import Sequence
from fractions import Fraction

import streamlit as st

from readiness.domain.gaps import Gap
from readiness.domain.questionnaire import Questionnaire
from readiness.roadmap.weighing import (
    Percents,
    Turn,
    Weights,
    acceptability,
    turns,
    weights_that_put_first,
)
from readiness.ui import html
from readiness.ui.weights import RATINGS, View, shares

HEADS = ("Gap", "1st", "2nd", "3rd", "4th", "5th", "6th to 10th", "Later", "First by number under")


def weighing(assessment: str, gaps: Sequence[Gap], content: Questionnaire, view: View) -> None:
    """Closed until somebody asks: it takes a moment."""
    opened = st.expander(
        "What hangs on the weights",
        type="compact",
        key=f"weighing_{assessment}",
        on_change="rerun",
    )
    if not opened.open:
        return
    total = sum(view.weights.values())
    now: Weights = {rating: Fraction(value, total) for rating, value in view.weights.items()}
    first = content.priority.robust_first
    with opened:
        st.html(html.paragraph(f"What changes the first {first}, from {shares(view.weights)} %:"))
        _turns(gaps, now, first)
        rows = _rows(gaps, content, now)
        st.html(html.folded(HEADS, rows, 12, "How often each gap takes each rank", "rd-compact"))
        st.html(
            html.paragraph(
                f"Shares of {content.priority.draws:,} weightings of patient impact, regulatory "
                "risk and reversibility, by the number alone. Last column: the weights nearest to "
                "those in use that put the gap first by its number. Type them in to try them."
            )
        )


def _turns(gaps: Sequence[Gap], now: Weights, first: int) -> None:
    found = turns(gaps, now, first)
    if not found:
        st.html(html.paragraph("No weight of one rating alone changes them.", "rd-small"))
        return
    items = [html.tag("li", html.text(_told(turn, now))) for turn in found]
    st.html(html.tag("ul", html.join(items), "rd-small"))


def _told(turn: Turn, now: Weights) -> str:
    name = RATINGS[turn.rating].split(" (")[0]
    way = "up to" if turn.percent > 100 * now[turn.rating] else "down to"
    return f"{name} {way} {turn.percent} %: {', '.join(turn.came)} in, {', '.join(turn.went)} out."


def _rows(gaps: Sequence[Gap], content: Questionnaire, now: Weights) -> list[list[html.Html]]:
    ranks = acceptability(gaps, content.priority)
    tops = weights_that_put_first(gaps, now)
    rows = []
    for gap in gaps:
        taken = ranks[gap.capability]
        figures = [*taken[:5], *[0.0] * (5 - len(taken[:5])), sum(taken[5:10]), sum(taken[10:])]
        rule = [html.tag("small", html.text("fixed by rule"))] if gap.act_now else []
        rows.append(
            [
                html.join([html.bold(gap.capability), *rule], " "),
                *(html.number(_share(figure)) for figure in figures),
                html.text(_weights(tops[gap.capability])),
            ]
        )
    return rows


def _share(figure: float) -> str:
    if figure == 0:
        return "–"
    return "< 1 %" if figure < 0.005 else f"{100 * figure:.0f} %"


def _weights(found: Percents | None) -> str:
    return "no weights" if found is None else f"{' · '.join(map(str, found))} %"
