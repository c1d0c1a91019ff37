"""What was done to a table besides filling it: said beside the difference, and never taken.

Codes RT32 to RT49 are those of the workbook specification, *Round trip*, and a few of its kind.
"""

from collections.abc import Mapping, Sequence

from readiness.report.layout import REGISTER
from readiness.workspace.report_tables import KINDS, WHAT_IF, Kind, Reading
from readiness.workspace.returned import Row, Table, text

Rows = Mapping[str, tuple[int, Row]]
"""Row number and cells by id."""


def note_table(reading: Reading, sheet: str, there: Table, rows: Rows) -> None:
    """Everything that is worth knowing of one table."""
    kind, left = KINDS[sheet], reading.left(sheet)
    _note_missing(reading, there.sheet, [id for id in left if id not in rows])
    _note_merged(reading, kind, there)
    if sheet == REGISTER:
        _note_tried(reading, there, rows)


def _note_missing(reading: Reading, name: str, missing: Sequence[str]) -> None:
    if missing:
        few = ", ".join(missing[:5]) + (" and others" if len(missing) > 5 else "")
        count = f"{len(missing)} row{'s are' if len(missing) > 1 else ' is'} missing"
        reading.remarks.note("RT43", f"{count} ({few}); nothing of that changes", name)


def _note_merged(reading: Reading, kind: Kind, there: Table) -> None:
    open_ones = {there.at[kind.headings[key]] + 1 for key in kind.fields}
    for (top, left), (bottom, right) in reading.anatomy.sheet(there.sheet).merged:
        if bottom >= there.first and any(left <= column <= right for column in open_ones):
            message = f"rows {top} to {bottom} are merged: the value counts for the first one only"
            reading.remarks.note("RT32", message, there.sheet, top)


def _note_tried(reading: Reading, there: Table, rows: Rows) -> None:
    """RT49: levels tried out stand in the register and are never taken from it."""
    tried = [
        id
        for id, (_, row) in rows.items()
        if WHAT_IF in there.at and text(there.cell(row, WHAT_IF))
    ]
    if tried:
        few = ", ".join(tried[:5]) + (" and others" if len(tried) > 5 else "")
        message = f"levels tried out ({few}) are never taken; answer the question in the app"
        reading.remarks.note("RT49", message, there.sheet, None, WHAT_IF)
