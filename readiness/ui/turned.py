"""A long list is shown a page at a time: thousands of rows would take seconds to draw."""

from collections.abc import Sequence
from typing import TypeVar

import streamlit as st

Row = TypeVar("Row")


def turned(rows: Sequence[Row], role: str, at_once: int) -> Sequence[Row]:
    """The rows of the page that is looked at; says which of how many, where there are several.

    Another number of rows, as after a search, begins at the first page.
    """
    if len(rows) <= at_once:
        return rows
    pages = -(-len(rows) // at_once)
    said, turn = st.columns([1, 2], vertical_alignment="center")
    with turn.container(horizontal_alignment="right"):
        page = st.pagination(pages, key=f"{role}_page_{len(rows)}")
    first = (page - 1) * at_once
    last = min(len(rows), first + at_once)
    said.caption(f"{first + 1:,} to {last:,} of {len(rows):,}")
    return rows[first:last]
