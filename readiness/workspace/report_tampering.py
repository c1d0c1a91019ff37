"""What was done to a table besides filling it: said beside the difference, and never taken.

Codes RT32 to RT49 are those of the workbook specification, *Round trip*, and a few of its kind.
"""

from collections.abc import Mapping, Sequence

from readiness.report.layout import REGISTER
from readiness.report.sealing import flat
from readiness.workspace.report_tables import CAPABILITY, KINDS, WHAT_IF, Kind, Reading
from readiness.workspace.returned import Row, Table, text

RECORDS = "Records"
Rows = Mapping[str, tuple[int, Row]]
"""Row number and cells by id."""


def note_table(reading: Reading, sheet: str, there: Table, rows: Rows) -> None:
    """Everything that is worth knowing of one table."""
    kind, left = KINDS[sheet], reading.left(sheet)
    _note_missing(reading, there.sheet, [id for id in left if id not in rows])
    _note_merged(reading, kind, there)
    _note_computed(reading, kind, there, rows)
    if sheet == REGISTER:
        _note_others(reading, there, rows)


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


def _note_computed(reading: Reading, kind: Kind, there: Table, rows: Rows) -> None:
    """RT40: a value typed over a formula is never read; the engine computes it anew."""
    if not reading.anatomy.known or not rows:
        return
    formulas = reading.anatomy.sheet(there.sheet).formulas
    places = {head: there.at[head] + 1 for head in kind.computed if head in there.at}
    over = {
        heading: [
            id
            for id, (number, _) in rows.items()
            if (number, place) not in formulas and _is_live(reading, heading, id)
        ]
        for heading, place in places.items()
    }
    numbers = [number for number, _ in rows.values()]
    if places and not any((n, place) in formulas for n in numbers for place in places.values()):
        message = "its formulas were replaced by values; the app computes every figure anew"
        reading.remarks.note("RT40", message, there.sheet)
        return
    for heading, ids in over.items():
        if ids:
            more = f" and {len(ids) - 1} more" if len(ids) > 1 else ""
            message = f"{heading} is computed; what was typed over it for {ids[0]}{more} is ignored"
            reading.remarks.note("RT40", message, there.sheet, rows[ids[0]][0], heading)


def _is_live(reading: Reading, heading: str, id: str) -> bool:
    """Whether the cell left with a formula: without metrics a records level is a plain blank."""
    return heading != RECORDS or bool(reading.origin.questionnaire.metrics_of[id])


def _note_others(reading: Reading, there: Table, rows: Rows) -> None:
    """RT42, RT49: what stands in the register and is never taken from it."""
    content = reading.origin.questionnaire.capabilities
    for id, (number, row) in rows.items():
        if text(there.cell(row, CAPABILITY)) != flat(content[id].name):
            message = f"the name of {id} comes from the questionnaire; the change is ignored"
            reading.remarks.note("RT42", message, there.sheet, number, CAPABILITY)
    tried = [
        id
        for id, (_, row) in rows.items()
        if WHAT_IF in there.at and text(there.cell(row, WHAT_IF))
    ]
    if tried:
        few = ", ".join(tried[:5]) + (" and others" if len(tried) > 5 else "")
        message = f"levels tried out ({few}) are never taken; answer the question in the app"
        reading.remarks.note("RT49", message, there.sheet, None, WHAT_IF)
