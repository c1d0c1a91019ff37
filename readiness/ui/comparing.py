"""Compare: every voice on a question side by side, from low to high (screens 3.2, picture 2b)."""

from typing import get_args

import streamlit as st

from readiness.domain.questionnaire import Questionnaire
from readiness.domain.result import AnswerWorking, CapabilityResult, Result
from readiness.report.numerals import number, plural
from readiness.report.sentences import capitalised
from readiness.report.voices import meaning, seniority, standing
from readiness.report.workings import BASES, said, who
from readiness.ui import html, links, state
from readiness.ui.cached import workbench
from readiness.ui.calibrating import calibrating
from readiness.ui.consensus import consensus
from readiness.ui.html import Html
from readiness.ui.manner import mode_switch
from readiness.ui.navigation import page
from readiness.ui.switch import switch
from readiness.workspace.comparing import (
    Comparison,
    Show,
    Spread,
    compare,
    heard_once,
    low_to_high,
)
from readiness.workspace.results import State
from readiness.workspace.results import standing as stand

SHOWS: tuple[Show, ...] = get_args(Show)
HEADS = ("Who", "Said", "Basis", "Backs up to", "In their words")


def comparing(assessment: str, here: State) -> None:
    """Draw the answers side by side, or the calibration of two raters."""
    left, parts = st.columns([1, 2.3], gap="medium")
    with left:
        mode_switch()
    with parts:
        part = switch("What to compare", ["Answers", "Calibration"], state.COMPARE_PART)
    if part == "Calibration":
        calibrating(assessment, here)
    else:
        _answers(assessment, here)


def _answers(assessment: str, here: State) -> None:
    content = here.questionnaire
    result = stand(workbench(), assessment, here)
    compared = compare(result, content)
    if compared.people < 2:
        _empty(compared)
        return
    left, column = st.columns([1, 2.3], gap="medium")
    with left, st.container(key="voices_list", gap="small"):
        capability = _questions(assessment, compared, result, content)
    with column, st.container(key="voices", gap="small"):
        shown = next(c for c in result.capabilities if c.id == capability)
        _voices(shown, result, content)
        consensus(assessment, here, shown)


def _empty(compared: Comparison) -> None:
    who_answered = "One person has" if compared.people else "Nobody has"
    st.header("Several voices", anchor=False)
    st.info(f"{who_answered} answered so far. Compare needs two.")
    st.page_link(page("profile"), label="Add somebody under Profile and people")


def _questions(
    assessment: str, compared: Comparison, result: Result, content: Questionnaire
) -> str:
    far = len(compared.shown("apart"))
    st.header(
        f"{capitalised(plural(far, 'question'))} with answers {_limit(compared)} levels apart",
        anchor=False,
    )
    st.html(_about(compared, result, content))
    show = _show(compared)
    found = compared.shown(show)
    capability = _chosen(found)
    if found:
        _list(found, capability, content)
    else:
        st.html(html.paragraph("No answers lie so far apart."))
    once = heard_once(result, content)
    if once:
        ids = html.join([links.question(assessment, id) for id in once], ", ")
        lead = html.text(f"Gates heard from one function only ({len(once)}): ")
        more = html.text(". Ask a second one the same question.")
        summary = html.tag("summary", html.text(f"{len(once)} gates heard from one function only"))
        rest = html.tag("p", html.join([lead, ids, more]))
        st.html(html.tag("details", html.join([summary, rest]), "rd-small"))
    return capability


def _limit(compared: Comparison) -> str:
    return f"{number(compared.limit)} or more"


def _about(compared: Comparison, result: Result, content: Questionnaire) -> Html:
    agreed = result.agreement
    lead = f"{compared.people} people · {compared.answers} answers · agreement "
    parts = [html.text(f"{lead}(Krippendorff’s α, ordinal) ")]
    if agreed.alpha is None:
        parts.append(html.text(f"not shown: {agreed.reason}."))
    else:
        parts += [html.bold(f"{agreed.alpha:.2f}"), html.text(f", n = {agreed.n}: ")]
        parts.append(html.text(meaning(agreed, content) + "."))
    lines = [html.tag("p", html.join(parts), "rd-small")]
    pattern = seniority(result)
    if pattern:
        lines.append(html.tag("p", html.text(pattern), "rd-small"))
    return html.join(lines)


