"""Things worth knowing about a file: they stop nothing, and identify nobody."""

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from readiness.domain.addresses import column_letters
from readiness.domain.columns import ColumnContent, FieldContent, KindContent
from readiness.evidence.dates import Stamps, Written
from readiness.evidence.grid import Grid
from readiness.evidence.privacy import SOMEBODY, count_in_column, find_each, looks_like_name
from readiness.evidence.values import Converted, clean, hides_a_person
from readiness.evidence.words import normal
from readiness.files.opened import Cell, OpenedFile, SheetInfo

Counts = npt.NDArray[np.intp]
MOST_VALUES = 20
"""Unknown values listed for one column; the rest is counted."""
Rows = Callable[[npt.NDArray[np.bool_]], tuple[int, ...]]
"""The rows of the file that hold one of the chosen distinct values."""
_CLOCK = re.compile(r"\d{1,2}\s?[:h]\s?\d{2}(?::\d{2})?(?:\s?[AaPp]\.?\s?[Mm]\.?|\s?Uhr)?")
_LOOKED_AT = 200


@dataclass(frozen=True)
class Note:
    """Something worth knowing that stops nothing; ``rows`` of the file, where it has some."""

    code: str
    text: str
    rows: tuple[int, ...] = ()


def file_notes(opened: OpenedFile, info: SheetInfo, content: ColumnContent) -> list[Note]:
    """What the file and the sheet are: macros, hidden, cells that show an error."""
    say = content.errors.text
    found = []
    if opened.macros:
        found.append(Note("note_macros", say("note_macros")))
    if info.state != "visible":
        found.append(Note("note_hidden", say("note_hidden")))
    if info.stored.errors:
        text = say("note_formula_errors", count=info.stored.errors)
        found.append(Note("note_formula_errors", text))
    return found


def value_notes(
    content: ColumnContent,
    spec: FieldContent,
    heading: str,
    values: Sequence[Cell],
    counts: Counts,
    converted: Converted,
    rows: Rows,
) -> list[Note]:
    """What happened to the values of one column; ``counts``: how often each distinct one stands."""
    say = content.errors.text
    found = _unknown_notes(content, spec, values, counts, converted, rows)
    if spec.look == "person":
        people = len({v for v in converted.values if v is not None})
        if people:
            code = "note_roles" if SOMEBODY in converted.values else "note_coded"
            found.append(Note(code, say(code, heading=heading, count=people)))
    if count := int(counts[converted.identified].sum()):
        what = _kinds([values[int(i)] for i in np.flatnonzero(converted.identified)], content)
        found.append(_identifiers(content, heading, count, what, "identifiers_coded"))
    if spec.several:
        several = np.array([v is not None and len(v) > 1 for v in converted.values], dtype=bool)
        if count := int(counts[several].sum()):
            text = say("note_several", label=spec.label, count=count)
            found.append(Note("note_several", text, rows(several)))
    if count := int(counts[converted.nothing].sum()):
        text = say("note_empty_words", label=spec.label, count=count)
        found.append(Note("note_empty_words", text, rows(converted.nothing)))
    return found


def _unknown_notes(
    content: ColumnContent,
    spec: FieldContent,
    values: Sequence[Cell],
    counts: Counts,
    converted: Converted,
    rows: Rows,
) -> list[Note]:
    say = content.errors.text
    code = "note_values_kept" if spec.keep_unmapped else "note_values"
    found, hidden = [], np.zeros(len(values), dtype=bool)
    # The most frequent first: a cause that fills half the log matters more than a slip of the pen.
    unmapped = converted.unknown | converted.dismissed
    unknown = sorted(np.flatnonzero(unmapped), key=lambda i: -counts[i])
    if len(unknown) > 1:
        total = int(counts[unmapped].sum())
        text = say("note_values_unmapped", label=spec.label, count=total, distinct=len(unknown))
        found.append(Note("note_values_unmapped", text, rows(unmapped)))
    for place, i in enumerate(unknown):
        text = clean(values[int(i)])
        if place >= MOST_VALUES or hides_a_person(text, content.no_person) or len(text) > 60:
            hidden[i] = True
            continue
        count = int(counts[i])
        at = rows(np.arange(len(values)) == i)
        own = "note_values_dismissed" if converted.dismissed[i] else code
        found.append(Note(own, say(own, label=spec.label, count=count, value=text), at))
    if hidden.any():
        code = "note_values_hidden_kept" if spec.keep_unmapped else "note_values_hidden"
        text = say(code, label=spec.label, count=int(counts[hidden].sum()))
        found.append(Note(code, text, rows(hidden)))
    return found


def _kinds(cells: Sequence[Cell], content: ColumnContent) -> list[str]:
    texts = [clean(cell) for cell in cells]
    kinds: set[str] = {kind for found in find_each(texts).values() for kind in found}
    if any(looks_like_name(text, content.no_person) for text in texts):
        kinds.add("name")
    return sorted(kinds)


