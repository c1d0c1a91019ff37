"""Result: what we are, why, and what would lift it (screens 3.4)."""

import streamlit as st

from readiness.domain.questionnaire import Questionnaire
from readiness.domain.result import Result
from readiness.report.remarks import agreement, records_missing, short_form, single_source
from readiness.ui import html, links
from readiness.ui.band import band, chosen
from readiness.ui.cached import workbench
from readiness.ui.downloads import gap_report_button
from readiness.ui.drills import drills_and_flags
from readiness.ui.finding_list import all_findings, contradictions
from readiness.ui.html import Html
from readiness.ui.lens_list import day_one, legs
from readiness.ui.needs import behind_the_three, needs_table, three_questions
from readiness.ui.say_show import say_show
from readiness.ui.streams import behind_the_streams, streams
from readiness.ui.verdict import index_workings, scale, standing, telling, verdict
from readiness.workspace.drill_plan import replays
from readiness.workspace.earlier_rounds import predecessor
from readiness.workspace.results import State
from readiness.workspace.results import result as load_result


def draw() -> None:
    """The page."""
    now = chosen()
    if now is None:
        return
    assessment, here = now
    result = load_result(workbench(), assessment)
    content = here.questionnaire
    band(here, _counts(here, result))
    left, right = st.columns([3.2, 1], gap="large")
    head = [verdict(assessment, result, content), telling(assessment, result, content)]
    left.html(html.join([*head, _since(assessment)]))
    with right:
        gap_report_button(assessment)
        st.html(standing(result))
    st.html(scale(result, content))
    index_workings(assessment, result, content)
    left, right = st.columns([1.6, 1], gap="large")
    with left:
        needs_table(assessment, result, content)
    with right:
        three_questions(assessment, here, result)
    behind_the_three(assessment, here, result)
    drills_and_flags(assessment, result, content, replays(here.assessment))
    _together(assessment, result, content)
    left, right = st.columns([1.9, 1], gap="large")
    with right:
        streams(assessment, result, content)
        contradictions(assessment, result, content)
    with left:
        say_show(assessment, here, result)
        _records_missing(assessment, result)
        for said in (single_source(result), agreement(result), short_form(result, content)):
            if said:
                st.html(html.paragraph(said))
    behind_the_streams(assessment, result, content)
    all_findings(assessment, result, content)
    _foot(result)


def _together(assessment: str, result: Result, content: Questionnaire) -> None:
    """What to weigh early, and the three legs, between two lines."""
    st.divider()
    left, right = st.columns([1.6, 1], gap="large")
    with left:
        day_one(assessment, result, content)
    with right:
        legs(result, content)
    st.divider()


def _counts(here: State, result: Result) -> Html:
    """What stands behind the page, at the right of the band."""
    answers = sum(r.is_complete for r in here.assessment.responses)
    kinds = len({file.kind for file in result.files})
    held = sum(d.latest for d in result.drills)
    said = f"✓ answers {answers} · kinds of log {kinds} · drills {held}"
    return html.tag("span", html.text(said), "rd-ok rd-small")


def _since(assessment: str) -> Html:
    """The way to what moved, where the round before is known."""
    if predecessor(workbench(), assessment) is None:
        return Html("")
    way = html.link("What moved since the round before", links.address("rounds", assessment))
    return html.tag("p", way, "rd-small")


def _records_missing(assessment: str, result: Result) -> None:
    said = records_missing(result)
    if not said:
        return
    ids = html.join([links.workings(assessment, id) for id in result.records_missing], ", ")
    parts = [html.text(said + " ("), ids, html.text(") ")]
    parts.append(html.link("Go to Evidence", links.address("evidence", assessment)))
    st.html(html.tag("p", html.join(parts), "rd-small"))


def _foot(result: Result) -> None:
    """Which content judged what, so that any figure can be made again."""
    st.divider()
    stamp = result.questionnaire
    st.html(
        html.paragraph(
            f"Content {stamp.id} {stamp.version} · as of {result.as_of:%d %b %Y} · "
            f"engine {result.engine_version} · inputs {result.inputs_sha256[:16]}"
        )
    )


draw()
