"""Dates by a format that fits every row: proven or declared, never guessed (house, *Libraries*)."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from readiness.domain.columns import ColumnContent
from readiness.evidence.words import normal_value
from readiness.files.opened import Cell

Stamps = npt.NDArray[np.datetime64]
Mask = npt.NDArray[np.bool_]

_TIME = re.compile(
    r"^(?P<date>.*?\d)[ T,]+(?:(?:at|um|à|a las?)\s+)?"
    r"(?P<time>\d{1,2}(?::\d{2}(?::\d{2}(?:[.,]\d+)?)?|\s?h\s?\d{2}))"
    r"\s*(?P<half>[AaPp]\.?\s?[Mm]\.?)?\s*(?:Uhr|h)?\s*(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2})?$"
)
_SERIAL = re.compile(r"\d{1,12}|\d{5}[.,]\d+")
"""A number, or a serial number with its time of day, in whatever decimal sign."""
_WEEKDAY = re.compile(r"^([^\W\d_]{2,10})[.,]*\s+(?=\d)")
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th|er|\.?[°º])(?!\w)", re.IGNORECASE)
_OF = re.compile(r"\s(?:de|del|of)\s", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+\.?")
_SIGNS = re.compile(r"[\s./,-]+")
_TOKENS = {"YYYY": "%Y", "YY": "%y", "MMM": "%b", "MM": "%m", "M": "%m", "DD": "%d", "D": "%d"}
_TOKEN = re.compile("|".join(_TOKENS))
_FORMAT = re.compile(r"[DMY./\- ,]+")
_ENGLISH = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
SERIALS = (20_000, 80_000)
"""Serial numbers of 1954 to 2119: smaller ones are counts, larger ones dates in eight digits."""
_EPOCH, _EPOCH_1904 = dt.datetime(1899, 12, 30), dt.datetime(1904, 1, 1)
UNIT = "datetime64[us]"


def directive(pattern: str) -> str | None:
    """The parser's directive for a format of the content, None if it is no such format.

    Lower case and the parser's own directives are taken as well: *dd.mm.yyyy*, *%d.%m.%Y*.
    """
    if "%" in pattern:
        date = re.split(r"[ T]%[HI]", pattern)[0]
        return date if set(re.findall(r"%(.)", date)) <= set("dmybY") and date else None
    upper = re.split(r"[ T]H", pattern.upper())[0]
    if not _FORMAT.fullmatch(upper):
        return None
    if "MMM" in upper:
        upper = _SIGNS.sub(" ", upper)
    found = _TOKEN.findall(upper)
    parts = sorted(part[0] for part in found)
    return _TOKEN.sub(lambda m: _TOKENS[m[0]], upper) if parts == ["D", "M", "Y"] else None


@dataclass(frozen=True)
class Written:
    """The distinct values of a column, taken apart once: what is still text has a date part.

    All arrays have one entry a distinct value. ``stamps`` holds real dates and serial numbers,
    NaT elsewhere; ``texts`` the cleaned date part of the rest, '' where there is none; ``clock``
    the time of day that stood beside it.
    """

    stamps: Stamps
    texts: npt.NDArray[np.object_]
    clock: npt.NDArray[np.timedelta64]
    real: Mask
    serial: Mask
    zoned: Mask
    hopeless: Mask

    @property
    def open(self) -> list[str]:
        """The distinct texts that a format has to read."""
        return [text for text in dict.fromkeys(self.texts.tolist()) if text]


def take_apart(
    values: Sequence[Cell], content: ColumnContent, *, date_1904: bool = False
) -> Written:
    """What is a date already, and what text is left to read.

    ``values``: distinct cells; empty ones and words for nothing give NaT and no text.
    """
    n = len(values)
    stamps = np.full(n, np.datetime64("NaT"), dtype=UNIT)
    texts = np.full(n, "", dtype=object)
    clock = np.zeros(n, dtype="timedelta64[us]")
    real, serial, zoned, hopeless = (np.zeros(n, dtype=bool) for _ in range(4))
    months = {
        normal_value(word): english
        for english, words in zip(_ENGLISH, content.months, strict=True)
        for word in words
    }
    nothing = {normal_value(word) for word in (*content.empty, *content.no_date)}
    epoch = _EPOCH_1904 if date_1904 else _EPOCH
    for i, value in enumerate(values):
        if isinstance(value, dt.date):
            stamps[i], real[i] = value, True
        elif isinstance(value, bool | dt.time | dt.timedelta):
            hopeless[i] = True
        elif (number := _number(value)) is not None:
            if SERIALS[0] <= number < SERIALS[1]:
                stamps[i], serial[i] = _from_serial(number, epoch), True
            else:
                texts[i] = f"{number:g}" if number != int(number) else str(int(number))
        elif isinstance(value, str) and value.strip() and normal_value(value) not in nothing:
            texts[i], clock[i], zoned[i] = _clean(value, months)
    return Written(stamps, texts, clock, real, serial, zoned, hopeless)


def _number(value: Cell) -> float | None:
    if isinstance(value, int | float):
        return float(value)
    if isinstance(value, str) and len(value) <= 20 and _SERIAL.fullmatch(value.strip()):
        return float(value.replace(",", "."))
    return None


def _from_serial(number: float, epoch: dt.datetime) -> dt.datetime:
    # A serial carries a time of day to the minute; its last binary digits mean nothing.
    return epoch + dt.timedelta(seconds=round(number * 86400))


def _clean(text: str, months: dict[str, str]) -> tuple[str, np.timedelta64, bool]:
    """Date part, time of day and whether a zone stood there; months in English, signs single."""
    text = " ".join(text.split())
    clock, zoned = np.timedelta64(0, "us"), False
    if match := _TIME.match(text):
        clock = np.timedelta64(round(_seconds(match["time"], match["half"]) * 1_000_000), "us")
        text, zoned = match["date"], match["zone"] is not None
    weekday = _WEEKDAY.match(text)
    if weekday and normal_value(weekday[1]) not in months:
        text = text[weekday.end() :]
    text = _ORDINAL.sub("", text)
    # 12 de enero de 2026, the 3rd of May 2026
    text = _OF.sub(" ", text)
    if _WORD.search(text):
        text = _WORD.sub(lambda m: months.get(normal_value(m[0]), m[0]), text)
        text = _SIGNS.sub(" ", text).strip()
    return text, clock, zoned


def _seconds(time: str, half: str | None) -> float:
    parts = [float(part) for part in re.split("[:h]", time.replace(",", "."))]
    hours = parts[0]
    if half:
        hours = hours % 12 + (12 if half[0] in "Pp" else 0)
    return hours * 3600 + parts[1] * 60 + (parts[2] if len(parts) > 2 else 0)


def parse(texts: Sequence[str], pattern: str) -> Stamps:
    """Dates of texts by one format of the content, NaT where it does not fit."""
    wanted = directive(pattern)
    if wanted is None:
        return np.full(len(texts), np.datetime64("NaT"), dtype=UNIT)
    read = pd.to_datetime(pd.Series(list(texts), dtype=object), format=wanted, errors="coerce")
    return read.to_numpy().astype(UNIT)


@dataclass(frozen=True)
class Readings:
    """The formats that fit every text of a column.

    ``formats`` in the order of the content, of those that read all texts alike only the first;
    ``differing``: how many distinct texts they read differently.
    """

    formats: tuple[str, ...]
    differing: frozenset[str]


def readings(texts: Sequence[str], content: ColumnContent) -> Readings:
    """Which formats fit all texts, and where they contradict each other."""
    found: dict[str, Stamps] = {}
    for way in content.date_formats:
        # A few texts rule out most formats.
        if np.isnat(parse(texts[:20], way.format)).any():
            continue
        stamps = parse(texts, way.format)
        if not np.isnat(stamps).any() and not any(
            np.array_equal(stamps, other) for other in found.values()
        ):
            found[way.format] = stamps
    first, *others = [*found.values()] or [np.array([], dtype=UNIT)]
    differs: Any = sum((other != first for other in others), np.zeros(len(first), dtype=bool))
    return Readings(
        tuple(found), frozenset(text for text, odd in zip(texts, differs, strict=False) if odd)
    )


def most_fitting(texts: Sequence[str], content: ColumnContent) -> str | None:
    """The format that reads most texts, and at least half of them; for a message only."""
    if not texts:
        return None
    fits = {w.format: int((~np.isnat(parse(texts, w.format))).sum()) for w in content.date_formats}
    best = max(fits, key=lambda pattern: fits[pattern])
    return best if 2 * fits[best] >= len(texts) else None


def resolve(written: Written, pattern: str | None) -> tuple[Stamps, Mask]:
    """Dates of the distinct values, and which of them are no dates by this format."""
    stamps = written.stamps.copy()
    bad = written.hopeless.copy()
    at = np.flatnonzero(written.texts != "")
    if len(at):
        if pattern is None:
            bad[at] = True
        else:
            parsed = parse(written.texts[at].tolist(), pattern)
            stamps[at] = parsed + written.clock[at]
            bad[at] |= np.isnat(parsed)
    return stamps, bad