def _show(compared: Comparison) -> Show:
    names = {
        "apart": f"{capitalised(_limit(compared))} levels apart ({len(compared.shown('apart'))})",
        "several": f"Two or more voices ({len(compared.shown('several'))})",
        "all": f"All {len(compared.shown('all'))} questions",
    }
    chosen: Show = st.selectbox(
        "Questions to compare",
        SHOWS,
        key=state.COMPARED,
        persist_state="session",
        label_visibility="collapsed",
        format_func=lambda show: names[show],
    )
    return chosen


def _chosen(found: tuple[Spread, ...]) -> str:
    """The question of the address where it can be compared, else the first of the list."""
    looked_at = state.current_capability()
    if looked_at in {spread.id for spread in found} or (looked_at and not found):
        return str(looked_at)
    first = found[0].id if found else ""
    state.look_at(first)
    return first


def _list(found: tuple[Spread, ...], capability: str, content: Questionnaire) -> None:
    spreads = {spread.id: spread for spread in found}
    key = state.following("voices", capability, f"_{len(found)}")
    with st.container(key="rail_voices"):
        st.radio(
            "Questions",
            list(spreads),
            key=key,
            width="stretch",
            label_visibility="collapsed",
            format_func=lambda id: _label(spreads[id], content),
            on_change=_look_at,
            args=(key,),
        )


def _label(spread: Spread, content: Questionnaire) -> str:
    between = "" if spread.low is None else f"{spread.low}"
    if spread.low != spread.high:
        between = f"{spread.low}–{spread.high}"
    name = state.plain(content.capabilities[spread.id].name)
    return f"**{spread.id}** {between or '?'} {name}"


def _look_at(key: str) -> None:
    chosen = st.session_state.get(key)
    if chosen and state.is_shown("voices", key):
        state.look_at(chosen)


def _voices(shown: CapabilityResult, result: Result, content: Questionnaire) -> None:
    capability = content.capabilities[shown.id]
    tags = [html.tag("span", html.text(shown.id), "rd-tag")]
    if capability.gate:
        tags.append(html.tag("span", html.text("Gate: bounds the overall level"), "rd-tag rd-gate"))
    tags.append(html.tag("span", html.text(capability.name), "rd-quiet"))
    st.html(html.join(tags, " "))
    st.header(state.plain(capability.question), anchor=False)
    if not shown.answers:
        st.html(html.paragraph("Nobody has answered this question yet."))
        return
    rows = [_row(answer, content) for answer in low_to_high(shown.answers)]
    st.html(html.table(HEADS, rows, "rd-voices"))
    said_so = [f.text for f in result.findings if f.capability == shown.id]
    tops = {rule.id for rule in content.xray if rule.check == "executive_above_floor"}
    top = [f.text for f in result.findings if f.kind in tops and f.text in said_so]
    parts = [html.sentence(standing(shown, content)), *(html.text(t) for t in top)]
    st.html(html.tag("p", html.join(parts, " "), "rd-lead"))


def _row(answer: AnswerWorking, content: Questionnaire) -> list[Html]:
    lead, _, rank = who(answer, content).partition(", ")
    code = f"{answer.respondent} · {rank}" if rank else answer.respondent
    person = html.join([html.text(lead), html.tag("small", html.text(code))])
    if answer.level is None:
        level = html.text(said(answer))
    else:
        level = html.join([html.dots(answer.level), html.level_badge(answer.level)], " ")
        if answer.said == "unknown":
            level = html.join([level, html.tag("small", html.text("does not know"))])
    return [
        person,
        level,
        html.text(BASES[answer.basis] if answer.level is not None else "—"),
        html.level_badge(answer.backs) if answer.backs is not None else html.text("—"),
        html.text(answer.note or answer.reason or "—"),
    ]
