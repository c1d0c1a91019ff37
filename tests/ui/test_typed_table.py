"""A table to type into: kept at once, begun counted, a late cell told."""

from typing import Any

import pytest
import streamlit as st

from readiness.domain.errors import InputRefused, Problem
from readiness.ui import state
from readiness.ui.steady import Held
from readiness.ui.typed_table import GONE, Typed, _keep

NEW = {"name": None}


@pytest.fixture(autouse=True)
def memory(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What a window remembers."""
    memory: dict[str, Any] = {}
    monkeypatch.setattr(st, "session_state", memory)
    return memory


def typed(kept: list[Any], refusal: Exception | None = None) -> Typed:
    def keep(rows: list[dict[str, Any]]) -> None:
        if refusal is not None:
            raise refusal
        kept[:] = rows

    return Typed(NEW, {}, keep, lambda: list(kept), len)


def test_what_was_kept_is_what_the_table_knows_as_stored(memory: dict[str, Any]) -> None:
    kept: list[Any] = []
    table = Held("t", 0, [], [])
    memory[table.key] = {"added_rows": [{"name": "Own"}]}
    _keep(table, typed(kept))
    assert kept == table.stored == [{"name": "Own"}]


def test_a_refusal_and_a_cell_that_came_too_late_are_told(memory: dict[str, Any]) -> None:
    table = Held("t", 0, [], [])
    _keep(table, typed([]))
    assert memory[state.TROUBLE] == GONE
    memory[table.key] = {}
    _keep(table, typed([], InputRefused([Problem("map", "not so")])))
    assert "not so" in memory[state.TROUBLE]
