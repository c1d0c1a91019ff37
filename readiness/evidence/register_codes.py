"""The codes of a batch register as it is kept, and which of them are in process."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

IN_PROCESS = "in_process"


@dataclass(frozen=True)
class RegisterCode:
    """A batch by its code; ``started`` None: the register does not say when."""

    code: str
    started: date | None
    is_in_process: bool


def register_codes(tables: Iterable[pd.DataFrame]) -> tuple[RegisterCode, ...]:
    """Every batch of coded tables of the kind ``batches``, once; a later table counts.

    In process is what the outcome calls so; where no outcome is given, what was begun and has
    neither an end nor a disposition. Without any of these columns nothing is in process.
    """
    found: dict[str, RegisterCode] = {}
    for table in tables:
        for row in table.to_dict("records"):
            code = row.get("batch")
            if isinstance(code, str) and code:
                found[code] = RegisterCode(code, _day(row.get("started")), _is_open(row))
    return tuple(found.values())


def _is_open(row: Mapping[Hashable, Any]) -> bool:
    outcome = row.get("outcome")
    if isinstance(outcome, str) and outcome:
        return outcome == IN_PROCESS
    ends = [row[name] for name in ("completed", "disposition_date") if name in row]
    return bool(ends) and all(pd.isna(end) for end in ends)


def _day(value: object) -> date | None:
    return value.date() if isinstance(value, pd.Timestamp) and not pd.isna(value) else None
