"""A question list that a maker sent back: shown line by line, decided, taken (domain 7)."""

import streamlit as st

from readiness.domain.errors import InputRefused, Problem, ReadinessError
from readiness.domain.operating_result import PartnerResult
from readiness.report.partner_questions import FAILURE_HEADS
from readiness.ui import html, state
from readiness.ui.cached import workbench
from readiness.ui.deciding import decisions, which_holds
from readiness.ui.returning import count_taken, problem_table, remark_table, returned_file
from readiness.workspace.partner_back import PartnerBack, look_at_answers, take_answers
from readiness.workspace.partner_returned import FAILURE, FIELDS, Key, Value
from readiness.workspace.three_way import Choice, Line

FIELD = "Question list that they filled in"
HEADS = ["What", "In the app now", "From the list"]


def answers_back(assessment: str, one: PartnerResult) -> None:
    """Draw the field, and what came back, until it is taken or left."""
    file = returned_file(FIELD, state.PARTNER_BACK_TURN)
    if file is not None:
        found = _looked_at(assessment, one.id, file.name, file.getvalue())
        st.session_state[state.PARTNER_BACK] = (assessment, one.id, found)
        st.rerun()
    whose, maker, found = st.session_state.get(state.PARTNER_BACK, (None, None, None))
    if (whose, maker) != (assessment, one.id):
        return
    if isinstance(found, PartnerBack):
        _list(assessment, found)
    elif isinstance(found, str):
        st.success(state.plain(found))
    else:
        st.error("This list was not taken. Nothing was changed.")
        problem_table(found)


def _looked_at(
    assessment: str, partner: str, name: str, data: bytes
) -> PartnerBack | tuple[Problem, ...]:
    try:
        return look_at_answers(workbench(), assessment, partner, name, data)
    except InputRefused as error:
        return error.problems


def _list(assessment: str, back: PartnerBack) -> None:
    st.write(
        f"{len(back.lines)} entries of {state.plain(back.file)} are not here yet. Their words "
        "become notes: the score of each answer stays yours. Slots are taken under Slots by month."
    )
    remark_table(back.notes)
    if back.refused:
        st.warning("What stands below cannot be taken; the rest can.")
        problem_table(back.refused)
    plain = [line for line in back.lines if line.kind != "conflict" and line.key not in back.asks]
    rows = [[html.bold(where(line.key)), _seen(line.stored), _seen(line.found)] for line in plain]
    if rows:
        st.html(html.table(HEADS, rows, "rd-compact"))
    choices = decisions(back.lines, back.asks, _decide)
    still = [one for one in back.lines if one.kind == "conflict" and one.key not in choices]
    count = count_taken(back.lines, back.chosen(choices))
    take, leave, _ = st.columns([1.2, 1, 2])
    label = f"Take {count} entr{'y' if count == 1 else 'ies'}"
    if take.button(label, disabled=bool(still or not count) or state.is_sealed(), width="stretch"):
        _take(assessment, back, choices)
    if leave.button("Leave it", key="partner_back_leave", width="stretch"):
        st.session_state.pop(state.PARTNER_BACK, None)
        st.rerun()


def where(key: Key) -> str:
    """The place of an entry as the list calls it."""
    kind, id, field = key
    if kind == FAILURE:
        heading = FIELDS.get(field, FAILURE_HEADS[1])
        return f"Failure {id}, {heading.lower()}"
    return f"{id}, {'score' if field == 'score' else 'in their words'}"


def _seen(value: Value | None) -> html.Html:
    return html.text("–" if value is None else value)


def _decide(line: Line[Key, Value], why: str | None) -> Choice | None:
    st.html(html.tag("p", html.bold(where(line.key))))
    return which_holds(line, why, of=where(line.key), file="list", seen=_seen)


def _take(assessment: str, back: PartnerBack, choices: dict[Key, Choice]) -> None:
    try:
        take_answers(workbench(), assessment, back, choices)
    except ReadinessError as error:
        st.error(state.plain(str(error)))
        return
    said = f"Taken from {back.file}. Give each answer its score; Undo takes all of it back."
    st.session_state[state.PARTNER_BACK] = (assessment, back.partner, said)
    st.rerun()
