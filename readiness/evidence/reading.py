"""One mapped column after another: from cells to typed values, or problems with their places."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from readiness.domain.columns import ColumnContent, FieldContent, KindContent
from readiness.domain.errors import Problem
from readiness.evidence.dates import (
    UNIT,
    Written,
    most_fitting,
    parse,
    readings,
    resolve,
    take_apart,
)
from readiness.evidence.grid import Grid, Mask
from readiness.evidence.mapping import REAL_DATES, FileMapping
from readiness.evidence.notes import Counts, Note, Rows, date_notes, value_notes
from readiness.evidence.values import Converted, Converter, Values, clean, hides_a_person
from readiness.evidence.words import unit_of
from readiness.files.opened import Cell, OpenedFile

MOST_PROBLEMS = 100
"""Rows listed for one problem of one column; the rest is counted."""
_SAFE = re.compile(r"[\w\s.,:/'+-]{0,15}\d[\w\s.,:/'+-]{0,15}")


@dataclass
class ColumnReader:
    """Reads the columns of one grid by its mapping, over the rows that are records.

    ``rows``: indices of the rows that count. Problems and notes gather here.
    """

    opened: OpenedFile
    mapping: FileMapping
    content: ColumnContent
    kind: KindContent
    grid: Grid
    converter: Converter
    rows: npt.NDArray[np.intp]
    required: tuple[str, ...] = ()
    problems: list[Problem] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)
    """Fields whose dates can be read in two ways, so that a person must say which."""

    def read(self, name: str) -> npt.NDArray[Any]:
        """The values of a field, one for each row that counts.

        Dates come as datetime64 with NaT, numbers as floats with NaN, the rest as objects with
        None.
        """
        spec, column = self.kind.fields[name], self._column(name)
        distinct = self.grid.distinct(column)
        used, places = np.unique(distinct.codes[self.rows], return_inverse=True)
        values: list[Cell] = [distinct.values[code] for code in used]
        counts = np.bincount(places, minlength=len(values))
        self._require_results(column)
        if spec.look == "date" or (spec.look == "date_or_yes" and self._are_dates(values)):
            stamps, bad, pattern = self._dates(name, spec, values, counts, self._places(places))
            self._report("date_unreadable", column, values, places, bad, pattern)
            self._require(name, np.isnat(stamps)[places], bad[places])
            return stamps[places]
        converted = self._convert(name, spec, values)
        self._report("number_unreadable", column, values, places, converted.bad, None)
        self.notes += value_notes(
            self.content,
            spec,
            self.grid.headings[column],
            values,
            counts,
            converted,
            self._places(places),
        )
        empty = np.array([value is None for value in converted.values], dtype=bool)
        # A word that is not known is a note of its own, not a missing value.
        self._require(name, empty[places], (converted.bad | converted.unknown)[places])
        if spec.look == "number":
            return converted.values.astype(float)[places] * self._unit(spec, column)
        return converted.values[places]

    def _column(self, name: str) -> int:
        return self.grid.headings.index(self.mapping.columns[name])

    def _unit(self, spec: FieldContent, column: int) -> float:
        """What one of the heading's unit is in the unit of the field; hours are no minutes."""
        unit = unit_of(self.grid.headings[column])
        if unit not in spec.units:
            return 1.0
        text = self.content.say("note_unit", label=spec.label, unit=unit)
        self.notes.append(Note("note_unit", text))
        return spec.units[unit]

    def _places(self, places: npt.NDArray[np.intp]) -> Rows:
        """The rows of the file that hold one of the chosen distinct values."""
        return lambda chosen: tuple(
            self.grid.row_numbers(self.rows[np.flatnonzero(chosen[places])])
        )

    def _convert(self, name: str, spec: FieldContent, values: Sequence[Cell]) -> Converted:
        chosen = self.mapping.values.get(name, {})
        if spec.look in ("yes_no", "date_or_yes"):
            return self.converter.yes_no(values, spec, chosen)
        if spec.values:
            return self.converter.words(values, spec, chosen)
        if spec.look == "number":
            return self.converter.numbers(values)
        if spec.look == "person":
            return self.converter.persons(values)
        if spec.look == "key":
            return self.converter.keys(values, spec)
        if spec.look == "free_text":
            return self.converter.free_texts(values)
        return self.converter.texts(values, spec)

    def _are_dates(self, values: Sequence[Cell]) -> bool:
        words = self.converter.vocabularies["yes_no"]
        said = [v for v in values if not isinstance(v, str) or v.strip()]
        return not all(isinstance(v, bool) or words.knows(clean(v)) for v in said)

    def _dates(
        self, name: str, spec: FieldContent, values: Sequence[Cell], counts: Counts, rows: Rows
    ) -> tuple[Values, Mask, str | None]:
        """Stamps of the distinct values, which are no dates, and the format that was used."""
        if spec.look == "date_or_yes":
            # A *no* among dates says that there is none.
            no = self.converter.vocabularies["yes_no"]
            values = ["" if isinstance(v, str) and no.knows(v) else v for v in values]
        written = take_apart(values, self.content, date_1904=self.opened.date_1904)
        pattern = self._pattern(name, spec, written, counts)
        if name in self.asked:
            none = np.full(len(values), np.datetime64("NaT"), dtype=UNIT)
            return none, np.zeros(len(values), dtype=bool), None
        stamps, bad = resolve(written, pattern)
        self.notes += date_notes(self.content, spec, written, stamps, counts, rows)
        return stamps, bad, pattern

    def _pattern(
        self, name: str, spec: FieldContent, written: Written, counts: Counts
    ) -> str | None:
        """The format of the texts; None where there are none, or a person has to say it."""
        texts = written.open
        declared = self.mapping.date_format_of(name)
        if not texts:
            return None
        # A declared format holds wherever it reads anything; a column written quite another way
        # throughout, such as a system's own time stamp, may still prove its own.
        if declared not in (None, REAL_DATES) and not np.isnat(parse(texts, declared)).all():
            return declared
        found = readings(texts, self.content)
        if len(found.formats) <= 1:
            return found.formats[0] if found.formats else most_fitting(texts, self.content)
        self.asked.add(name)
        differ = np.array([text in found.differing for text in written.texts], dtype=bool)
        self._problem(
            "date_ambiguous",
            self._column(name),
            None,
            count=int(counts[differ].sum()),
            names=", ".join(found.formats),
            label=spec.label,
        )
        return None

    def _report(
        self,
        code: str,
        column: int,
        values: Sequence[Cell],
        places: npt.NDArray[np.intp],
        bad: Mask,
        pattern: str | None,
    ) -> None:
        """One problem for each row whose value is bad."""
        if not bad.any():
            return
        at = np.flatnonzero(bad[places])
        written = pattern or self.content.errors.text("real_date")
        for i in at[:MOST_PROBLEMS]:
            shown = self._shown(values[places[i]])
            self._problem(code, column, int(self.rows[i]), shown, format=written)
        self._more(column, len(at) - MOST_PROBLEMS)

    def _require(self, name: str, empty: Mask, reported: Mask) -> None:
        """A problem for each row in which a required value is missing, if not reported already."""
        spec, column = self.kind.fields[name], self._column(name)
        if name not in self.required or spec.may_be_empty or name in self.asked:
            return
        at = np.flatnonzero(empty & ~reported)
        for i in at[:MOST_PROBLEMS]:
            self._problem("required_empty", column, int(self.rows[i]), label=spec.label)
        self._more(column, len(at) - MOST_PROBLEMS)

    def _require_results(self, column: int) -> None:
        """A problem for each formula of the column that was saved without a result."""
        parts = self.grid.parts or (self.grid,)
        if not any(part.sheet.info.stored.valueless for part in parts):
            return
        heading = self.grid.headings[column]
        here = {
            (part.sheet.info.name, row)
            for part in parts
            if heading in part.headings
            for row, place in part.sheet.info.stored.valueless
            if place == part.places[part.headings.index(heading)] + 1
        }
        for i in self.rows:
            sheet, row = self.grid.place(int(i))
            if (sheet.info.name, row) in here:
                self._problem("value_missing_formula", column, int(i))

    def _problem(
        self, code: str, column: int, index: int | None, found: str = "", **facts: object
    ) -> None:
        self.problems.append(
            self.content.errors.problem(
                code,
                self.opened.name,
                sheet=(self.grid.place(index or 0)[0]).info.name,
                row=None if index is None else self.grid.row_number(index),
                column=self.grid.headings[column],
                found=found,
                **facts,
            )
        )

    def _more(self, column: int, count: int) -> None:
        if count > 0:
            self._problem("more_of_the_same", column, None, count=count)

    def _shown(self, value: Cell) -> str:
        """A cell in a message: only if it is short, holds a digit and hides nobody."""
        text = clean(value)
        if _SAFE.fullmatch(text) and not hides_a_person(text, self.content.no_person):
            return text
        return self.content.errors.text("hidden_text", count=len(text))
