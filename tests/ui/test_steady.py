"""A table stays as it was filled while its own changes are kept, and follows everybody else's."""

from typing import Any

import pytest
import streamlit as st

from readiness.ui.steady import Held, held

ONE, TWO = [{"month": "2026-01"}], [{"month": "2026-01"}, {"month": "2026-02"}]


@pytest.fixture(autouse=True)
def memory(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What a window remembers."""
    memory: dict[str, Any] = {}
    monkeypatch.setattr(st, "session_state", memory)
    return memory


def shown(memory: dict[str, Any], stored: list[dict[str, Any]]) -> Held:
    """The table as a run of the page draws it."""
    table = held("slots", stored, stored)
    memory.setdefault(table.key, {"edited_rows": {}})
    return table


def test_what_it_has_kept_itself_does_not_fill_it_anew(memory: dict[str, Any]) -> None:
    first = shown(memory, ONE)
    first.stored = TWO
    again = shown(memory, TWO)
    assert (again.key, again.rows) == (first.key, ONE)


def test_another_hand_fills_it_anew_and_a_late_cell_is_known_to_be_late(
    memory: dict[str, Any],
) -> None:
    first = shown(memory, ONE)
    second = shown(memory, TWO)
    assert second.key != first.key
    assert second.rows == TWO
    del memory[first.key]  # its widget has left the page
    assert first.changes() is None


def test_a_table_that_was_away_begins_with_what_is_stored(memory: dict[str, Any]) -> None:
    first = shown(memory, ONE)
    first.stored = TWO
    del memory[first.key]
    back = shown(memory, TWO)
    assert back.rows == TWO
    assert back.key != first.key
