"""The lock-in ledger: early choices, what they save, and until when they can be undone."""

import streamlit as st

from readiness.domain.operating_result import ChoiceResult, LedgerResult
from readiness.report.numerals import percent, short
from readiness.ui import fields, html, state
from readiness.ui.cached import workbench
from readiness.ui.entry_list import look_at
from readiness.ui.lock_in_choice import one_choice
from readiness.workspace.lock_in import add_choice
from readiness.workspace.results import State, standing

OTHER = ""
NAME, TYPICAL = "lock_in_name", "lock_in_typical"
HEADS = (
    "Early choice",
    "Weeks saved",
    "Chance to undo it",
    "Weeks to undo it",
    "Net weeks expected",
    "Undo it by",
    "Longest path",
)


def lock_in(assessment: str, now: State) -> None:
    """Draw the ledger, the way to add a choice, and the fields of the one looked at."""
    st.write(
        "What was chosen to be quick, what it saves now, and what undoing it would take. Net weeks "
        "are the chance times the weeks to undo, less the weeks saved: above 0 it costs more than "
        "it saves."
    )
    st.caption(state.plain(now.questionnaire.lock_in.remark))
    found = standing(workbench(), assessment, now).operating_model.ledger
    if found is not None:
        st.html(table(found, now))
        st.html(html.paragraph(in_words(found, now), ""))
    _add(assessment, now)
    if found is not None:
        one_choice(assessment, now)


def table(found: LedgerResult, now: State) -> html.Html:
    """A row a choice, with the interval of every figure that is drawn."""
    names = {area.id: area.name for area in now.questionnaire.lock_in.areas}
    rows = [
        [
            html.bold(one.name),
            html.number(short(one.weeks_saved)),
            html.number(percent(one.chance)),
            html.text(_between(one.undo, one.undo_low, one.undo_high)),
            html.text(_between(one.net, one.net_low, one.net_high)),
            html.text(_moment(one)),
            html.text(" → ".join(names[id] for id in one.critical) or "nothing touched yet"),
        ]
        for one in found.choices
    ]
    return html.table(HEADS, rows, caption="Weeks; in brackets the middle nine of ten draws")


def in_words(found: LedgerResult, now: State) -> str:
    """The sum of the ledger in a sentence."""
    net = _between(found.net, found.net_low, found.net_high)
    said = (
        f"Together: {short(round(found.weeks_saved, 1))} weeks saved now, "
        f"{short(round(found.weeks_later, 1))} expected later, net {net}."
    )
    if now.assessment.profile.launch_date is None:
        said += f" {now.questionnaire.lock_in.findings.no_launch_date[0].upper()}"
        said += f"{now.questionnaire.lock_in.findings.no_launch_date[1:]}."
    return said


def _between(value: float, low: float, high: float) -> str:
    return f"{round(value):d} ({round(low):d} to {round(high):d})"


def _moment(one: ChoiceResult) -> str:
    if one.last_moment is None:
        return "no launch date"
    return f"{one.last_moment:%d %b %Y}" + (" ✗ passed" if one.is_passed else "")


def _add(assessment: str, now: State) -> None:
    if state.is_sealed():
        return
    typical = {OTHER: "Something else"}
    typical |= {one.id: one.name for one in now.questionnaire.lock_in.typical}
    with st.form("add_lock_in", clear_on_submit=True, border=False):
        left, middle, right = st.columns([2, 3, 1], vertical_alignment="bottom")
        left.selectbox(
            "Met again and again", list(typical), key=TYPICAL, format_func=lambda id: typical[id]
        )
        middle.text_input(
            "Early choice in your words",
            key=NAME,
            max_chars=120,
            placeholder="What was chosen to be quick",
        )
        right.form_submit_button("Add", on_click=_added, args=(assessment,), width="stretch")


def _added(assessment: str) -> None:
    def act() -> None:
        name, typical = (str(st.session_state.get(key) or "") for key in (NAME, TYPICAL))
        look_at("lock_in", add_choice(workbench(), assessment, name, typical))

    fields.doing(act)()
