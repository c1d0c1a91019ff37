"""Whether a mapping fits its file: every error at once, with the nearest valid name."""

from collections import Counter
from collections.abc import Iterable

from rapidfuzz import process

from readiness.domain.columns import ColumnContent, KindContent
from readiness.domain.errors import Problem
from readiness.domain.tables import TABLES
from readiness.evidence.dates import directive
from readiness.evidence.grid import Grid
from readiness.evidence.mapping import REAL_DATES, FileMapping


def nearest(name: str, names: Iterable[str]) -> str:
    """The most similar of some names, '' if there is none."""
    known = list(names)
    return process.extractOne(name, known)[0] if known else ""


def check_mapping(mapping: FileMapping, grid: Grid, content: ColumnContent) -> list[Problem]:
    """What of a mapping does not fit the file or the tables.

    Codes ``unknown_field``, ``no_such_column``, ``column_twice``, ``missing_column``,
    ``unknown_value``, ``date_format_unknown``, ``row_outside``.
    """
    kind = content.kinds[mapping.kind]
    return [
        *_columns(mapping, grid, content, kind),
        *_values(mapping, content, kind),
        *_formats(mapping, content, kind),
        *_rows(mapping, grid, content),
    ]


def _columns(
    mapping: FileMapping, grid: Grid, content: ColumnContent, kind: KindContent
) -> Iterable[Problem]:
    say, sheet = content.errors.problem, grid.sheet.info.name
    for name, heading in mapping.columns.items():
        if name not in kind.fields:
            near = nearest(name, kind.fields)
            yield say("unknown_field", mapping.file, field=name, kind=kind.name, nearest=near)
        elif heading not in grid.headings:
            near = nearest(heading, grid.headings)
            yield say(
                "no_such_column",
                mapping.file,
                sheet=sheet,
                row=grid.header_row,
                column=heading,
                nearest=near,
            )
    for heading, count in Counter(mapping.columns.values()).items():
        if count > 1:
            fields = [name for name, used in mapping.columns.items() if used == heading]
            names = ", ".join(fields)
            yield say("column_twice", mapping.file, sheet=sheet, column=heading, fields=names)
    for name in TABLES[mapping.kind].required:
        if name not in mapping.columns and name not in mapping.fixed:
            label = kind.fields[name].label
            yield say("missing_column", mapping.file, sheet=sheet, label=label, kind=kind.name)


def _values(mapping: FileMapping, content: ColumnContent, kind: KindContent) -> Iterable[Problem]:
    say = content.errors.problem
    said = {name: list(chosen.values()) for name, chosen in mapping.values.items()}
    for name, value in mapping.fixed.items():
        said[name] = [*said.get(name, []), value]
    for name, chosen in said.items():
        field = kind.fields.get(name)
        if field is None:
            near = nearest(name, kind.fields)
            yield say("unknown_field", mapping.file, field=name, kind=kind.name, nearest=near)
            continue
        vocabulary = field.values or ("yes_no" if field.look in ("yes_no", "date_or_yes") else "")
        valid = content.values.get(vocabulary, {})
        for value in dict.fromkeys(v for v in chosen if v is not None):
            if value not in valid:
                names = ", ".join(valid)
                yield say(
                    "unknown_value", mapping.file, value=value, label=field.label, names=names
                )


def _formats(mapping: FileMapping, content: ColumnContent, kind: KindContent) -> Iterable[Problem]:
    say = content.errors.problem
    declared = mapping.date_format
    by_field = declared if isinstance(declared, dict) else {"": declared} if declared else {}
    names = ", ".join(way.format for way in content.date_formats)
    for name, pattern in by_field.items():
        if name and name not in kind.fields:
            near = nearest(name, kind.fields)
            yield say("unknown_field", mapping.file, field=name, kind=kind.name, nearest=near)
        if pattern != REAL_DATES and directive(pattern) is None:
            yield say("date_format_unknown", mapping.file, found=pattern, names=names)


def _rows(mapping: FileMapping, grid: Grid, content: ColumnContent) -> Iterable[Problem]:
    first, last = grid.header_row + 1, grid.header_row + len(grid.parts[0] if grid.parts else grid)
    for entry in mapping.leave_out:
        for row in entry.rows:
            if grid.index(row, entry.sheet) is None:
                yield content.errors.problem(
                    "row_outside",
                    mapping.file,
                    sheet=entry.sheet or grid.sheet.info.name,
                    row=row,
                    first=first,
                    last=last,
                )
