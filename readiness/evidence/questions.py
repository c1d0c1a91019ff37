"""What the look of the cells leaves open: the order of day and month, and unknown words."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from readiness.domain.columns import ColumnContent, FieldContent, KindContent
from readiness.evidence.dates import (
    Written,
    most_fitting,
    parse,
    readings,
    resolve,
    take_apart,
)
from readiness.evidence.grid import Grid, Mask
from readiness.evidence.proposal import Confidence, DateQuestion, ValueProposal
from readiness.evidence.values import clean, hides_a_person
from readiness.evidence.words import Meaning, Vocabulary, normal_value
from readiness.files.opened import Cell, OpenedFile


@dataclass(frozen=True)
class DateLook:
    """What the dates of one column say: sure or not, why, the format they prove, the question."""

    sure: bool
    reason: str
    proven: str | None = None
    question: DateQuestion | None = None


@dataclass(frozen=True)
class _Column:
    field: str
    heading: str
    written: Written
    counts: npt.NDArray[np.intp]


def look_at_dates(
    opened: OpenedFile,
    content: ColumnContent,
    spec: KindContent,
    grid: Grid,
    records: Mask,
    columns: Mapping[str, int],
    declared: Mapping[str, str],
) -> dict[str, DateLook]:
    """The dates of every date column; ``declared``: formats that a person has confirmed."""
    taken = [_take(opened, content, grid, records, name, at) for name, at in columns.items()]
    looks: dict[str, DateLook] = {}
    for column in taken:
        looks[column.field] = _look(content, column, declared.get(column.field))
    proven = {look.proven for look in looks.values() if look.proven}
    for column in taken:
        if looks[column.field].proven is None and column.written.open:
            asked = _ask(content, column, proven, spec.fields[column.field].label)
            looks[column.field] = asked or looks[column.field]
    return looks


def _take(
    opened: OpenedFile,
    content: ColumnContent,
    grid: Grid,
    records: Mask,
    name: str,
    at: int,
) -> _Column:
    distinct = grid.distinct(at)
    counts = distinct.counts(records)
    used = np.flatnonzero(counts)
    values = [distinct.values[i] for i in used]
    written = take_apart(values, content, date_1904=opened.date_1904)
    return _Column(name, grid.headings[at], written, counts[used])


def _look(content: ColumnContent, column: _Column, declared: str | None) -> DateLook:
    """A column without a question: real dates, one format that fits all, or some that fit none."""
    say, texts = content.errors.text, column.written.open
    hopeless = int(column.counts[column.written.hopeless].sum())
    if not texts:
        if hopeless:
            return DateLook(sure=False, reason=say("dates_unreadable", count=hopeless))
        return DateLook(sure=True, reason=say("dates_real"))
    formats = readings(texts, content).formats
    if declared and not np.isnat(parse(texts, declared)).any():
        formats = (declared,)
    if not formats:
        best = most_fitting(texts, content)
        _, bad = resolve(column.written, best)
        text = say("dates_unreadable", count=int(column.counts[bad].sum()))
        return DateLook(sure=False, reason=text, proven=best)
    if len(formats) > 1 or hopeless:
        return DateLook(sure=False, reason=say("dates_unreadable", count=hopeless))
    if _swapped(column.written, formats[0], content.thresholds.swapped):
        return DateLook(False, say("dates_swapped", name=_name(content, formats[0])), formats[0])
    return DateLook(True, say("dates_proven", name=_name(content, formats[0])), formats[0])


def _name(content: ColumnContent, pattern: str) -> str:
    return next((way.name for way in content.date_formats if way.format == pattern), pattern)


def _swapped(written: Written, pattern: str, few: int) -> bool:
    """Whether real dates may have lost the order of day and month.

    A spreadsheet program that reads 11/22 as day first keeps it as text, and turns 11/12 into the
    wrong real date: month-first texts beside real dates that all have small days.
    """
    real = written.stamps[written.real]
    texts = len(written.open)
    if not pattern.upper().startswith("MM") or len(real) < few or texts < few:
        return False
    days = (real.astype("datetime64[D]") - real.astype("datetime64[M]")).astype(int) + 1
    return bool((days <= 12).all())


def _ask(content: ColumnContent, column: _Column, proven: set[str], label: str) -> DateLook | None:
    """The question that a column leaves open, None if it leaves none."""
    found = readings(column.written.open, content)
    if len(found.formats) < 2:
        return None
    differ = np.array([text in found.differing for text in column.written.texts], dtype=bool)
    rows = int(column.counts[differ].sum())
    likely = next((way for way in found.formats if way in proven), None)
    code = "dates_ambiguous_proven" if likely else "dates_ambiguous"
    reason = content.errors.text(code, count=rows, name=_name(content, likely or ""))
    filled = (column.written.texts != "") | ~np.isnat(column.written.stamps)
    question = DateQuestion(
        field=column.field,
        label=label,
        heading=column.heading,
        formats=found.formats,
        rows=rows,
        total=int(column.counts[filled].sum()),
        likely=likely,
    )
    return DateLook(sure=False, reason=reason, question=question)


def propose_values(
    content: ColumnContent,
    words: Vocabulary,
    name: str,
    field: FieldContent,
    values: Sequence[Cell],
    counts: npt.NDArray[np.intp],
    chosen: Mapping[str, str | None],
) -> list[ValueProposal]:
    """What each word of a column is taken for, the most frequent first.

    ``chosen``: what a person has said before. Words for nothing are no question; a word that may
    identify somebody is not listed.
    """
    say = content.errors.text
    own = {normal_value(word): value for word, value in chosen.items()} | dict(chosen)
    nothing = frozenset(map(normal_value, content.empty))
    found: list[ValueProposal] = []
    for text, count in _counted(values, counts):
        word = text if text in own else normal_value(text)
        meaning = Meaning(text, 1, text) if word in own else words.meaning(text)
        if meaning is None:
            if word not in nothing and not hides_a_person(text, content.no_person):
                reason, kept = say("value_unknown"), field.keep_unmapped
                found.append(
                    ValueProposal(name, field.label, text, count, None, "none", reason, kept)
                )
            continue
        code = "value_known" if meaning.similarity == 1 else "value_similar"
        sure: Confidence = "sure" if meaning.similarity == 1 else "check"
        if word in own:
            code, canonical = "confirmed", own[word]
        else:
            canonical = meaning.value
        reason = say(code, alias=meaning.alias)
        found.append(ValueProposal(name, field.label, text, count, canonical, sure, reason))
    return found


def _counted(values: Sequence[Cell], counts: npt.NDArray[np.intp]) -> list[tuple[str, int]]:
    """The distinct texts of cells with their rows, the most frequent first."""
    merged: Counter[str] = Counter()
    for value, count in zip(values, counts, strict=True):
        if (text := clean(value)) and count:
            merged[text] += int(count)
    return merged.most_common()
