"""People reduced to their function: the role of the row where there is one, else a constant."""

from collections.abc import Iterable
from typing import Any

import pandas as pd

from readiness.domain.evidence import TableKind
from readiness.domain.tables import TABLES
from readiness.evidence.privacy import SOMEBODY
from readiness.metrics.tables import is_blank

ROLE = "role"
OWN = "person"
"""The column whose person the role of a row is; another one (an approver) has no role there."""


def without_people(table: pd.DataFrame, kind: TableKind) -> pd.DataFrame:
    """The table with a role or *somebody* where it had a person; blank stays blank.

    A code among the roles, made because a name stood there, becomes *somebody* as well.
    """
    for name in TABLES[kind].people:
        if name in table:
            roles = table[ROLE] if name == OWN and ROLE in table else None
            table = table.assign(**{name: _reduced(table[name], roles)})
    return table


def _reduced(people: "pd.Series[Any]", roles: "pd.Series[Any] | None") -> "pd.Series[Any]":
    said: list[Any] = [None] * len(people) if roles is None else roles.tolist()
    cells = [
        None if is_blank(person) else SOMEBODY if is_blank(role) else role
        for person, role in zip(people.tolist(), said, strict=True)
    ]
    return pd.Series(cells, index=people.index, dtype=object)


def without_columns_of_people(
    tables: Iterable[tuple[TableKind, pd.DataFrame]], kinds: frozenset[TableKind]
) -> list[tuple[TableKind, pd.DataFrame]]:
    """The tables; those of ``kinds``, where one file holds roles alone, without people at all."""
    return [
        (kind, table.drop(columns=list(TABLES[kind].people), errors="ignore"))
        if kind in kinds
        else (kind, table)
        for kind, table in tables
    ]
