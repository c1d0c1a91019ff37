"""What a workbook that came back would change: each line shown, each conflict decided."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import streamlit as st

from readiness.domain.errors import Problem, ReadinessError
from readiness.report.interview_layout import Given
from readiness.report.numerals import plural
from readiness.report.sentences import capitalised
from readiness.ui import html, state
from readiness.ui.cached import workbench
from readiness.ui.deciding import decisions, which_holds
from readiness.ui.question import BASES
from readiness.ui.returning import count_taken, problem_table
from readiness.workspace.offline import Answers, Incoming
from readiness.workspace.offline_rows import Key
from readiness.workspace.offline_store import take_workbook
from readiness.workspace.results import State
from readiness.workspace.three_way import Choice

OTHERS = {"unknown": "Does not know", "not_applicable": "Does not apply"}


@dataclass(frozen=True)
class Taken:
    """What was imported, and what could not be: it stays in sight until the next workbook."""

    message: str
    refused: tuple[Problem, ...]


def incoming_list(assessment: str, here: State) -> None:
    """Draw what came back for this assessment, if anything did."""
    whose, found = st.session_state.get(state.OFFLINE, (None, None))
    if whose != assessment:
        return
    if isinstance(found, Taken):
        st.success(state.plain(found.message))
        _left_behind(found.refused)
    elif isinstance(found, Incoming):
        _list(assessment, here, found)
    elif found:
        st.error("This workbook was not taken. Nothing was changed.")
        problem_table(found)


def _left_behind(refused: Sequence[Problem]) -> None:
    if not refused:
        return
    st.warning(
        f"{capitalised(plural(len(refused), 'place'))} of it could not be taken. Mend them in the "
        "workbook and drop it again: what is here already is not asked twice. Or enter them in "
        "the app."
    )
    problem_table(refused)


def said(given: Given | None) -> html.Html:
    """An answer in full: level, basis, words and proof."""
    if given is None:
        return html.tag("span", html.text("no answer"), "rd-quiet")
    if isinstance(given.level, int):
        first = html.level_badge(given.level)
    else:
        first = html.bold(OTHERS[given.level])
    basis = BASES[given.basis] if given.basis else ""
    rest = [html.text(one) for one in (basis, given.text, given.proof) if one]
    return html.join([first, *rest], " · ")


def _list(assessment: str, here: State, found: Incoming) -> None:
    lines = found.lines
    plain = [line for line in lines if line.kind != "conflict" and line.key not in found.asks]
    st.header(
        f"{state.plain(found.file)}: {len(lines)} difference{'' if len(lines) == 1 else 's'}",
        anchor=False,
    )
    for note in found.notes:
        where = f"{note.sheet}: " if note.sheet else ""
        st.info(state.plain(capitalised(f"{where}{note.message}")))
    if found.refused:
        refused = capitalised(plural(len(found.refused), "place"))
        st.warning(f"{refused} cannot be taken; the rest can.")
        problem_table(found.refused)
    if plain:
        heads = ["Question", "Who", "What", "Now", "From the workbook"]
        st.html(html.table(heads, [_line(here, line) for line in plain], "rd-compact"))
    choices = decisions(found.lines, found.asks, partial(_decide, here))
    still = [line for line in found.open_conflicts if line.key not in choices]
    count = count_taken(found.lines, choices)
    notes = len(found.loose)
    take, leave, _ = st.columns([1.2, 1, 2])
    label = f"Import {_answers(count, notes)}"
    if take.button(label, width="stretch", disabled=bool(still or not count + notes)):
        _take(assessment, found, choices)
    if leave.button("Leave it", width="stretch", key="offline_leave"):
        st.session_state.pop(state.OFFLINE, None)
        st.rerun()
    if still:
        st.caption(f"{len(still)} of the answers above changed on both sides: choose for each.")


def _answers(count: int, notes: int) -> str:
    parts = [(count, "answer")] if count or not notes else []
    parts += [(notes, "note")] if notes else []
    return " and ".join(f"{n} {noun}{'' if n == 1 else 's'}" for n, noun in parts)


def _line(here: State, line: Answers) -> list[html.Html]:
    capability, who = line.key
    name = here.questionnaire.capabilities[capability].name
    question = html.join([html.bold(capability), html.text(name)], " ")
    kind = html.text(line.kind)
    return [question, html.text(who), kind, said(line.stored), said(line.found)]


def _decide(here: State, line: Answers, why: str | None) -> Choice | None:
    capability, who = line.key
    name = here.questionnaire.capabilities[capability].name
    head = html.join([html.bold(f"{capability} {name}"), html.text(f"({who})")], " ")
    st.html(html.tag("p", head))
    return which_holds(line, why, of=f"{capability} of {who}", file="workbook", seen=said)


def _take(assessment: str, found: Incoming, choices: dict[Key, Choice]) -> None:
    try:
        take_workbook(workbench(), assessment, found, choices)
    except ReadinessError as error:
        st.error(state.plain(str(error)))
        return
    count = count_taken(found.lines, choices)
    message = f"{_answers(count, len(found.loose))} imported from {found.file}."
    message += " Undo on the page Questions takes them back."
    st.session_state[state.OFFLINE] = (assessment, Taken(message, found.refused))
    st.rerun()
