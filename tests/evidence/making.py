"""Logs made for tests, and the shipped vocabulary that reads them."""

import csv
import io
from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any

import pandas as pd

from readiness.content import content_root
from readiness.content.columns import load_columns
from readiness.domain.columns import ColumnContent
from readiness.evidence.columns import KnownHeadings
from readiness.evidence.grid import Grid
from readiness.evidence.intake import Intake, inspect, read
from readiness.evidence.mapping import FileMapping
from readiness.evidence.privacy import Coder
from readiness.files.opened import OpenedFile
from readiness.files.opening import open_upload
from tests.files.making import Value, xlsx

HEADINGS = ("Record No.", "Date Discovered", "Severity", "Lot Number", "Root Cause", "Status")


@cache
def content() -> ColumnContent:
    """The shipped vocabulary."""
    return load_columns(content_root() / "cgt-operational-readiness")


@cache
def known() -> KnownHeadings:
    """Its headings."""
    return KnownHeadings(content())


def as_csv(
    rows: Sequence[Sequence[Any]], name: str = "log.csv", delimiter: str = ","
) -> OpenedFile:
    """An opened csv file."""
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=delimiter).writerows(rows)
    return open_upload(name, buffer.getvalue().encode(), errors=content().errors)


def as_xlsx(rows: Sequence[Sequence[Value]], name: str = "log.xlsx") -> OpenedFile:
    """An opened workbook of one sheet, Log."""
    return open_upload(name, xlsx({"Log": rows}), errors=content().errors)


def grid(rows: Sequence[Sequence[Any]], header_row: int = 1) -> Grid:
    """The grid below a row of a csv file."""
    return Grid.below(as_csv(rows).sheet(), header_row)


def deviations(*rows: Sequence[Value]) -> list[list[Value]]:
    """A deviation log: id, discovered, severity, batch, cause, status."""
    return [list(HEADINGS), *(list(row) for row in rows)]


def deviation(number: int, **changed: Value) -> list[Value]:
    """One row of it."""
    row: dict[str, Value] = {
        "id": f"DEV-{number:03d}",
        "discovered": date(2026, 1, 1 + number % 28),
        "severity": "Minor",
        "batch": f"P{number:03d}",
        "cause": "Equipment",
        "status": "Closed",
    }
    return list((row | changed).values())


def intake(
    opened: OpenedFile,
    mapping: FileMapping | None = None,
    coder: Coder | None = None,
    **changed: Any,
) -> Intake:
    """A file through the whole intake, by its own proposal unless a mapping is given."""
    mapping = mapping or inspect(opened, content()).mapping()
    return read(opened, mapping.model_copy(update=changed), content(), coder or Coder())


def column(found: Intake, name: str) -> list[Any]:
    """The values of one column; NaT and NaN as None."""
    return [None if pd.isna(value) else value for value in found.table[name].tolist()]
