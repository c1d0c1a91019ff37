"""The anonymous benchmark on the page Portfolio: the switch, the ranges, who decided when."""

from functools import partial

import streamlit as st

from readiness.domain.anonymity import LEAST, SHARES, Standing
from readiness.domain.portfolio import Portfolio
from readiness.domain.questionnaire import Questionnaire
from readiness.report.numerals import number, percent, two
from readiness.report.spread_figure import spread_figure
from readiness.ui import fields, html, state
from readiness.ui.cached import workbench
from readiness.ui.clients import current_client
from readiness.ui.html import Html
from readiness.ui.picture import picture
from readiness.workspace.benchmarking import (
    benchmark,
    decide,
    decisions,
    is_owner,
    takes_part,
)

REASON = "benchmark_reason"
WHAT = (
    f"Where this client lies among your own clients: ranges of at least {number(LEAST)} clients of "
    "one modality, widened to half a level or ten points, never a value, a name or a count. Only "
    "clients that you own and have switched on are in it, and each gives one value: the median of "
    "its sites and products. Seeing it before and after a client joins tells at most in which "
    "half level that client lies: do not show it to others while only six take part."
)


def among_clients(_: Portfolio, content: Questionnaire) -> None:
    """The ranges where the client takes part; the way in or out for its owner."""
    client = current_client()
    if not is_owner(workbench(), client):
        st.write("Only an owner of this client decides on the benchmark, and sees it.")
        return
    st.header("Among your own clients", anchor=False)
    st.html(html.paragraph(WHAT))
    is_on = takes_part(workbench(), client)
    if is_on:
        _ranges(benchmark(workbench(), client, content.id))
    else:
        st.write("This client takes no part: it is in no range, and none is shown for it.")
    _switch(client, is_on)
    _decided(client)


def _ranges(cells: list[Standing]) -> None:
    if not cells:
        st.write(
            f"Fewer than {number(LEAST)} of your clients take part with the same modality and "
            "enough known: nothing is shown. Switch on further clients, each on its own portfolio."
        )
        return
    for modality in dict.fromkeys(cell.modality for cell in cells):
        mine = [cell for cell in cells if cell.modality == modality]
        st.subheader(state.plain(modality), anchor=False)
        levels = [cell for cell in mine if cell.scale is not SHARES]
        above = sum(cell.where == "above" for cell in levels)
        below = sum(cell.where == "below" for cell in levels)
        words = (
            f"Of {len(levels)} scores this client is above the middle half of the clients in "
            f"{above} and below it in {below}."
        )
        st.write(words)
        picture(spread_figure(levels), words, f"benchmark_{modality}")
        heads = ["Figure", "Half of the clients lie between", "This client", "Where it lies"]
        st.html(html.table(heads, [_row(cell) for cell in mine], "rd-compact"))


def _row(cell: Standing) -> list[Html]:
    say = percent if cell.scale is SHARES else two
    return [
        html.text(cell.figure),
        html.text(f"{say(cell.spread.low)} and {say(cell.spread.high)}"),
        html.number("?" if cell.own is None else say(cell.own)),
        html.text(cell.where),
    ]


def _switch(client: str, is_on: bool) -> None:
    """One switch, with a reason that is kept; nothing happens before it is pressed."""
    label = "Take this client out" if is_on else "Let this client take part"
    # Another key for the other way: it is closed again, or a second press would undo the first.
    with st.popover(f"{label}…", key=f"benchmark_{'out' if is_on else 'in'}"):
        st.caption("Kept for good: who decided, when, and why.")
        st.text_input("Why (optional)", key=REASON, max_chars=200)
        st.button(label, on_click=fields.doing(partial(_decide, client, not is_on)))
    fields.trouble()


def _decide(client: str, is_on: bool) -> None:
    decide(workbench(), client, is_on=is_on, reason=str(st.session_state.get(REASON, "")))
    st.session_state[REASON] = ""


def _decided(client: str) -> None:
    said = decisions(workbench(), client)
    if said:
        rows = [
            [
                html.text(f"{one.at.astimezone():%d %b %Y, %H:%M}"),
                html.text(one.by),
                html.text("takes part" if one.is_on else "takes no part"),
                html.text(one.reason or "—"),
            ]
            for one in said
        ]
        st.html(html.table(["When", "Who", "Decided", "Why"], rows, "rd-compact"))
