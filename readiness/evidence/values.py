"""Cells to canonical values: words, numbers, codes; one look at each distinct cell."""

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from readiness.domain.columns import ColumnContent, FieldContent
from readiness.evidence.privacy import (
    Coder,
    find,
    find_each,
    looks_like_initials,
    looks_like_name,
)
from readiness.evidence.words import Vocabulary, normal_value
from readiness.files.opened import Cell

Mask = npt.NDArray[np.bool_]
Values = npt.NDArray[Any]

PERSON_PREFIX, KEY_PREFIX, TEXT_PREFIX = "P", "R", "X"
_UNIT = re.compile(r"\s*[^\W\d_]+\.?$|\s*%$")
_DECIMALS = re.compile(r"[+-]?(?:\d{1,3}(?:[.,' ]\d{3})+|\d+)([.,])(?:\d{1,2}|\d{4,})(?!\d)")
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(?:[.,]\d{3})+")


@dataclass(frozen=True)
class Converted:
    """The distinct values of a column as the table holds them.

    All arrays have one entry a distinct value. ``bad``: not readable; ``unknown``: filled, but
    not a word of the vocabulary; ``nothing``: a word for nothing; ``identified``: held what looks
    like an identifier, and was coded; ``dismissed``: a person said that it counts as not given.
    """

    values: Values
    bad: Mask
    unknown: Mask
    nothing: Mask
    identified: Mask
    dismissed: Mask


def _blank(n: int) -> Converted:
    masks = [np.zeros(n, dtype=bool) for _ in range(5)]
    return Converted(np.full(n, None, dtype=object), *masks)


