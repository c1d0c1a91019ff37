"""What follows from a drill: actions with a date, the next run, a stamp put right (domain 6.5)."""

import streamlit as st

from readiness.stress.afterwards import why
from readiness.stress.hour import FAIL, SEEN, minutes_seconds
from readiness.ui import confirming, fields, html, state
from readiness.ui.cached import workbench
from readiness.ui.drill_next import deputy, to_roadmap
from readiness.workspace.debriefing import (
    add_action,
    seconds_of,
    set_replay,
    usual_replay,
)
from readiness.workspace.drill_plan import remove_action
from readiness.workspace.drilling import Hour, correct
from readiness.workspace.results import State

ACTION = "drill_action"
CORRECTION = "drill_correction"
NOTHING = "no answer"


def actions(assessment: str, now: State, there: Hour) -> None:
    """What to do, by whom, until when; and when the scenario is run again."""
    run = there.run.id
    st.header("What follows", anchor=False)
    mine = [a for a in now.assessment.drill_actions if a.run == run]
    for action in mine:
        text, plan, away = st.columns([4, 1.4, 1], vertical_alignment="center")
        due = f", due {action.due:%d %b %Y}" if action.due else ""
        said = html.text(f" {action.owner or 'no owner yet'}{due}")
        text.html(html.tag("p", html.join([html.text(action.text + " ·"), said])))
        with plan:
            to_roadmap(assessment, now, action)
        away.button(
            "Remove",
            key=f"drill_away_{run}_{action.n}",
            width="stretch",
            disabled=state.is_sealed(),
            on_click=fields.doing(remove_action, workbench(), assessment, run, action.n),
        )
    if not mine:
        st.html(html.paragraph("No action yet. Begin with the slowest answers."))
    deputy(now, there)
    _new_action(assessment, there)
    confirming.ask(ACTION)
    role = f"drill_replay_{run}"
    fields.day(
        "Run it again on",
        there.run.replay_on,
        role,
        lambda day: set_replay(workbench(), assessment, run, day),
        f"Usually by {usual_replay(there):%d %b %Y}. A drill older than "
        f"{there.rules.stale_months} months counts {there.rules.stale_points} points less.",
    )


def _new_action(assessment: str, there: Hour) -> None:
    turn = st.session_state.get(state.DRILL_COUNT, 0)
    keys = [f"drill_new_{part}_{turn}" for part in ("what", "who", "due")]
    what, who, due = st.columns([3, 1.6, 1.2], vertical_alignment="bottom")
    what.text_input("Action", key=keys[0], max_chars=300, persist_state="session")
    who.selectbox("Owner", ["", *there.rules.roles], key=keys[1])
    due.date_input("Due", value=None, key=keys[2], format="YYYY-MM-DD")
    st.button(
        "Add the action",
        disabled=state.is_sealed(),
        on_click=_keep,
        args=(assessment, there.run.id, *keys),
    )


def _keep(assessment: str, run: str, what: str, who: str, due: str) -> None:
    text = str(st.session_state.get(what) or "")
    owner, day = str(st.session_state.get(who) or ""), st.session_state.get(due)

    def save(confirmed: bool) -> None:
        add_action(workbench(), assessment, run, text, owner, day, confirmed=confirmed)
        st.session_state[state.DRILL_COUNT] = st.session_state.get(state.DRILL_COUNT, 0) + 1

    confirming.saved(ACTION, save, text)


def correcting(assessment: str, there: Hour) -> None:
    """Put a stamp right, with a reason; the points follow."""
    opened = st.expander("Correct a stamp", type="compact", key="drill_correct", on_change="rerun")
    confirming.ask(CORRECTION)
    if not opened.open:
        return
    with opened:
        names = {row.id: f"{row.block}{row.number} {row.text}" for row in there.rows}
        fails = enumerate(there.rules.critical_fails, start=1)
        names |= {f"{FAIL}{n}": f"Critical fail: {text}" for n, text in fails}
        chosen = str(st.selectbox("Row", list(names), format_func=names.__getitem__))
        _correction(assessment, there, chosen)


def _correction(assessment: str, there: Hour, chosen: str) -> None:
    stamp = there.stamps.get(chosen)
    row = next((row for row in there.rows if row.id == chosen), None)
    options = {SEEN: "seen"} if row is None else {c.id: c.name for c in row.choices}
    options |= {NOTHING: "No answer" if row else "not seen"}
    stands = options.get(stamp.answer, stamp.answer) if stamp else options[NOTHING]
    st.html(html.paragraph(f"It stands: {why(row, stamp) if row else stands}."))
    keys = [f"drill_right_{part}_{there.run.id}_{chosen}" for part in ("what", "when", "why")]
    what, when = st.columns(2)
    what.selectbox("Right would be", list(options), key=keys[0], format_func=options.__getitem__)
    shown = minutes_seconds(stamp.second if stamp else 0)
    when.text_input("At (minutes:seconds)", value=shown, key=keys[1], max_chars=6)
    st.text_input("Why", key=keys[2], max_chars=300, persist_state="session")
    st.button(
        "Correct it",
        disabled=state.is_sealed(),
        on_click=_correct,
        args=(assessment, there.run.id, chosen, *keys),
    )


def _correct(assessment: str, run: str, row: str, what: str, when: str, reason: str) -> None:
    answer = st.session_state.get(what)
    given = None if answer == NOTHING else str(answer)
    said, at = str(st.session_state.get(reason) or ""), str(st.session_state.get(when) or "")

    def save(confirmed: bool) -> None:
        second = seconds_of(at)
        correct(workbench(), assessment, run, row, given, second, said, confirmed=confirmed)

    confirming.saved(CORRECTION, save, said)
