"""After a drill: points and reasons, the timeline, gaps by owner, what follows (domain 6.5)."""

from collections.abc import Sequence
from fractions import Fraction
from typing import TypeAlias

import streamlit as st

from readiness.domain.drill_run import DrillStamp
from readiness.stress.afterwards import owner_gaps, slowest, why
from readiness.stress.hour import Row, block_points, minutes_seconds
from readiness.ui import fields, html, links, state
from readiness.ui.cached import workbench
from readiness.ui.drill_chooser import look_at, title
from readiness.ui.drill_follow_up import actions, correcting
from readiness.ui.drill_log import lines
from readiness.ui.html import Html
from readiness.workspace.debriefing import Before, before, counted
from readiness.workspace.drilling import Hour, hour
from readiness.workspace.results import State

Answered: TypeAlias = tuple[int, Fraction | None]


def debrief(assessment: str, now: State, run: str) -> None:
    """The page of a run that has ended."""
    there = hour(now.assessment, now.questionnaire.drills, run)
    head, back = st.columns([5, 1], vertical_alignment="bottom")
    head.title(state.plain(title(there.run, now.questionnaire)), anchor=False)
    back.button("All drills", width="stretch", on_click=look_at, args=(None,))
    fields.trouble()
    st.html(_verdict(assessment, now, there))
    left, right = st.columns([1.9, 1], gap="large")
    last = before(workbench(), assessment, there)
    with right:
        _blocks(there, last)
        _owners(there)
    with left:
        _timeline(there, last)
        _slowest(there)
        actions(assessment, now, there)
        correcting(assessment, there)
        _rest(there)


def _verdict(assessment: str, now: State, there: Hour) -> Html:
    """What counts, in one sentence, and what stands in the way."""
    found = counted(workbench(), assessment, there)
    if found is None:
        return html.paragraph("This drill was removed from the drills held: it counts nowhere.", "")
    drill = found.result
    parts = [html.bold(f"{drill.counted} points: {drill.band}. "), html.text(f"{drill.workings}. ")]
    if drill.held_on > now.assessment.as_of:
        parts.append(
            html.text(
                f"It was held after the as-of date, {now.assessment.as_of:%d %b %Y}, and counts "
                "once that is moved. "
            )
        )
        parts.append(html.link("Move the as-of date", links.address("profile", assessment)))
    elif not drill.latest:
        parts.append(html.text("Another run of this scenario counts: a later one, or the lower. "))
    shown = [html.tag("p", html.join(parts), "rd-lead")]
    if there.failed:
        said = html.join([html.bold("✗ Critical fail: "), html.text(" ".join(there.failed))])
        shown.append(html.tag("p", said, "rd-warn"))
    return html.join(shown)


def _blocks(there: Hour, last: Before | None) -> None:
    st.header("Points by block", anchor=False)
    got = block_points(there.rows, there.stamps)
    rows = []
    for block in there.rules.blocks:
        earlier = last.blocks.get(block.id) if last else None
        cells = [html.bold(f"{block.id} {block.name}"), html.number(f"{got[block.id]}")]
        cells += [html.number(block.points), html.number("—" if earlier is None else earlier)]
        rows.append(cells)
    total = [html.bold("Together"), html.number(sum(got.values())), html.number(100)]
    rows.append([*total, html.number(last.points if last else "—")])
    when = f"{last.held_on:%d %b %Y}" if last else "Last run"
    st.html(html.table(["Block", "Points", "Of", when], rows))
    if last is None:
        st.html(html.paragraph("No earlier run of this scenario to compare with."))


def _owners(there: Hour) -> None:
    gaps = owner_gaps(there.rows, there.stamps, there.run.roles)
    st.header("Who lacked what", anchor=False)
    if not gaps:
        st.html(html.paragraph("No role lost a point on what it owns."))
        return
    rows = [
        [
            html.bold(gap.role),
            html.text(f"{gap.lost} of {gap.of}"),
            html.text(", ".join(gap.rows)),
            html.text("yes" if gap.was_present else "▲ not in the room"),
        ]
        for gap in gaps
    ]
    st.html(html.table(["Role", "Points lost", "On", "Present"], rows))


