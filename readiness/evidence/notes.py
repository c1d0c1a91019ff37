"""Things worth knowing about a file: they stop nothing, and identify nobody."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from readiness.domain.columns import ColumnContent, FieldContent, KindContent
from readiness.evidence.dates import Stamps, Written
from readiness.evidence.grid import Grid
from readiness.evidence.privacy import count_in_column, find_each, looks_like_name
from readiness.evidence.values import Converted, clean, hides_a_person
from readiness.files.opened import Cell, OpenedFile, SheetInfo

Counts = npt.NDArray[np.intp]
MOST_VALUES = 20
"""Unknown values listed for one column; the rest is counted."""


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
) -> list[Note]:
    """What happened to the values of one column; ``counts``: rows of each distinct value."""
    say = content.errors.text
    found = _unknown_notes(content, spec, values, counts, converted)
    if spec.look == "person":
        people = len({v for v in converted.values if v is not None})
        if people:
            text = say("note_coded", heading=heading, count=people)
            found.append(Note("note_coded", text))
    if count := int(counts[converted.identified].sum()):
        what = _kinds([values[int(i)] for i in np.flatnonzero(converted.identified)], content)
        found.append(_identifiers(content, heading, count, what, "identifiers_coded"))
    if spec.several:
        several = np.array([v is not None and len(v) > 1 for v in converted.values], dtype=bool)
        if count := int(counts[several].sum()):
            text = say("note_several", label=spec.label, count=count)
            found.append(Note("note_several", text))
    if count := int(counts[converted.nothing].sum()):
        text = say("note_empty_words", label=spec.label, count=count)
        found.append(Note("note_empty_words", text))
    return found


def _unknown_notes(
    content: ColumnContent,
    spec: FieldContent,
    values: Sequence[Cell],
    counts: Counts,
    converted: Converted,
) -> list[Note]:
    say = content.errors.text
    code = "note_values_kept" if spec.keep_unmapped else "note_values"
    found, hidden = [], 0
    # The most frequent first: a cause that fills half the log matters more than a slip of the pen.
    unknown = sorted(np.flatnonzero(converted.unknown), key=lambda i: -counts[i])
    for place, i in enumerate(unknown):
        text = clean(values[int(i)])
        if place >= MOST_VALUES or hides_a_person(text, content.not_names) or len(text) > 60:
            hidden += int(counts[i])
            continue
        count = int(counts[i])
        found.append(Note(code, say(code, label=spec.label, count=count, value=text)))
    if hidden:
        code = "note_values_hidden_kept" if spec.keep_unmapped else "note_values_hidden"
        found.append(Note(code, say(code, label=spec.label, count=hidden)))
    return found


def _kinds(cells: Sequence[Cell], content: ColumnContent) -> list[str]:
    texts = [clean(cell) for cell in cells]
    kinds: set[str] = {kind for found in find_each(texts).values() for kind in found}
    if any(looks_like_name(text, content.not_names) for text in texts):
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
        heading = grid.headings[column]
        kinds = sorted(count_in_column(heading, texts, content.not_names))
        if kinds:
            marked = set(find_each(texts))
            marked |= {
                i for i, text in enumerate(texts) if looks_like_name(text, content.not_names)
            }
            # A heading such as *Date of birth* marks the whole column.
            count = int(sum(counts[at[i]] for i in marked)) or int(counts[at].sum())
            found.append(_identifiers(content, heading, count, kinds, "identifiers_dropped"))
    return found


def date_notes(
    content: ColumnContent, spec: FieldContent, written: Written, stamps: Stamps, counts: Counts
) -> list[Note]:
    """Serial numbers, texts, zones and years that no log reaches."""
    first, last = content.years
    years = stamps.astype("datetime64[Y]").astype(int) + 1970
    far = ~np.isnat(stamps) & ((years < first) | (years > last))
    is_text = (written.texts != "") & ~np.isnat(stamps)
    masks = {
        "note_serials": written.serial,
        "note_text_dates": is_text if written.real.any() else np.zeros(len(far), dtype=bool),
        "note_zones": written.zoned,
        "note_far_dates": far,
    }
    return [
        Note(
            code,
            content.errors.text(code, label=spec.label, count=count, first=first, last=last),
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
