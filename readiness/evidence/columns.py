"""Which column is which: headings by alias and similarity, weighed with the look of the values.

Headings are assigned to fields all at once (linear assignment), so that two fields never take the
same column and a better match elsewhere is not lost to the first comer.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz, process
from scipy.optimize import linear_sum_assignment

from readiness.domain.columns import ColumnContent, KindContent
from readiness.domain.evidence import TableKind
from readiness.domain.tables import TABLES
from readiness.evidence.grid import Grid
from readiness.evidence.looks import Fit, Profile
from readiness.evidence.words import Vocabulary, normal

How = Literal[
    "known", "known_similar", "numbers", "known_ambiguous", "similar", "values_known", "confirmed"
]

_RANK_STEP = 1e-4


@dataclass(frozen=True)
class Match:
    """A heading proposed for a field."""

    column: int
    similarity: float
    how: How
    alias: str
    """The known heading, as people write it."""
    fit: Fit
    rival: bool = False
    """Another heading, left unused, is known for the same field as well."""


@dataclass(frozen=True)
class KindMatch:
    """How well a kind explains the headings of a grid."""

    kind: TableKind
    matches: dict[str, Match]
    score: float


@dataclass(frozen=True)
class _Alias:
    field: int
    text: str
    written: str
    rank: int
    sure: bool
    numbering: bool = False


class KnownHeadings:
    """The aliases of every kind, brought to their normal form once."""

    def __init__(self, content: ColumnContent) -> None:
        self._content = content
        self._by_kind = {kind: _aliases(c) for kind, c in content.kinds.items()}
        self._vocabularies = {
            name: Vocabulary(words, float(content.thresholds.value))
            for name, words in content.values.items()
        }
        every = [alias for aliases in self._by_kind.values() for alias in aliases]
        self.all = frozenset(alias.text for alias in every)
        self.sure = frozenset(alias.text for alias in every if alias.sure)

    def vocabulary(self, name: str) -> Vocabulary:
        """The words of one vocabulary of the content."""
        return self._vocabularies[name]

    def match(self, kind: TableKind, grid: Grid, looks: Sequence[Profile]) -> dict[str, Match]:
        """Field -> heading, for all that are at least proposed."""
        headings = grid.headings
        content = self._content.kinds[kind]
        fields = list(content.fields)
        found: list[list[Match | None]] = [[None] * len(headings) for _ in fields]
        self._by_heading(kind, grid, looks, found)
        self._by_values(kind, looks, found)
        contradicted = float(self._content.thresholds.contradicted)
        scores = np.array(
            [[_score(match, contradicted) for match in row] for row in found], dtype=float
        ).reshape(len(fields), len(headings))
        chosen = _assign(scores, float(self._content.thresholds.candidate))
        unused = set(range(len(headings))) - set(chosen.values())
        result = {}
        for at, column in chosen.items():
            match = found[at][column]
            assert match is not None
            rival = any((m := found[at][c]) is not None and m.how == "known" for c in unused)
            result[fields[at]] = Match(
                column, match.similarity, match.how, match.alias, match.fit, rival
            )
        return result

    def _by_heading(
        self,
        kind: TableKind,
        grid: Grid,
        looks: Sequence[Profile],
        found: list[list[Match | None]],
    ) -> None:
        aliases = self._by_kind[kind]
        fields = list(self._content.kinds[kind].fields.values())
        names = [normal(heading) for heading in grid.headings]
        texts = [alias.text for alias in aliases]
        if not names or not texts:
            return
        alike = _alike(texts, names)
        if grid.short != grid.headings:
            # Of two-line headings the lower line may say it all: *Dates* over *closed on*.
            alike = np.maximum(alike, _alike(texts, [normal(short) for short in grid.short]))
        least, sure = (
            float(self._content.thresholds.propose),
            float(self._content.thresholds.sure),
        )
        for a, column in np.argwhere(alike >= least * 100):
            alias, fit = aliases[a], looks[column].fit(fields[aliases[a].field].look)
            value = float(alike[a, column]) / 100
            if value < 1 and (not alias.sure or len(names[column]) < 4):
                continue
            how: How = "known" if alias.sure else "known_ambiguous"
            if alias.numbering and looks[column].codes:
                how = "numbers"
            elif value < 1:
                how = "known_similar" if value >= sure else "similar"
            # An ambiguous heading counts as barely similar; earlier aliases go before later ones.
            similarity = (value if alias.sure else least) - alias.rank * _RANK_STEP
            best = found[alias.field][column]
            if best is None or similarity > best.similarity:
                shown = alias.written
                found[alias.field][column] = Match(int(column), similarity, how, shown, fit)

    def _by_values(
        self, kind: TableKind, looks: Sequence[Profile], found: list[list[Match | None]]
    ) -> None:
        """A column whose words are those of a vocabulary is proposed whatever its heading."""
        for at, field in enumerate(self._content.kinds[kind].fields.values()):
            if not field.values or field.aside:
                continue
            words = self._vocabularies[field.values]
            share = float(self._content.thresholds.values_known)
            for column, look in enumerate(looks):
                known = sum(words.knows(text) for text in look.sample)
                if found[at][column] or known < 2 or known < share * max(1, len(look.sample)):
                    continue
                least = float(self._content.thresholds.candidate) + _RANK_STEP
                found[at][column] = Match(column, least, "values_known", "", "fits")


def _alike(texts: Sequence[str], names: Sequence[str]) -> npt.NDArray[np.float32]:
    ratio = process.cdist(texts, names, scorer=fuzz.ratio)
    sorted_ratio = process.cdist(texts, names, scorer=fuzz.token_sort_ratio)
    return np.asarray(np.maximum(ratio, sorted_ratio), dtype=np.float32)


def _aliases(content: KindContent) -> list[_Alias]:
    return [
        _Alias(at, normal(text), text, rank, how == "sure", how == "numbering")
        for at, field in enumerate(content.fields.values())
        for how, texts in (
            ("sure", field.aliases),
            ("numbering", field.numbering),
            ("ambiguous", field.ambiguous),
        )
        for rank, text in enumerate(texts)
    ]


def _score(match: Match | None, contradicted: float) -> float:
    if match is None:
        return 0.0
    if match.fit != "contradicts":
        return match.similarity
    # A known heading over odd values still beats nothing; a merely similar one does not.
    return contradicted if match.how == "known" else 0.0


def _assign(scores: npt.NDArray[np.float64], least: float) -> dict[int, int]:
    """Row -> column of the assignment with the greatest sum; entries below ``least`` count 0."""
    if not scores.size:
        return {}
    usable = np.where(scores >= least, scores, 0.0)
    rows, columns = linear_sum_assignment(usable, maximize=True)
    return {int(r): int(c) for r, c in zip(rows, columns, strict=True) if usable[r, c] > 0}


def rank_kinds(
    known: KnownHeadings,
    content: ColumnContent,
    grid: Grid,
    looks: Sequence[Profile],
    names: Mapping[TableKind, bool],
) -> list[KindMatch]:
    """The kinds that can explain a grid, best first.

    The share of required columns found, twice the share of headings explained, and a title that
    names the kind (``names``) add up; a kind with less than the content's least share of required
    columns is left out, and one of which too little is found to be plausible.
    """
    found = []
    for kind, spec in TABLES.items():
        if not spec.required or kind not in content.kinds:
            continue
        matches = known.match(kind, grid, looks)
        required = [_weight(matches.get(name)) for name in spec.required]
        share = sum(required) / len(required)
        if sum(w > 0 for w in required) / len(required) < content.thresholds.kind:
            continue
        if not names[kind] and not _is_plausible(content, kind, matches):
            continue
        explained = sum(map(_weight, matches.values())) / max(1, len(grid.headings))
        found.append(KindMatch(kind, matches, share + 2 * explained + 0.5 * names[kind]))
    return sorted(found, key=lambda match: -match.score)


def _is_plausible(content: ColumnContent, kind: TableKind, matches: Mapping[str, Match]) -> bool:
    """Whether headings without a telling title are enough: *name, food* is no qualification."""
    # A known heading over odd values is still that heading: its values will be refused one by one.
    found = {n: m for n, m in matches.items() if m.fit != "contradicts" or m.how == "known"}
    least, identifying = content.thresholds, content.kinds[kind].identified_by
    sure = any(
        name in found and found[name].how not in ("known_ambiguous", "values_known")
        for name in identifying
    )
    return len(found) >= (least.fields if sure or not identifying else least.many_fields)


def _weight(match: Match | None) -> float:
    if match is None:
        return 0.0
    return {
        "confirmed": 1.0,
        "known": 1.0,
        "known_similar": 1.0,
        "numbers": 0.6,
        "similar": 0.6,
    }.get(match.how, 0.4) * (0.5 if match.fit == "contradicts" else 1.0)
