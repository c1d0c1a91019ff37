"""The rows of the facilitator: what is asked for, a button for each answer, the stamp."""

from itertools import pairwise

import streamlit as st

from readiness.domain.drill_run import DrillStamp
from readiness.stress.hour import Row, block_points, minutes_seconds
from readiness.ui import fields, html, state
from readiness.ui.cached import workbench
from readiness.ui.drill_clock import countdown, within
from readiness.ui.drill_log import decision_log
from readiness.ui.html import Html
from readiness.workspace.drilling import Hour, hour, stamp
from readiness.workspace.results import state as load_state

WIDTHS = (3.5, 2.7, 1.9)
WIDE = (2.8, 3.5, 1.5)
"""Where a row may have four buttons."""


@st.fragment
def rows(assessment: str, run: str) -> None:
    """The chosen block and the decision log; reads what is stored, a stamp reruns this alone."""
    now = load_state(workbench(), assessment)
    there = hour(now.assessment, now.questionnaire.drills, run)
    block = _steps(there)
    mine = [row for row in there.rows if row.block == block]
    got = block_points(there.rows, there.stamps)[block]
    most = next(b.points for b in there.rules.blocks if b.id == block)
    still = sum(row.id not in there.stamps for row in mine)
    counted = html.tag("strong", html.text(f"{got} of {most} · {still} open"), "rd-nowrap")
    lead = html.tag("span", html.text(_how(there, block)))
    st.html(html.tag("div", html.join([lead, counted]), "rd-drill-lead"))
    fields.trouble()
    for row in mine:
        _row(assessment, there, row)
    decision_log(assessment, there)


def _steps(there: Hour) -> str:
    """The blocks with their points so far; the one that is looked at."""
    got = block_points(there.rows, there.stamps)
    names = {b.id: f"{b.id} {b.name} {got[b.id]}/{b.points}" for b in there.rules.blocks}
    chosen = st.session_state.get(state.DRILL_BLOCK)
    key = state.following("drill_block_at", chosen if chosen in names else there.rules.timed_block)

    def turn() -> None:
        st.session_state[state.DRILL_BLOCK] = st.session_state.get(key)

    chosen = st.segmented_control(
        "Block",
        list(names),
        key=key,
        required=True,
        wrap=True,
        width="stretch",
        label_visibility="collapsed",
        format_func=names.__getitem__,
        on_change=turn,
    )
    return str(chosen or there.rules.timed_block)


def _how(there: Hour, block: str) -> str:
    """What the buttons of a block give."""
    rules = there.rules
    if block == rules.timed_block:
        return (
            "Click when the room answers: the time is taken for you. Right in time "
            f"{rules.right_in_time}, late {rules.right_late}, partial {rules.partial}, wrong 0. A "
            "second click takes it back."
        )
    if block == rules.decision_block:
        said = [f"{c.name} {c.points}: {c.text}" for c in rules.decision_choices if c.points]
        return "; ".join(said) + "."
    return "Click when it happens. A second click on the same button takes it back."


def _row(assessment: str, there: Hour, row: Row) -> None:
    stamped = there.stamps.get(row.id)
    with st.container(key=f"drillrow_{row.id}"):
        widths = WIDTHS if row.block == there.rules.timed_block else WIDE
        what, answer, when = st.columns(widths, gap="small", vertical_alignment="center")
        what.html(_what(row))
        with answer:
            _buttons(assessment, there.run.id, row, stamped)
        when.html(stamp_words(row, stamped) if stamped else open_words(row))


def _what(row: Row) -> Html:
    small = " · ".join(filter(None, [row.owner, f"by {row.due}:00" if row.due else ""]))
    parts = [html.bold(row.number), html.text(row.text)]
    parts += [html.tag("small", html.text(line)) for line in (small, row.help) if line]
    return html.tag("p", html.join(parts), "rd-drill-row")


def _buttons(assessment: str, run: str, row: Row, stamped: DrillStamp | None) -> None:
    role = f"drill_{run}_{row.id}"
    key = state.following(role, stamped.answer if stamped else None)
    names = {c.id: c.name for c in row.choices}

    def save(answer: str | None) -> object:
        return stamp(workbench(), assessment, run, row.id, answer)

    st.segmented_control(
        state.plain(row.text),
        list(names),
        key=key,
        wrap=True,
        label_visibility="collapsed",
        format_func=names.__getitem__,
        on_change=fields.saving(save, role, key),
    )


def stamp_words(row: Row, stamped: DrillStamp) -> Html:
    """*14:11 · 3 pts*, late where it was."""
    points = row.points(stamped)
    is_best = stamped.answer == row.choices[0].id
    late = " · late" if is_best and points != row.choices[0].points else ""
    said = f" · {points} pt{'' if points == 1 else 's'}{late}"
    return html.tag(
        "p", html.join([html.bold(minutes_seconds(stamped.second)), html.text(said)]), "rd-stamp"
    )


def open_words(row: Row) -> Html:
    """What an open row tells by itself as the clock goes on."""
    if row.due is None:
        return html.tag("p", html.text("open"), "rd-stamp rd-quiet")
    due = 60 * row.due
    until = None if row.until is None else 60 * row.until
    ahead = html.join([html.text("due in "), countdown(due)])
    phases = [(0, ahead, "rd-quiet")]
    if until is None:
        phases.append((due + 1, html.text(f"▲ overdue · {row.late} pts from now on"), "rd-no"))
    else:
        words = f"▲ overdue · {row.late} pts until {minutes_seconds(until)}"
        phases.append((due + 1, html.text(words), "rd-no"))
        points = f"{row.later} point{'' if row.later == 1 else 's'}"
        phases.append((until + 1, html.text(f"▲ {points} at most"), "rd-no"))
    ends = [later[0] for _, later in pairwise(phases)]
    shown = [
        within(first, last, words, classes)
        for (first, words, classes), last in zip(phases, [*ends, None], strict=True)
    ]
    return html.tag("p", html.join(shown), "rd-stamp")
