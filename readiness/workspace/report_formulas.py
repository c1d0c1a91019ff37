"""Formulas changed by hand on the sheets that are no table: each is named, and nothing is refused.

Codes RT40, RT44 and RT47 are those of the workbook specification, *Round trip*.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from readiness.domain.addresses import column_letters
from readiness.files.anatomy import Place, SheetAnatomy
from readiness.report.untouched import form
from readiness.workspace.report_tables import Reading

FEW = 5
"""Places that are told by name."""
ANEW = "the app computes every figure anew"


def note_formulas(reading: Reading, names: Mapping[str, str]) -> None:
    """Name the formulas that did not leave; ``names``: what sheets are called now.

    A file that is not of the xlsx kind tells nothing of its formulas, and a sheet that was
    renamed or deleted is not looked at.
    """
    for sheet, left in reading.exported.forms.items():
        name = names.get(sheet, sheet)
        if left and name in reading.anatomy.sheets:
            _note(reading, name, left, reading.anatomy.sheets[name])


def _note(reading: Reading, name: str, left: Mapping[str, int], marks: SheetAnatomy) -> None:
    if not marks.formulas:
        message = f"its formulas were replaced by values; {ANEW}"
        reading.remarks.note("RT40", message, name)
        return
    now = {place: _form(marks, place) for place in sorted(marks.formulas)}
    others = [place for place, said in now.items() if said is not None and said not in left]
    if 2 * len(others) > len(now):
        message = f"its columns were moved, so that its formulas were not compared; {ANEW}"
        reading.remarks.note("RT47", message, name)
        return
    if others:
        row, column = others[0]
        message = f"tampered: this formula was changed or added by hand{_more(others)}; {ANEW}"
        reading.remarks.note("RT44", message, name, row, column_letters(column))
    there = Counter(now.values())
    lost = sum(max(0, count - there[said]) for said, count in left.items()) - there[None]
    if (gone := lost - len(others)) > 0:
        cells = "1 formula was" if gone == 1 else f"{gone} formulas were"
        reading.remarks.note("RT40", f"{cells} typed over or deleted; {ANEW}", name)


def _form(marks: SheetAnatomy, place: Place) -> str | None:
    """What it says; None where its text is not known."""
    told = marks.formula(place)
    return None if told is None else form(told[1], told[0][0], {})


def _more(others: Sequence[Place]) -> str:
    if len(others) == 1:
        return ""
    told = ", ".join(f"{column_letters(column)}{row}" for row, column in others[1:FEW])
    rest = len(others) - FEW
    return f", and so were {told}" + (f" and {rest} more" if rest > 0 else "")
