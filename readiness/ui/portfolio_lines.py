"""Where each site and product of a portfolio stands, and how it moved from round to round."""

from collections.abc import Sequence

import streamlit as st

from readiness.domain.portfolio import Portfolio, PortfolioLine
from readiness.domain.questionnaire import Questionnaire
from readiness.report.numerals import percent, two
from readiness.report.portfolio_figures import ROUNDS, heat_map, rounds_figure
from readiness.report.portfolio_words import heat_in_words, moved, rounds_in_words
from readiness.report.sentences import capitalised
from readiness.ui import html, links
from readiness.ui.html import Html
from readiness.ui.picture import picture
from readiness.ui.turned import turned
from readiness.workspace.overview import about

AT_ONCE = 20
HEADS = (
    "Site or product",
    "Level and verdict",
    "Index",
    "Since the round before",
    "Fit for the stage",
    "Act now",
    "Overdue",
)


def standing(shown: Portfolio, content: Questionnaire) -> None:
    """The heat map of one page of lines, and below it the same lines in words and figures."""
    lines = turned(shown.lines, "portfolio", AT_ONCE)
    st.header("Scores by dimension", anchor=False)
    words = heat_in_words(lines, content)
    picture(
        heat_map(lines, shown.dimensions),
        f"Scores of {len(lines)} sites and products by dimension. {words}",
        "portfolio_heat",
    )
    said = " · ".join(f"{id} {name}" for id, name in shown.dimensions.items())
    st.html(html.paragraph(f"1 to 5, the colours of the levels; ? is not known. {said}."))
    late = {item.assessment: 0 for item in shown.overdue}
    for item in shown.overdue:
        late[item.assessment] += 1
    rows = [_row(line, late.get(line.id, 0), content) for line in lines]
    st.html(html.table(HEADS, rows, "rd-compact"))
    with st.expander("The scores as a table", type="compact"):
        st.html(_scores(lines, shown))


def rounds(shown: Portfolio, _: Questionnaire) -> None:
    """The index over time, what fell most first; a line a site or product with several rounds."""
    several = sorted(
        (line for line in shown.lines if len(line.rounds) > 1), key=lambda line: line.moved or 0
    )
    if not several:
        st.write(
            "No assessment here has an earlier round. To begin the next one, choose *Copy as the "
            "next round…* under *More…* on the page Assessments."
        )
        return
    st.header("From round to round", anchor=False)
    words = rounds_in_words(several)
    st.write(words)
    picture(rounds_figure(several), f"Maturity index by round. {words}", "portfolio_rounds")
    if len(several) > ROUNDS:
        st.html(html.paragraph(f"Drawn are the {ROUNDS} that fell most or rose least."))
    rows = [
        [
            _name(line),
            html.text(" → ".join("?" if r.level is None else str(r.level) for r in line.rounds)),
            html.text(" → ".join(two(r.index) for r in line.rounds)),
            html.text(moved(line)),
            html.link("what moved, and why", links.address("rounds", line.id)),
        ]
        for line in turned(several, "portfolio_rounds", AT_ONCE)
    ]
    heads = ["Site or product", "Level by round", "Index by round", "Since the round before", ""]
    st.html(html.table(heads, rows, "rd-compact"))


def left_out(shown: Portfolio) -> None:
    """Assessments of which there is nothing to say yet, or that cannot be opened."""
    if not shown.left_out:
        return
    label = f"Not in these figures ({len(shown.left_out):,})"
    opened = st.expander(label, type="compact", key="portfolio_left_out", on_change="rerun")
    if opened.open:
        with opened:
            rows = [
                [html.text(one.title), html.text(one.why)]
                for one in turned(shown.left_out, "portfolio_left", AT_ONCE)
            ]
            st.html(html.table(["Assessment", "Why"], rows, "rd-compact"))


def _row(line: PortfolioLine, late: int, content: Questionnaire) -> list[Html]:
    said = html.join(
        [html.level_badge(line.level), html.text(capitalised(line.outline.verdict))], " "
    )
    return [
        _name(line, content),
        said,
        html.number(two(line.outline.index)),
        html.tag("span", html.text(moved(line)), "rd-nowrap"),
        html.number(percent(line.outline.fit)),
        html.number(line.act_now),
        html.number(late),
    ]


def _name(line: PortfolioLine, content: Questionnaire | None = None) -> Html:
    to = html.link(line.title, links.address("result", line.id))
    if content is None:
        return to
    form = " · short form" if line.form == "short" else ""
    said = html.tag("span", html.text(f"{about(line, content)}{form}"), "rd-fine")
    return html.join([to, Html("<br>"), said])


def _scores(lines: Sequence[PortfolioLine], shown: Portfolio) -> Html:
    rows = [
        [_name(line), *(html.text(two(line.outline.dimensions.get(id))) for id in shown.dimensions)]
        for line in lines
    ]
    return html.table(["Site or product", *shown.dimensions], rows, "rd-compact")
