"""Which of two values holds, where a file that comes back and the app say different things."""

from collections.abc import Callable, Iterable, Mapping
from typing import cast

import streamlit as st

from readiness.ui import html, state
from readiness.workspace.three_way import Choice, K, Line, V


def decisions(
    lines: Iterable[Line[K, V]],
    asks: Mapping[K, str],
    decide: Callable[[Line[K, V], str | None], Choice | None],
) -> dict[K, Choice]:
    """What a person chose for conflicts and for texts that look as if they named somebody.

    ``asks``: why a text looks so; ``decide`` draws one line and gives the choice, None before.
    """
    choices: dict[K, Choice] = {}
    for line in lines:
        why = asks.get(line.key)
        if line.kind != "conflict" and why is None:
            continue
        with st.container(border=True):
            chosen = decide(line, why)
        if chosen is not None:
            choices[line.key] = chosen
    return choices


def which_holds(
    line: Line[K, V], why: str | None, *, of: str, file: str, seen: Callable[[V | None], html.Html]
) -> Choice | None:
    """The three values of a line and the choice between two of them.

    ``of``: what it is a value of, in words, and the key of the choice; ``file``: what came back.
    """
    times = {
        "When it was exported": line.exported,
        "In the app now": line.stored,
        f"In the {file}": line.found,
    }
    rows = [[html.text(when), seen(value)] for when, value in times.items()]
    st.html(html.table(["When", "Value"], rows, "rd-compact"))
    options = {"app": "Keep what is in the app", "file": f"Take the {file}'s"}
    if why:
        st.warning(state.plain(why.replace("It was not saved.", "It is left out.")))
        options["file"] = f"It identifies nobody: take the {file}'s"
    chosen = st.radio(
        f"Which one holds for {state.plain(of)}?",
        list(options),
        index=0 if why and line.kind != "conflict" else None,
        key=f"{file}_choice_{of}",
        format_func=lambda option: options[option],
        horizontal=True,
        label_visibility="collapsed",  # the line above says it to everybody who sees
    )
    return cast("Choice | None", chosen)
