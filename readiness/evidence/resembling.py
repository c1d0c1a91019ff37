"""Records without a cause that read alike: proposed at the door, confirmed by a person."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from readiness.domain.columns import ColumnContent
from readiness.domain.tables import ALIKE, ALONE
from readiness.evidence.alike import alike
from readiness.evidence.mapping import FileMapping, Place
from readiness.evidence.storing import FREE_TEXT
from readiness.metrics.tables import is_blank

NO_CAUSE = "none_found"
"""The canonical word for a cause that was looked for and not found."""


@dataclass(frozen=True)
class Resembling:
    """One record of a proposed group, as a person finds it again; its text is not in here."""

    place: Place
    record: str
    discovered: date | None
    batches: tuple[str, ...]
    step: str


@dataclass(frozen=True)
class Proposed:
    """Which records may tell of the same thing.

    ``groups``: in the order of the file, each of two or more records. ``compared``: records
    without a cause that have a description; ``too_many``: so many that none was compared.
    """

    groups: tuple[tuple[Resembling, ...], ...]
    compared: int
    too_many: bool = False


def propose(table: pd.DataFrame, content: ColumnContent) -> Proposed:
    """Groups among the records of a table of deviations that have no cause (domain 4.0, rule 9).

    ``table``: as intake reads it, its descriptions still there. Where the step is known on both
    sides and differs, two records are never in one group.
    """
    rows = table[is_compared(table)]
    limits = content.thresholds
    if rows[FREE_TEXT].nunique() > limits.alike_most if len(rows) else False:
        return Proposed((), len(rows), too_many=True)
    steps = rows["step"] if "step" in rows else pd.Series([None] * len(rows), dtype=object)
    groups = alike(list(rows[FREE_TEXT]), list(steps), float(limits.alike)) if len(rows) else []
    records = [_record(row) for row in rows.to_dict("records")] if groups else []
    return Proposed(tuple(tuple(records[n] for n in group) for group in groups), len(rows))


def is_compared(table: pd.DataFrame) -> "pd.Series[bool]":
    """True for the records whose description stands in for a cause that nobody gave."""
    if FREE_TEXT not in table:
        return pd.Series(data=False, index=table.index, dtype=bool)
    described = table[FREE_TEXT].notna()
    if "cause" not in table:
        return described
    return described & (table["cause"].isna() | (table["cause"] == NO_CAUSE))


def with_groups(table: pd.DataFrame, mapping: FileMapping, sha256: str) -> pd.DataFrame:
    """The table with the groups that a person confirmed; unconfirmed it stays as it is.

    The column ``ALIKE`` holds the code of a group, ``ALONE`` for a record that was compared and is
    in none, None for one that was not compared. Codes of two files never meet.
    """
    compared = is_compared(table)
    if not mapping.similar or not compared.any():
        return table
    of = {
        (place.sheet, place.row): f"{sha256[:12]}.{number}"
        for number, group in enumerate(mapping.similar, 1)
        for place in group
    }
    codes = np.full(len(table), None, dtype=object)
    for at in np.flatnonzero(compared):
        sheet, row = table["_sheet"].iloc[at], int(table["_row"].iloc[at])
        codes[at] = of.get((sheet, row)) or of.get((None, row)) or ALONE
    return table.assign(**{ALIKE: pd.Series(codes, index=table.index, dtype=object)})


def _record(row: Mapping[Any, Any]) -> Resembling:
    found, batch = row.get("discovered"), row.get("batch")
    return Resembling(
        place=Place(sheet=_text(row["_sheet"]) or None, row=int(str(row["_row"]))),
        record=_text(row.get("id")),
        discovered=found.date() if isinstance(found, pd.Timestamp) else None,
        batches=tuple(map(str, batch)) if isinstance(batch, list | tuple) else (),
        step=_text(row.get("step")),
    )


def _text(value: object) -> str:
    return "" if is_blank(value) else str(value)
