"""What intake takes a file for: every guess with its reason, for a person to confirm."""

from dataclasses import dataclass
from typing import Literal

from readiness.domain.evidence import TableKind
from readiness.evidence.mapping import FileMapping

Confidence = Literal["sure", "check", "none"]


@dataclass(frozen=True)
class ColumnProposal:
    """One field and the heading proposed for it; ``examples`` never show an identifier.

    ``fixed``: without a heading, the value of every row, as the name of the file or sheet says.
    """

    field: str
    label: str
    required: bool
    heading: str | None
    confidence: Confidence
    reasons: tuple[str, ...]
    examples: tuple[str, ...] = ()
    fixed: str | None = None


@dataclass(frozen=True)
class ValueProposal:
    """One word of a mapped column and the canonical value proposed for it."""

    field: str
    label: str
    value: str
    count: int
    canonical: str | None
    confidence: Confidence
    reason: str
    kept: bool = False
    """Not known, and kept as it is."""


@dataclass(frozen=True)
class DateQuestion:
    """A column whose dates can be read in more than one way.

    ``rows`` of ``total`` read differently by ``formats``; ``likely``: the format that other
    columns of the file prove, if it is one of them.
    """

    field: str
    label: str
    heading: str
    formats: tuple[str, ...]
    rows: int
    total: int
    likely: str | None = None


@dataclass(frozen=True)
class Proposal:
    """What a file is taken for.

    ``matched`` of ``len(headings)`` headings are explained. ``others``: further kinds that fit,
    best first. ``preview``: the first rows below the headings, identifiers hidden. ``sheets`` of
    the file, ``left_out`` rows that are no records, counted by reason. ``unsure``: sentences for
    what a person has to look at.
    """

    file: str
    kind: TableKind
    kind_name: str
    sheet: str | None
    header_row: int
    rows: int
    headings: tuple[str, ...]
    matched: int
    others: tuple[TableKind, ...]
    sheets: tuple[str, ...]
    preview: tuple[tuple[str, ...], ...]
    columns: tuple[ColumnProposal, ...]
    values: tuple[ValueProposal, ...]
    dates: tuple[DateQuestion, ...]
    date_formats: dict[str, str]
    """Field -> the format that its texts prove."""
    unused: tuple[str, ...]
    left_out: dict[str, int]
    remembered: FileMapping | None = None
    header_lines: int = 1
    """2 where ``header_row`` is the lower line of two."""
    joined: tuple[str, ...] = ()
    """Further sheets of the same headings that are read as one table with ``sheet``."""

    @property
    def needs_person(self) -> tuple[str, ...]:
        """What is not sure: fields and values, in words."""
        return (
            *(
                f"{c.label}: {'; '.join(c.reasons)}"
                for c in self.columns
                if c.confidence == "check" or (c.required and c.confidence == "none")
            ),
            *(
                f"{v.label}: {v.value}: {v.reason}"
                for v in self.values
                if v.confidence != "sure" and not v.kept
            ),
        )

    @property
    def can_be_read(self) -> bool:
        """Whether every required column has a heading and every date a reading."""
        missing = any(c.required and c.heading is None and c.fixed is None for c in self.columns)
        return not missing and not self.dates

    def mapping(self, *, sure_only: bool = False) -> FileMapping:
        """The mapping to confirm; ``sure_only`` leaves out what a person should look at.

        A date order that has to be chosen is not in it: reading then asks for it.
        """
        wanted = ("sure",) if sure_only else ("sure", "check")
        columns = {c.field: c.heading for c in self.columns if c.heading and c.confidence in wanted}
        values: dict[str, dict[str, str | None]] = {}
        for v in self.values:
            if v.confidence == "check" and v.field in columns and not sure_only:
                values.setdefault(v.field, {})[v.value] = v.canonical
        if self.remembered:
            for field, known in self.remembered.values.items():
                if field in columns:
                    values[field] = {**values.get(field, {}), **known}
        return FileMapping(
            file=self.file,
            kind=self.kind,
            sheet=self.sheet,
            sheets=self.joined,
            header_row=self.header_row,
            header_lines=self.header_lines,
            date_format=self._date_format(columns),
            columns=columns,
            values=values,
            fixed={c.field: c.fixed for c in self.columns if c.fixed and c.confidence in wanted},
        )

    def _date_format(self, columns: dict[str, str]) -> str | dict[str, str] | None:
        proven = {field: way for field, way in self.date_formats.items() if field in columns}
        if not proven:
            return None
        only = set(proven.values())
        # One for the file would also answer a question that is still open.
        asked = any(q.field in columns for q in self.dates)
        return only.pop() if len(only) == 1 and not asked else proven
