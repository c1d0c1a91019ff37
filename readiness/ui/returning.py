"""What is the same for every workbook that comes back: the field, the remarks, the count."""

from collections.abc import Hashable, Mapping, Sequence
from typing import Any, TypeVar

import streamlit as st

from readiness.domain.errors import Problem
from readiness.ui import html, state
from readiness.workspace.three_way import Choice, Line

K = TypeVar("K", bound=Hashable)


def returned_file(label: str, turn_key: str) -> Any | None:
    """The workbook that was just chosen; the field is empty again on the next run."""
    turn = st.session_state.get(turn_key, 0)
    file = st.file_uploader(
        label, type=["xlsx", "ods"], key=f"{turn_key}_{turn}", disabled=state.is_sealed()
    )
    if file is not None:
        st.session_state[turn_key] = turn + 1
    return file


def problem_table(problems: Sequence[Problem]) -> None:
    """Each problem with its place, what was expected, and what to do."""
    rows = []
    for problem in problems:
        place = problem.sheet or problem.file
        place += f" ! {problem.row}" if problem.row is not None else ""
        place += f", {problem.column}" if problem.column else ""
        texts = (place, problem.message, problem.expected or "–", problem.advice or "–")
        rows.append([html.text(one) for one in texts])
    st.html(html.table(["Where", "Found", "Expected", "What to do"], rows, "rd-compact"))


def remark_table(remarks: Sequence[Problem]) -> None:
    """What is worth knowing of a file that can be taken, with its places."""
    if not remarks:
        return
    rows = []
    for remark in remarks:
        place = f"{remark.sheet} ! {remark.row}" if remark.row else remark.sheet or "the file"
        place += f", {remark.column}" if remark.column else ""
        rows.append([html.text(remark.message), html.text(place)])
    st.html(html.table(["Worth knowing", "Where"], rows, "rd-compact"))


def count_taken(lines: Sequence[Line[K, Any]], choices: Mapping[K, Choice]) -> int:
    """How many lines would be written, as far as it is decided; a conflict needs its choice."""
    plain = {line.key for line in lines if line.kind != "conflict"}
    return sum(
        choices.get(line.key, "file" if line.key in plain else "app") == "file" for line in lines
    )
