"""The join-rate test in words: how many batches link, and where the rows of the rest stand."""

from collections.abc import Sequence
from itertools import groupby

from readiness.domain.evidence import JoinTest, RowRef
from readiness.report.numerals import percent

NO_TEST = "The join-rate test needs a register of batches: add one on Evidence."


def in_words(joins: JoinTest) -> str:
    """The share and what it was counted from, or why there is none."""
    young = f" {joins.young} more began too late to be tested." if joins.young else ""
    astray = f", {joins.strays} of them known to no register" if joins.strays else ""
    if joins.linked is None:
        return f"No batch can be joined yet: {joins.reason}.{young}"
    counted = f"{joins.linked} of {joins.of} batch numbers{astray}"
    if joins.share is None:
        return f"{counted} link across the logs on file. No share yet: {joins.reason}.{young}"
    return f"{counted} link across every log by one key: {percent(joins.share)}.{young}"


def places(rows: Sequence[RowRef], most: int = 12) -> str:
    """Where rows stand, by file and sheet: *Batch register.xlsx (Register): rows 4, 5, 6*."""
    ordered = sorted(rows, key=lambda row: (row.file, row.sheet or "", row.row))
    told = []
    for (file, sheet), group in groupby(ordered, key=lambda row: (row.file, row.sheet)):
        numbers = sorted({row.row for row in group})
        said = ", ".join(map(str, numbers[:most]))
        more = f" and {len(numbers) - most} more" if len(numbers) > most else ""
        where = f"{file} ({sheet})" if sheet else file
        told.append(f"{where}: row{'s' if len(numbers) > 1 else ''} {said}{more}")
    return "; ".join(told)
