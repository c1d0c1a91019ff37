"""What is the same for every workbook that comes back."""

from typing import Any

from readiness.ui.returning import count_taken
from readiness.workspace.three_way import Choice, Line, LineKind


def line(key: str, kind: LineKind) -> Line[str, int]:
    return Line(key, kind, None, 1, None)


def test_a_conflict_counts_once_it_is_decided_for_the_file() -> None:
    lines: list[Line[str, Any]] = [line("a", "new"), line("b", "conflict"), line("c", "changed")]
    choices: dict[str, Choice] = {}
    assert count_taken(lines, choices) == 2
    assert count_taken(lines, {"b": "app"}) == 2
    assert count_taken(lines, {"b": "file", "c": "app"}) == 2
    assert count_taken(lines, {"b": "file"}) == 3
