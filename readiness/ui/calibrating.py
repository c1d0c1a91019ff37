"""Calibration: two raters, each alone; then what they gave side by side (domain 10.1)."""

import streamlit as st

from readiness.domain.calibrating import Rater
from readiness.domain.scale import Level
from readiness.report.numerals import plural
from readiness.ui import fields, html, state
from readiness.ui.cached import workbench
from readiness.ui.consensus import consensus
from readiness.workspace.calibrating import (
    RATERS,
    Calibration,
    begin_again,
    calibration,
    outcome,
    rate,
)
from readiness.workspace.results import State, standing

LEVELS: tuple[Level, ...] = (1, 2, 3, 4, 5)
NAMES: dict[Rater, str] = {"first": "First rater", "second": "Second rater"}


def calibrating(assessment: str, here: State) -> None:
    """Draw the ratings of one rater, or of both once both are done."""
    found = calibration(here.assessment, here.questionnaire)
    st.header("Do two raters read the descriptions alike?", anchor=False)
    count = plural(len(found.questions), "question")
    st.html(
        html.paragraph(
            f"Two raters score the same {count}, each alone, after seeing the same files. Neither "
            "sees the other's ratings before both are done; the last one closes them. None counts "
            "in the result.",
            "rd-intro",
        )
    )
    fields.trouble()
    if found.is_open:
        _side_by_side(assessment, here, found)
    elif found.questions:
        _alone(assessment, found)


def _alone(assessment: str, found: Calibration) -> None:
    left, right = st.columns([1, 2.3], gap="medium")
    with left:
        rater: Rater | None = st.segmented_control(
            "Who rates now?", RATERS, key=state.RATER, format_func=lambda r: NAMES[r], wrap=True
        )
        of = len(found.questions)
        said = " · ".join(f"{NAMES[r]} {found.done(r)} of {of}" for r in RATERS)
        st.html(html.paragraph(said, "rd-small"))
        if rater is None:
            st.info("Say first who rates: until then nothing is shown.")
            return
        if found.is_done(rater):
            other = next(r for r in RATERS if r != rater)
            st.success(
                f"Done, and closed. Hand over to the {NAMES[other].lower()}: what both gave "
                "appears once both are done."
            )
            return
        chosen = _question(found, rater)
    with right:
        _rating(assessment, found, chosen, rater)


def _question(found: Calibration, rater: Rater) -> str:
    """The questions with a tick at those that this rater has scored."""
    mine = found.given[rater]
    names = {q.id: f"{'✓ ' if q.id in mine else ''}{q.id} {q.name}" for q in found.questions}
    looked_at = st.session_state.get(state.RATED)
    first = next((id for id in names if id not in mine), next(iter(names)))
    chosen = looked_at if looked_at in names else first
    st.session_state[state.RATED] = chosen
    key = state.following("rated", chosen, f"_{rater}_{len(mine)}")
    with st.container(key="rail_rated"):
        st.radio(
            "Questions to rate",
            list(names),
            key=key,
            label_visibility="collapsed",
            format_func=lambda id: state.plain(names[id]),
            on_change=_look_at,
            args=(key,),
        )
    return str(chosen)


def _look_at(key: str) -> None:
    if state.is_shown("rated", key):
        st.session_state[state.RATED] = st.session_state.get(key)


def _rating(assessment: str, found: Calibration, chosen: str, rater: Rater) -> None:
    question = next(q for q in found.questions if q.id == chosen)
    st.header(state.plain(question.question), anchor=False)
    st.html(html.join([html.bold("Ask to see"), html.text(question.evidence)], " "))
    role = f"rate_{rater}_{chosen}"
    given = found.given[rater].get(chosen)
    key = state.following(role, given)
    with st.container(key="rating"):
        st.radio(
            f"Which describes it? {chosen}",
            LEVELS,
            index=None if given is None else LEVELS.index(given),
            key=key,
            format_func=lambda n: f"**{n}**  {state.plain(question.anchors[n - 1])}",
            label_visibility="collapsed",
            disabled=state.is_sealed(),
            on_change=_rate,
            args=(assessment, chosen, rater, role, key),
        )
    open_ = [q.id for q in found.questions if q.id not in found.given[rater] and q.id != chosen]
    st.button(
        "Next to rate",
        shortcut="j",
        disabled=given is None or not open_,
        on_click=_turn,
        args=(open_[0] if open_ else chosen,),
    )


def _turn(question: str) -> None:
    st.session_state[state.RATED] = question


def _rate(assessment: str, chosen: str, rater: Rater, role: str, key: str) -> None:
    level = st.session_state.get(key)
    if level is not None and state.is_shown(role, key):
        fields.doing(rate, workbench(), assessment, chosen, rater, level)()


def _side_by_side(assessment: str, here: State, found: Calibration) -> None:
    content = here.questionnaire
    st.html(html.tag("p", html.bold(outcome(found, content)), "rd-box"))
    left, right = st.columns([1.3, 1], gap="large")
    rows = [
        [
            html.join([html.bold(id), html.text(content.capabilities[id].name)], " "),
            html.level_badge(first),
            html.level_badge(second),
            html.text("the same" if first == second else plural(abs(first - second), "level")),
        ]
        for id, first, second in found.pairs
    ]
    left.html(html.table(["Question", NAMES["first"], NAMES["second"], "Apart"], rows))
    with left:
        st.button(
            "Begin again",
            disabled=state.is_sealed(),
            help="Takes all ratings away; the history keeps that they were given.",
            on_click=fields.doing(begin_again, workbench(), assessment),
        )
    with right:
        st.html(html.paragraph("Take a rating over: as a consensus it counts in the result.", ""))
        ids = [id for id, _, _ in found.pairs]
        id = st.selectbox("Question to take over", ids, key="calibration_over")
        result = standing(workbench(), assessment, here)
        shown = next(c for c in result.capabilities if c.id == id)
        consensus(assessment, here, shown, needs_answers=False)
