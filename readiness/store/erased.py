"""The fact that stays of an erasure: what it says, and which rows of the history it names."""

from collections.abc import Iterable, Sequence
from typing import Any

from pydantic import JsonValue
from sqlalchemy import Connection, update

from readiness.store.chain import ERASED
from readiness.store.tables import history

ERASURE = "erasure"
"""The kind of the row that stays in the history."""
TITLE = "Erased on request"
"""How an assessment is called of which nothing else is left."""
SLUG = "erased"


def spans_of(numbers: Iterable[int]) -> list[JsonValue]:
    """Numbers of rows as spans, first and last: ``[[1, 40], [43, 43]]``."""
    spans: list[list[int]] = []
    for number in sorted(numbers):
        if spans and spans[-1][1] == number - 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    return [list(span) for span in spans]


def numbers_of(fact: Any) -> set[int]:
    """The rows that an erasure names, counted from 1 within the history of its assessment."""
    rows: Sequence[Sequence[int]] = fact["rows"]
    return {number for first, last in rows for number in range(first, last + 1)}


def empty_rows(connection: Connection, seqs: Sequence[int]) -> None:
    """Take away what these rows of the history say, for good; their places stay."""
    for seq in seqs:
        row = update(history).where(history.c.seq == seq)
        connection.execute(row.values(**ERASED, erased=1))
