"""Identifiers in the cells of a sheet, by heading and by look (S6)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from readiness.domain.scan_rules import ScanRules
from readiness.evidence.privacy import IdentifierKind, looks_like_initials, looks_like_name
from readiness.evidence.scan.cells import DATE, YEAR, Place, SheetCells
from readiness.evidence.scan.tables import Table, words

Kind = Literal[
    "name", "birth_date", "record_number", "email", "phone", "initials", "partial_date"
]  # fmt: skip
DIRECT: frozenset[Kind] = frozenset({"name", "birth_date", "record_number", "email", "phone"})
"""Each of these alone tells who a patient is (S6, level 1); the others are parts (level 2)."""

_FULL_DATE = re.compile(
    r"\d{1,2}[./ -]{1,2}(?:\d{1,2}|[A-Za-zÄÖÜäöü]{3,9})[./ -]{1,2}\d{2,4}"
    r"|\d{4}[./-]\d{1,2}[./-]\d{1,2}"
)
_YEAR = re.compile(r"(?:19|20)\d{2}")
_WORDS = re.compile(r"[^\W\d_]{2,}")
_TOKENS = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{4,}")


@dataclass(frozen=True, slots=True)
class Sighting:
    """One cell that holds one kind of identifier; ``patient`` is False for people of the trade."""

    kind: Kind
    place: Place
    patient: bool


class Headings:
    """The heading words of the content, ready for use."""

    def __init__(self, rules: ScanRules) -> None:
        by = rules.headings
        self.patient = words(by.patient)
        self.name = words(by.name)
        self.name_part = words(by.name_part)
        self.birth = words(by.birth)
        self.birth_year = words(by.birth_year)
        self.initials = words(by.initials)
        self.record = words(by.record)
        self.code = words(by.code)
        self.staff = words(by.staff)

    def is_staff_table(self, table: Table) -> bool:
        """People of the trade: a heading speaks of their work, and none of patients."""
        texts = table.headings.values()
        return any(map(self.staff.search, texts)) and not any(map(self.patient.search, texts))

    def is_patient_table(self, table: Table) -> bool:
        """Patients or their codes stand in a column."""
        return any(
            self.patient.search(text) or self.code.search(text) for text in table.headings.values()
        )

    def leads_to_people(self, table: Table) -> bool:
        """A key: codes beside what they stand for."""
        texts = list(table.headings.values())
        identity = (self.name, self.name_part, self.initials, self.birth, self.record)
        return any(map(self.code.search, texts)) and any(
            pattern.search(text) and not self.staff.search(text)
            for pattern in identity
            for text in texts
        )


class Known:
    """What the columns of names and numbers held, for finding it again in other places.

    Lives in memory for one scan. Names are kept as unordered pairs of words, so that *Adler, Ina*
    is found in *call Ina Adler's clinic*.
    """

    def __init__(self) -> None:
        self._pairs: set[frozenset[str]] = set()
        self._words: set[str] = set()
        self._numbers: set[str] = set()

    def add(self, kind: Kind, text: str) -> None:
        """Remember a text that was found in a column of names or of record numbers."""
        if kind == "name":
            parts = [part.casefold() for part in _WORDS.findall(text)]
            if len(parts) >= 2:
                self._pairs |= {frozenset(pair) for pair in pairwise(parts)}
                self._pairs.add(frozenset((parts[0], parts[-1])))
                self._words.update(parts)
        elif kind == "record_number":
            self._numbers |= {t for t in _TOKENS.findall(text) if any(map(str.isdigit, t))}

    def kinds(self, text: str) -> set[Kind]:
        """The kinds of known identifiers that a text repeats."""
        found: set[Kind] = set()
        if self._pairs:
            parts = [part.casefold() for part in _WORDS.findall(text)]
            likely = len(self._words.intersection(parts)) >= 2  # far cheaper than the pairs
            if likely and any(frozenset(pair) in self._pairs for pair in pairwise(parts)):
                found.add("name")
        if self._numbers and not self._numbers.isdisjoint(_TOKENS.findall(text)):
            found.add("record_number")
        return found

    def __bool__(self) -> bool:
        return bool(self._pairs or self._numbers)


def as_kinds(found: Sequence[IdentifierKind], text: str) -> set[Kind]:
    """Kinds of the catalogue of patterns as kinds of S6: initials count by the date beside them."""
    kinds: set[Kind] = set()
    for kind in found:
        if kind == "initials_birth_date":
            kinds |= {"birth_date"} if _FULL_DATE.search(text) else {"initials", "partial_date"}
        else:
            kinds.add(kind)
    return kinds


def by_heading(
    sheet: SheetCells,
    tables: Sequence[Table],
    texts: Sequence[str],
    rules: ScanRules,
    headings: Headings,
    known: Known,
) -> Iterator[Sighting]:
    """The identifiers that stand under headings which announce or suggest them.

    ``known`` gains what the columns of names and record numbers hold.
    """
    for table in tables:
        staff = headings.is_staff_table(table)
        for column, heading in table.headings.items():
            own = staff or bool(headings.staff.search(heading))
            own |= bool(headings.initials.search(heading)) and not headings.is_patient_table(table)
            cells = _Column(sheet, column, table.rows, texts)
            for kind, place, text in cells.identifiers(heading, rules, headings):
                if not own and text is not None:
                    known.add(kind, text)
                yield Sighting(kind, place, patient=not own)


def by_wording(
    sheet: SheetCells,
    tables: Sequence[Table],
    kinds: Mapping[int, set[Kind]],
    headings: Headings,
) -> Iterator[Sighting]:
    """The identifiers that give themselves away, wherever they stand; ``kinds`` by text number."""
    for place in sheet.birthdays:
        yield Sighting("birth_date", place, patient=True)
    if not kinds:
        return
    staff_rows: set[int] = set()
    staff_columns: set[int] = set()
    for table in tables:
        if headings.is_staff_table(table):
            staff_rows.update(table.rows)
        staff_columns |= {c for c, text in table.headings.items() if headings.staff.search(text)}
    for column, cells in sheet.columns.items():
        for row, code in cells.items():
            if code >= 0 and (row, column) not in sheet.formula_texts:
                continue
            number = sheet.text_number(row, column, code)
            if number is not None and number in kinds:
                patient = row not in staff_rows and column not in staff_columns
                for kind in sorted(kinds[number]):
                    yield Sighting(kind, (row, column), patient)


class _Column:
    """The data cells of one column of one table."""

    def __init__(
        self, sheet: SheetCells, column: int, rows: Sequence[int], texts: Sequence[str]
    ) -> None:
        cells = sheet.columns.get(column, {})
        self._cells: list[tuple[Place, int, str | None]] = []
        for row in rows:
            code = cells.get(row, 0)
            if code:
                number = sheet.text_number(row, column, code)
                text = None if number is None else texts[number].strip()
                self._cells.append(((row, column), code, text))

    def identifiers(
        self, heading: str, rules: ScanRules, headings: Headings
    ) -> Iterator[tuple[Kind, Place, str | None]]:
        """The identifiers that the heading announces, and those that it makes likely."""
        if headings.birth_year.search(heading):
            yield from (("partial_date", place, None) for place, _, _ in self._cells)
        elif headings.birth.search(heading):
            yield from self._births()
        elif headings.record.search(heading):
            yield from self._numbers()
        elif headings.initials.search(heading):
            yield from self._initials()
        elif headings.name_part.search(heading):
            yield from self._parts()
        elif headings.patient.search(heading) or headings.name.search(heading):
            yield from self._people(rules, sure=bool(headings.patient.search(heading)))

    def _births(self) -> Iterator[tuple[Kind, Place, str | None]]:
        for place, code, text in self._cells:
            if code == DATE or (text and _FULL_DATE.search(text)):
                yield "birth_date", place, None
            elif code == YEAR or (text and _YEAR.search(text)):
                yield "partial_date", place, None

    def _numbers(self) -> Iterator[tuple[Kind, Place, str | None]]:
        for place, _, text in self._cells:
            if text is None or any(map(str.isdigit, text)):
                yield "record_number", place, text

    def _people(self, rules: ScanRules, *, sure: bool) -> Iterator[tuple[Kind, Place, str | None]]:
        """Names, and initials where they are the rule; a bare *Name* must hold names mostly."""
        filled = [(place, text) for place, _, text in self._cells if text]
        names = [(p, text) for p, text in filled if looks_like_name(text, rules.not_names)]
        if sure or 2 * len(names) >= len(filled):
            yield from (("name", place, text) for place, text in names)
        initials = [place for place, text in filled if looks_like_initials(text)]
        if sure and initials and 2 * len(initials) >= len(filled) - len(names):
            yield from (("initials", place, None) for place in initials)

    def _initials(self) -> Iterator[tuple[Kind, Place, str | None]]:
        for place, _, text in self._cells:
            if text and looks_like_initials(text):
                yield "initials", place, None

    def _parts(self) -> Iterator[tuple[Kind, Place, str | None]]:
        for place, _, text in self._cells:
            if text and any(map(str.isalpha, text)):
                yield "name", place, text