def _timeline(there: Hour, last: Before | None) -> None:
    st.header("When the answers came", anchor=False)
    kept = last.items if last else {}
    mine = [row for row in there.rows if row.block == there.rules.timed_block]
    rows = [
        [
            html.bold(row.number),
            html.join([html.text(row.text), html.tag("small", html.text(row.owner))]),
            _track(there, row, there.stamps.get(row.id)),
            html.number(row.points(there.stamps.get(row.id))),
            html.text(why(row, there.stamps.get(row.id))),
            *([_earlier(kept.get(int(row.number)))] if kept else []),
        ]
        for row in mine
    ]
    heads = ["#", "Information, owner", f"0 to {_end(there)} min", "Points", "Why"]
    heads += ["Last run"] if last and kept else []
    said = "| target · ● right in time · ▲ right, late · ◐ partial · ✗ wrong"
    st.html(html.table(heads, rows, "rd-timeline", said))
    if last and kept:
        st.html(html.paragraph(_against(there, last, mine), ""))


def _earlier(answer: Answered | None) -> Html:
    """Points and time of an item in the run before."""
    if answer is None:
        return html.text("never")
    points, minute = answer
    when = "" if minute is None else f" · {minutes_seconds(int(60 * minute))}"
    return html.tag("span", html.text(f"{points}{when}"), "rd-nowrap")


def _against(there: Hour, last: Before, mine: Sequence[Row]) -> str:
    """*Against 01 Sep 2026: better on 1, 4; worse on 7.*"""
    found: dict[str, list[str]] = {"better": [], "worse": []}
    for row in mine:
        now = row.points(there.stamps.get(row.id))
        then = last.items.get(int(row.number), (0, None))[0]
        if now != then:
            found["better" if now > then else "worse"].append(row.number)
    said = [f"{word} on {', '.join(rows)}" for word, rows in found.items() if rows]
    led = ", led by the deputy" if last.led_by == "deputy" else ""
    return f"Against {last.held_on:%d %b %Y}{led}: {'; '.join(said) or 'the same on every item'}."


def _end(there: Hour) -> int:
    """Minutes that the timeline holds."""
    last = max((s.second for s in there.stamps.values()), default=0)
    return max(there.rules.minutes, -(-last // 60))


def _track(there: Hour, row: Row, stamp: DrillStamp | None) -> Html:
    whole = 60 * _end(there)
    target = f"left:{100 * 60 * (row.due or 0) / whole:.1f}%"
    marks = [html.tag("i", Html(""), style=target)]
    if stamp is not None:
        best = row.choices[0]
        is_best = stamp.answer == best.id
        sign = "●" if row.points(stamp) == best.points else "▲"
        sign = sign if is_best else {"partial": "◐"}.get(stamp.answer, "✗")
        at = f"left:{100 * stamp.second / whole:.1f}%"
        marks.append(html.tag("b", html.text(sign), style=at))
    return html.tag("span", html.join(marks), "rd-timetrack")


def _slowest(there: Hour) -> None:
    found = slowest(there.rows, there.stamps, there.rules.timed_block)
    if found:
        parts = [f"{row.number} {row.text} ({_late(there, row)})" for row in found]
        said = html.join([html.bold("Slowest: "), html.text("; ".join(parts) + ".")])
        st.html(html.tag("p", said))


def _late(there: Hour, row: Row) -> str:
    stamp = there.stamps.get(row.id)
    if stamp is None:
        return "never"
    return f"{minutes_seconds(stamp.second - 60 * (row.due or 0))} past its time"


def _rest(there: Hour) -> None:
    """The other blocks with their reasons, and the decision log."""
    opened = st.expander(
        "Decisions, rubric and log", type="compact", key="drill_rest", on_change="rerun"
    )
    if not opened.open:
        return
    with opened:
        rows = [
            [
                html.bold(f"{row.block}{row.number}"),
                html.text(row.text),
                html.text(row.owner or "—"),
                html.number(row.points(there.stamps.get(row.id))),
                html.text(why(row, there.stamps.get(row.id))),
            ]
            for row in there.rows
            if row.block != there.rules.timed_block
        ]
        st.html(html.table(["Row", "What", "Owner", "Points", "Why"], rows, "rd-drill-rest"))
        st.html(html.tag("div", lines(there)) if there.lines else html.paragraph("No log line."))