def clean(value: Cell) -> str:
    """A cell as text: spaces single, whole numbers without a point, dates as ISO."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, dt.datetime) and not (value.hour or value.minute or value.second):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, dt.date) else str(value)


@dataclass(frozen=True)
class Converter:
    """What converting a column needs to know; the coder is shared by all files."""

    content: ColumnContent
    coder: Coder
    vocabularies: Mapping[str, Vocabulary]
    decimal_comma: bool = False

    @cached_property
    def _nothing(self) -> frozenset[str]:
        return frozenset(map(normal_value, self.content.empty))

    @cached_property
    def _longest(self) -> int:
        return max(map(len, self.content.empty), default=0) + 4

    def nothing(self, text: str) -> bool:
        """Whether a text is empty, or a word for nothing."""
        return not text or (len(text) <= self._longest and normal_value(text) in self._nothing)

    def identifying(self, texts: Sequence[str], field: FieldContent) -> frozenset[str]:
        """Those texts that identify somebody, by a pattern or because they read as a name."""
        found = {texts[i] for i in find_each(texts)}
        if field.things:
            return frozenset(found)
        # A record or patient code has digits; two bare words are a name, in capitals or not.
        key, names = field.look == "key", self.content.no_person
        found |= {t for t in texts if looks_like_name(t.title() if key else t, names)}
        return frozenset(found)

    def _coded(self, text: str, field: FieldContent) -> str:
        """A code in place of a text: equal texts stay equal, so that recurrence can be counted."""
        other = KEY_PREFIX if field.look == "key" else TEXT_PREFIX
        return self.coder.code(field.coded or other, text)

    def words(
        self, values: Sequence[Cell], field: FieldContent, chosen: Mapping[str, str | None]
    ) -> Converted:
        """Canonical values by what a person chose, then by the vocabulary.

        Words that neither knows become None, or stay as they are where the field keeps them; one
        that identifies somebody is replaced by a code.
        """
        words = self.vocabularies[field.values or "yes_no"]
        # Case tells *m* from *M* where a person has said so of both.
        own = {normal_value(word): value for word, value in chosen.items()} | dict(chosen)
        out = _blank(len(values))
        texts = [clean(value) for value in values]
        hidden = self.identifying(texts, field) if field.keep_unmapped else frozenset()
        for i, text in enumerate(texts):
            word = text if text in own else normal_value(text)
            if word in own:
                out.values[i] = own[word]
                out.dismissed[i] = own[word] is None
            elif text and words.knows(text):
                out.values[i] = _meaning(words, text)
            elif self.nothing(text):
                out.nothing[i] = bool(text)
            elif not field.keep_unmapped:
                out.unknown[i] = True
            elif text in hidden:
                out.values[i], out.identified[i] = self._coded(text, field), True
            else:
                out.values[i], out.unknown[i] = text, True
        return out

    def yes_no(
        self, values: Sequence[Cell], field: FieldContent, chosen: Mapping[str, str | None]
    ) -> Converted:
        """True, False or None."""
        out = self.words([_number_word(v) for v in values], field, chosen)
        out.values[:] = [None if v is None else v == "yes" for v in out.values]
        return out

    def numbers(self, values: Sequence[Cell]) -> Converted:
        """Floats, NaN for nothing; units behind a number are dropped."""
        out = _blank(len(values))
        decimal_comma = has_decimal_comma(values, otherwise=self.decimal_comma)
        for i, value in enumerate(values):
            if isinstance(value, int | float) and not isinstance(value, bool):
                out.values[i] = float(value)
                continue
            text = clean(value)
            if self.nothing(text):
                out.nothing[i] = bool(text)
                continue
            number = parse_number(text, decimal_comma=decimal_comma)
            out.values[i], out.bad[i] = number, number is None
        return out

    def keys(self, values: Sequence[Cell], field: FieldContent) -> Converted:
        """Codes of records as they are; one that identifies somebody is replaced by a code.

        Where a cell may hold several, the value is the tuple of them.
        """
        parts = self._split(values, field) if field.several else [[clean(v)] for v in values]
        hidden = self.identifying([part for cell in parts for part in cell], field)
        out = _blank(len(values))
        for i, cell in enumerate(parts):
            said = [part for part in cell if not self.nothing(part)]
            out.nothing[i] = not said and any(cell)
            out.identified[i] = any(part in hidden for part in said)
            codes = [self._coded(part, field) if part in hidden else part for part in said]
            if codes:
                out.values[i] = tuple(dict.fromkeys(codes)) if field.several else codes[0]
        return out

    def persons(self, values: Sequence[Cell]) -> Converted:
        """A code for everybody, in order of first appearance."""
        return self._each(values, lambda text: self.coder.code(PERSON_PREFIX, text))

    def free_texts(self, values: Sequence[Cell]) -> Converted:
        """Texts to be compared in memory and never stored, as they are."""
        return self._each(values, lambda text: text)

    def texts(self, values: Sequence[Cell], field: FieldContent) -> Converted:
        """Texts as they are; one that identifies somebody is replaced by a code."""
        hidden = self.identifying([clean(value) for value in values], field)
        out = self._each(values, lambda t: self._coded(t, field) if t in hidden else t)
        out.identified[:] = [clean(value) in hidden for value in values] if hidden else False
        return out

    def _each(self, values: Sequence[Cell], keep: Callable[[str], str | None]) -> Converted:
        out = _blank(len(values))
        for i, value in enumerate(values):
            text = clean(value)
            if self.nothing(text):
                out.nothing[i] = bool(text)
            else:
                out.values[i] = keep(text)
        return out

    def _split(self, values: Sequence[Cell], field: FieldContent) -> list[list[str]]:
        """The parts of each cell. A comma parts lots, but not a name or what stands beside it."""
        cells = []
        for value in values:
            text = value if isinstance(value, str) else clean(value)
            for separator in self.content.separators:
                if separator != ",":
                    text = text.replace(separator, "\0")
            cells.append([part for part in map(clean, text.split("\0")) if part])
        if "," not in self.content.separators:
            return cells
        whole = self.identifying([part for cell in cells for part in cell if "," in part], field)
        return [
            [
                piece
                for part in cell
                for piece in ([part] if part in whole else map(clean, part.split(",")))
                if piece
            ]
            for cell in cells
        ]


def _meaning(words: Vocabulary, text: str) -> str | None:
    meaning = words.meaning(text)
    return meaning.value if meaning else None


def _number_word(value: Cell) -> Cell:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value


def has_decimal_comma(values: Sequence[Cell], *, otherwise: bool) -> bool:
    """Whether a column writes decimals with a comma, as its own values prove.

    1,5 and 12,75 prove it for 1,234 beside them. ``otherwise``: where nothing is proven, or both.
    """
    signs = {
        match[1]
        for value in values
        if isinstance(value, str) and (match := _DECIMALS.match(value.strip()))
    }
    return signs == {","} if len(signs) == 1 else otherwise


def parse_number(text: str, *, decimal_comma: bool) -> float | None:
    """A number as people write it, None if it is none: 1,234.5 and 1.234,5 and 45 min.

    One sign alone is the decimal sign, unless three digits follow a comma where commas do not
    mark decimals (``decimal_comma``: the file parts its cells with semicolons).
    """
    plain = re.sub(r"(?<=\d)[ '\u00a0\u202f](?=\d{3})", "", _UNIT.sub("", text.strip()))
    signs = [sign for sign in plain if sign in ",."]
    if len(set(signs)) == 2:
        # The last sign is the decimal one, and stands once.
        group, decimal = (",", ".") if signs[-1] == "." else (".", ",")
        plain = plain.replace(group, "") if signs.count(decimal) == 1 else ""
        plain = plain.replace(decimal, ".")
    elif signs:
        groups = _THOUSANDS.fullmatch(plain) and (
            len(signs) > 1 or (signs[0] == ",") != decimal_comma
        )
        if len(signs) == 1 and (not groups or (signs[0] == "." and not decimal_comma)):
            plain = plain.replace(signs[0], ".")
        else:
            plain = plain.replace(signs[0], "") if groups else ""
    try:
        number = float(plain)
    except ValueError:
        return None
    return number if np.isfinite(number) else None


def hides_a_person(text: str, not_names: frozenset[str]) -> bool:
    """Whether a cell must not be shown: an identifier, a name or initials."""
    return bool(find(text)) or looks_like_name(text, not_names) or looks_like_initials(text)
