"""Which lines of a portfolio are looked at, and in which order."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from readiness.domain.portfolio import Portfolio, PortfolioLine
from readiness.domain.questionnaire import Questionnaire
from readiness.ui import state
from readiness.workspace.portfolio import narrowed

FIND_FROM = 4
ALL = "all"
HIGHEST = 6


def _index(line: PortfolioLine) -> float:
    # Two thousand exact fractions take a tenth of the page to compare.
    return float(line.outline.index or 0)


ORDERS: dict[str, Callable[[PortfolioLine], Any]] = {
    "Lowest level first": lambda line: (line.level or HIGHEST, _index(line) or HIGHEST),
    "Highest level first": lambda line: (-(line.level or 0), -_index(line)),
    "Most to act on now first": lambda line: -line.act_now,
    "Last changed first": lambda line: -line.changed_at.timestamp(),
    "By name": lambda line: line.title.casefold(),
}


def narrowed_by_hand(whole: Portfolio, content: Questionnaire) -> Portfolio:
    """The lines that the person chose, in their order; everything, while there are few."""
    if len(whole.lines) < FIND_FROM:
        return narrowed(whole, content, sorted(whole.lines, key=next(iter(ORDERS.values()))))
    find, modality, order = st.columns([1.4, 1, 1])
    wanted = find.text_input(
        "Find by name or client", key=state.PORTFOLIO_FIND, type="search", live=True
    ).casefold()
    names = {ALL: "All modalities"} | {m.id: m.name for m in content.modalities}
    chosen = modality.selectbox(
        "Modality",
        list(names),
        key=state.PORTFOLIO_MODALITY,
        format_func=names.__getitem__,
        persist_state="session",
    )
    by = order.selectbox("Order", list(ORDERS), key=state.PORTFOLIO_ORDER, persist_state="session")
    found = [
        line
        for line in whole.lines
        if chosen in {ALL, line.modality}
        and wanted in f"{line.title} {line.organisation}".casefold()
    ]
    if not found:
        st.write("No assessment fits. Search for another name, or choose all modalities.")
    return narrowed(whole, content, sorted(found, key=ORDERS[by]))
