"""A file becomes a coded table: look at it, let a person confirm, read it whole or not at all."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from readiness.domain.columns import ColumnContent
from readiness.domain.errors import InputRefused
from readiness.domain.evidence import EvidenceFile, Exclusion, RowRef, counted_out
from readiness.domain.tables import TABLES
from readiness.evidence.checking import check_mapping
from readiness.evidence.grid import Grid
from readiness.evidence.mapping import FileMapping
from readiness.evidence.notes import (
    Note,
    clock_notes,
    file_notes,
    order_notes,
    shown_heading,
    unused_notes,
)
from readiness.evidence.privacy import Coder
from readiness.evidence.proposal import Proposal
from readiness.evidence.proposing import inspect
from readiness.evidence.reading import ColumnReader
from readiness.evidence.records import choose_rows, merge_repeated, repeated_reason
from readiness.evidence.resembling import with_groups
from readiness.evidence.roles import without_people
from readiness.evidence.sheets import layout_of, same_headings, sheet_notes
from readiness.evidence.values import Converter
from readiness.evidence.words import Vocabulary
from readiness.files.opened import OpenedFile

__all__ = ["Intake", "Progress", "Proposal", "inspect", "read"]

Progress = Callable[[int, int, str], None]
"""Called with (done, total, what is done now); may raise Stopped."""


@dataclass(frozen=True)
class Intake:
    """One file as the metrics want it.

    ``table``: the canonical columns that were mapped, then ``_file``, ``_sheet``, ``_row``; dates
    as datetime64, numbers as floats, yes or no as booleans, several batches as tuples, None where
    nothing is given; people are codes. Its column ``description`` is for memory only
    (``storing.storable``). ``out``: the rows left out, each with the reason as its note.
    """

    file: EvidenceFile
    mapping: FileMapping
    table: pd.DataFrame = field(repr=False)
    out: tuple[RowRef, ...]
    notes: tuple[Note, ...]
    layout: str = ""
    """A hash of all headings: by it the next file of the layout is known."""

    @property
    def left_out(self) -> dict[str, tuple[int, ...]]:
        """Reason -> rows of the file."""
        found: dict[str, list[int]] = {}
        for ref in self.out:
            found.setdefault(ref.note, []).append(ref.row)
        return {reason: tuple(rows) for reason, rows in found.items()}

    @property
    def exclusions(self) -> tuple[Exclusion, ...]:
        """What was left out, counted by reason."""
        return counted_out(self.out)


def read(
    opened: OpenedFile,
    mapping: FileMapping,
    content: ColumnContent,
    coder: Coder,
    progress: Progress | None = None,
) -> Intake:
    """The table of a file by a confirmed mapping.

    All or nothing: raises InputRefused with every problem of the file, by sheet, row and column;
    nothing of the file is then returned. ``coder`` is shared by all files of an assessment. Source:
    formats, *Evidence tables*; domain 4.1.
    """
    tell = progress or (lambda _done, _total, _text: None)
    say, steps = content.errors.text, len(mapping.columns) + 2
    tell(0, steps, say("reading", sheet=mapping.sheet or opened.name))
    grid = open_grid(opened, mapping, content)
    if problems := check_mapping(mapping, grid, content):
        raise InputRefused(problems)
    reader = _reader(opened, mapping, content, coder, grid)
    chosen = choose_rows(grid, mapping, content, reader.converter)
    if not len(chosen.rows):
        raise content.errors.refused(
            "no_rows", opened.name, sheet=grid.sheet.info.name, row=grid.header_row
        )
    reader.rows = chosen.rows
    columns: dict[str, npt.NDArray[Any]] = {}
    for done, name in enumerate(_in_order(mapping, content), start=1):
        tell(done, steps, say("column", label=reader.kind.fields[name].label))
        columns[name] = reader.read(name)
    for name, value in mapping.fixed.items():
        columns.setdefault(name, np.full(len(chosen.rows), value, dtype=object))
    if reader.problems:
        raise InputRefused(sorted(reader.problems, key=lambda p: (p.row or 0, p.column or "")))
    intake = _table(opened, mapping, content, reader, columns)
    tell(steps, steps, say("reading", sheet=mapping.sheet or opened.name))
    table = with_groups(intake.table, mapping, opened.sha256)
    return replace(intake, table=table, out=(*chosen.left_out, *intake.out))


def open_grid(opened: OpenedFile, mapping: FileMapping, content: ColumnContent) -> Grid:
    """The grid that a mapping names. Raises InputRefused if the sheet or the row is not there."""
    try:
        sheet = opened.sheet(mapping.sheet)
    except KeyError as error:
        names = ", ".join(info.name for info in opened.sheets)
        raise content.errors.refused(
            "no_such_sheet", opened.name, sheet=mapping.sheet, names=names
        ) from error
    last = len(sheet.rows)
    if mapping.header_row > last or not any(c != "" for c in sheet.rows[mapping.header_row - 1]):
        raise content.errors.refused(
            "no_such_heading_row",
            opened.name,
            sheet=mapping.sheet,
            row=mapping.header_row,
            last=last,
        )
    first = Grid.below(sheet, mapping.header_row, mapping.header_lines)
    return _with_sheets(opened, mapping, content, first) if mapping.sheets else first


def _with_sheets(
    opened: OpenedFile, mapping: FileMapping, content: ColumnContent, first: Grid
) -> Grid:
    """The grid with the further sheets that a mapping names, each of the same headings."""
    found = [first]
    for name in mapping.sheets:
        try:
            sheet = opened.sheet(name)
        except KeyError as error:
            names = ", ".join(info.name for info in opened.sheets)
            raise content.errors.refused(
                "no_such_sheet", opened.name, sheet=name, names=names
            ) from error
        grid = same_headings(sheet, first, mapping.header_lines)
        if grid is None:
            last = len(sheet.rows)
            raise content.errors.refused(
                "no_such_heading_row", opened.name, sheet=name, row=first.header_row, last=last
            )
        found.append(grid)
    return Grid.joined(found)


def _reader(
    opened: OpenedFile, mapping: FileMapping, content: ColumnContent, coder: Coder, grid: Grid
) -> ColumnReader:
    words = {name: Vocabulary(words, 1) for name, words in content.values.items()}
    return ColumnReader(
        opened=opened,
        mapping=mapping,
        content=content,
        kind=content.kinds[mapping.kind],
        grid=grid,
        converter=Converter(content, coder, words, decimal_comma=opened.delimiter == ";"),
        rows=np.arange(len(grid)),
        required=TABLES[mapping.kind].required,
    )


def _in_order(mapping: FileMapping, content: ColumnContent) -> Sequence[str]:
    """The mapped fields in the order of the content, without those read aside."""
    fields = content.kinds[mapping.kind].fields
    return [name for name, spec in fields.items() if name in mapping.columns and not spec.aside]


def _frame(
    opened: OpenedFile,
    mapping: FileMapping,
    reader: ColumnReader,
    columns: dict[str, npt.NDArray[Any]],
) -> pd.DataFrame:
    """The columns with the place of each row; people as the coder wants them."""
    grid, name = reader.grid, reader.grid.sheet.info.name
    table = pd.DataFrame(
        {
            name: pd.Series(v, dtype=object if v.dtype == object else None)
            for name, v in columns.items()
        }
    )
    table["_file"] = pd.Series([opened.name] * len(table), dtype=object)
    sheets = grid.sheet_names(reader.rows) if grid.parts else [name or None] * len(table)
    table["_sheet"] = pd.Series(sheets, dtype=object)
    table["_row"] = np.array(grid.row_numbers(reader.rows), dtype=np.int64)
    roles_only = reader.converter.coder.roles_only
    return without_people(table, mapping.kind) if roles_only else table


def _table(
    opened: OpenedFile,
    mapping: FileMapping,
    content: ColumnContent,
    reader: ColumnReader,
    columns: dict[str, npt.NDArray[Any]],
) -> Intake:
    """The table with its places, each record once, and what is worth knowing of it."""
    grid, kind, info = reader.grid, reader.kind, reader.grid.sheet.info
    table = _frame(opened, mapping, reader, columns)
    merged = merge_repeated(table, kind)
    reason = content.errors.text(repeated_reason(kind, table))
    left_out = tuple(ref.model_copy(update={"note": reason}) for ref in merged.repeated)
    notes = [
        *sheet_notes(opened, grid, mapping.header_lines, content),
        *file_notes(opened, info, content),
        *reader.notes,
        *_unused(reader, content),
    ]
    if merged.conflicting:
        text = content.errors.text("note_conflict", count=len(merged.conflicting))
        notes.append(Note("note_conflict", text, merged.conflicting))
    notes += order_notes(content, kind, merged.table)
    return Intake(
        _file(opened, mapping, "" if grid.parts else info.name, merged.table),
        mapping,
        merged.table,
        left_out,
        tuple(notes),
        layout_of(grid.headings),
    )


def _unused(reader: ColumnReader, content: ColumnContent) -> list[Note]:
    """The headings that nobody mapped, and identifiers in what the table does not keep."""
    kept = {
        heading
        for name, heading in reader.mapping.columns.items()
        if reader.kind.fields[name].look != "free_text"
    }
    unused = [i for i, heading in enumerate(reader.grid.headings) if heading not in kept]
    free = set(reader.mapping.columns.values())
    left = [i for i in unused if reader.grid.headings[i] not in free]
    notes = []
    if left:
        names = ", ".join(shown_heading(content, reader.grid, i) for i in left)
        notes.append(Note("note_unmapped", content.errors.text("note_unmapped", names=names)))
    notes += clock_notes(content, reader.grid, reader.rows, left)
    return notes + unused_notes(content, reader.grid, reader.rows, unused)


def _file(
    opened: OpenedFile, mapping: FileMapping, sheet: str, table: pd.DataFrame
) -> EvidenceFile:
    """What the register says of the file: its hash, its rows, its first and last date."""
    named = (*TABLES[mapping.kind].required, *TABLES[mapping.kind].optional)
    dates = [name for name in named if name in table and table[name].dtype.kind == "M"]
    days = table[dates[0]].dropna() if dates else pd.Series(dtype="datetime64[us]")
    return EvidenceFile(
        name=opened.name,
        sha256=opened.sha256,
        kind=mapping.kind,
        sheet=sheet or None,
        rows=len(table),
        first=days.min().date() if len(days) else None,
        last=days.max().date() if len(days) else None,
    )
