"""What the sites and products of a portfolio lack together, and what is overdue among them."""

import streamlit as st

from readiness.domain.portfolio import CommonGap, OverdueItem, Portfolio
from readiness.domain.questionnaire import Questionnaire
from readiness.report.portfolio_figures import WORST, common_gaps_figure
from readiness.report.portfolio_words import about, gaps_in_words
from readiness.ui import html, links
from readiness.ui.html import Html
from readiness.ui.picture import picture
from readiness.ui.turned import turned

AT_ONCE = 20
NAMED = 4
PAGES = {"gap": "gaps", "finding": "result", "drill action": "gaps", "request": "requests"}


def gaps_in_common(shown: Portfolio, _: Questionnaire) -> None:
    """The gaps that most have, with which assessments have them."""
    if not shown.gaps:
        st.write("No gap is known in any of them.")
        return
    st.header("Gaps that most have in common", anchor=False)
    words = gaps_in_words(shown.gaps, len(shown.lines))
    st.write(words)
    picture(
        common_gaps_figure(shown.gaps),
        f"The {min(WORST, len(shown.gaps))} gaps that most assessments have. {words}",
        "portfolio_gaps",
    )
    titles = {line.id: line.title for line in shown.lines}
    rows = [_gap(gap, titles) for gap in turned(shown.gaps, "portfolio_gaps", AT_ONCE)]
    heads = ["Capability", "Gap in", "Act now in", "Levels missing", "Which"]
    st.html(html.table(heads, rows, "rd-compact"))
    st.html(
        html.paragraph(
            "Each to the horizon that is set in its assessment. First what most have; of equal "
            "ones what more have to act on now, then what lacks more levels."
        )
    )


def overdue_list(shown: Portfolio, content: Questionnaire) -> None:
    """What should have been done by now: of gaps, findings, drills and evidence asked for."""
    if not shown.overdue:
        st.write(
            "Nothing is overdue. Who sees to a gap by when is said in the gap report, or in the "
            "notes and requests of an assessment."
        )
        return
    st.header(f"{len(shown.overdue):,} overdue on {shown.today:%d %b %Y}", anchor=False)
    rows = [_late(item, content) for item in turned(shown.overdue, "portfolio_late", AT_ONCE)]
    heads = ["Was due", "Days late", "What", "Who", "Site or product"]
    st.html(html.table(heads, rows, "rd-compact"))


def _gap(gap: CommonGap, titles: dict[str, str]) -> list[Html]:
    some = [
        links.workings(id, gap.capability, titles[id], "gaps") for id in gap.assessments[:NAMED]
    ]
    which = html.join(some, ", ")
    if gap.count > NAMED:
        which = html.join([which, html.text(f" and {gap.count - NAMED:,} more")])
    return [
        html.text(f"{gap.capability} {gap.name}"),
        html.tag("span", html.text(f"{gap.count:,} of {gap.known:,} known"), "rd-nowrap"),
        html.number(gap.bands.get("act now", 0)),
        html.number(gap.levels),
        which,
    ]


def _late(item: OverdueItem, content: Questionnaire) -> list[Html]:
    return [
        html.tag("span", html.text(f"{item.due.due:%d %b %Y}"), "rd-nowrap"),
        html.number(item.days),
        html.text(about(item, content)),
        html.text(item.due.who or "nobody named"),
        html.link(item.title, links.address(PAGES[item.due.kind], item.assessment)),
    ]