def _identifiers(
    content: ColumnContent, heading: str, count: int, kinds: Sequence[str], consequence: str
) -> Note:
    say = content.errors.text
    return Note(
        "note_identifiers",
        say(
            "note_identifiers",
            heading=heading,
            count=count,
            what=", ".join(map(say, kinds)),
            consequence=say(consequence),
        ),
    )


def shown_heading(content: ColumnContent, grid: Grid, column: int) -> str:
    """The heading of a column that nobody mapped, or its letter where it reads as a name.

    A matrix may have people for headings; what a log is known to be headed by is no person.
    """
    heading = grid.headings[column]
    if looks_like_name(heading, content.no_person) and normal(heading) not in _known(content):
        return f"Column {column_letters(grid.places[column] + 1)}"
    return heading


def _known(content: ColumnContent) -> frozenset[str]:
    fields = [field for kind in content.kinds.values() for field in kind.fields.values()]
    groups = [(*f.aliases, *f.ambiguous, *f.numbering, f.label) for f in fields]
    return frozenset(normal(alias) for group in groups for alias in group)


def unused_notes(
    content: ColumnContent, grid: Grid, rows: npt.NDArray[np.intp], unused: Sequence[int]
) -> list[Note]:
    """Columns whose cells the table does not keep: their headings, and identifiers in them.

    ``unused``: columns of the grid; free text that is only compared in memory counts as unused.
    """
    found = []
    for column in unused:
        distinct = grid.distinct(column)
        counts = np.bincount(distinct.codes[rows], minlength=len(distinct.values))
        at = [i for i in np.flatnonzero(counts) if isinstance(distinct.values[i], str)]
        texts = [str(distinct.values[i]) for i in at]
        heading = shown_heading(content, grid, column)
        kinds = sorted(count_in_column(grid.headings[column], texts, content.no_person))
        if kinds:
            marked = set(find_each(texts))
            marked |= {
                i for i, text in enumerate(texts) if looks_like_name(text, content.no_person)
            }
            # A heading such as *Date of birth* marks the whole column.
            count = int(sum(counts[at[i]] for i in marked)) or int(counts[at].sum())
            found.append(_identifiers(content, heading, count, kinds, "identifiers_dropped"))
    return found


def clock_notes(
    content: ColumnContent, grid: Grid, rows: npt.NDArray[np.intp], unused: Sequence[int]
) -> list[Note]:
    """Columns of times of day beside the dates: left alone, and said."""
    found = []
    for column in unused:
        distinct = grid.distinct(column)
        here = [distinct.values[code] for code in np.unique(distinct.codes[rows])]
        said = [v for v in here if not isinstance(v, str) or v.strip()]
        times = sum(
            isinstance(v, dt.time) or (isinstance(v, str) and bool(_CLOCK.fullmatch(v.strip())))
            for v in said[:_LOOKED_AT]
        )
        if times and times >= content.thresholds.times * min(len(said), _LOOKED_AT):
            text = content.say("note_times_apart", heading=shown_heading(content, grid, column))
            found.append(Note("note_times_apart", text))
    return found


def date_notes(
    content: ColumnContent,
    spec: FieldContent,
    written: Written,
    stamps: Stamps,
    counts: Counts,
    rows: Rows,
) -> list[Note]:
    """Serial numbers, texts, zones and years that no log reaches."""
    first, last = content.years
    years = stamps.astype("datetime64[Y]").astype(int) + 1970
    far = ~np.isnat(stamps) & ((years < first) | (years > last))
    is_text = (written.texts != "") & ~np.isnat(stamps)
    masks = {
        "note_serials": written.serial,
        "note_text_dates": is_text & (written.real.any() or written.serial.any()),
        "note_zones": written.zoned,
        "note_far_dates": far,
    }
    return [
        Note(
            code,
            content.errors.text(code, label=spec.label, count=count, first=first, last=last),
            rows(mask),
        )
        for code, mask in masks.items()
        if (count := int(counts[mask].sum()))
    ]


def order_notes(content: ColumnContent, kind: KindContent, table: pd.DataFrame) -> list[Note]:
    """Rows in which something ends before it begins, by the days alone."""
    found = []
    for first, second in kind.orders:
        if first not in table or second not in table:
            continue
        if table[first].dtype.kind != "M" or table[second].dtype.kind != "M":
            continue
        odd = table[second].dt.normalize() < table[first].dt.normalize()
        if odd.any():
            text = content.errors.text(
                "note_order",
                first=kind.fields[first].label,
                second=kind.fields[second].label,
                count=int(odd.sum()),
            )
            rows = tuple(int(row) for row in table.loc[odd, "_row"])
            found.append(Note("note_order", text, rows))
    return found
