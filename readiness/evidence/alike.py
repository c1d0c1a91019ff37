"""Which descriptions tell of the same thing, by the likeness of their words alone."""

from collections.abc import Hashable, Sequence

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import Indel
from rapidfuzz.process import cdist
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform

from readiness.evidence.words import normal_value

_LEAST_LETTERS = 3


def telling(text: str) -> str:
    """The words of a description that tell what happened, in the order of the alphabet, each once.

    Case, accents and punctuation make no difference. Words with a digit (codes of batches and
    records, times, amounts) and words of under three letters say which case it was, not what.
    """
    words = {
        word
        for word in normal_value(text).split()
        if len(word) >= _LEAST_LETTERS and not any(letter.isdigit() for letter in word)
    }
    return " ".join(sorted(words))


def alike(
    texts: Sequence[str], apart: Sequence[Hashable | None], least: float
) -> list[tuple[int, ...]]:
    """Groups of two or more texts of which any two are alike to at least ``least`` (0 to 1).

    Likeness: one less the letters to insert and delete from one to the other (the words in order,
    ``telling``) over the letters of both. Two texts whose ``apart`` is known and differs (steps of
    the process) are never in one group. Groups by complete linkage: the two groups whose least
    alike members are most alike join first. Positions in the order of the texts; a text of no
    telling word is in no group. Time and memory grow with the square of the distinct texts.
    """
    places: dict[tuple[str, Hashable | None], list[int]] = {}
    for place, (text, kept) in enumerate(zip(texts, apart, strict=True)):
        if words := telling(text):
            places.setdefault((words, kept), []).append(place)
    distinct = list(places)
    numbers = _groups(distinct, least) if len(distinct) > 1 else [1] * len(distinct)
    found: dict[int, list[int]] = {}
    for key, number in zip(distinct, numbers, strict=True):
        found.setdefault(number, []).extend(places[key])
    return sorted(tuple(sorted(group)) for group in found.values() if len(group) > 1)


def _groups(distinct: Sequence[tuple[str, Hashable | None]], least: float) -> list[int]:
    """The number of the group of each distinct text."""
    words = [text for text, _ in distinct]
    likeness = cdist(words, words, scorer=Indel.normalized_similarity, dtype=np.float32)
    distance = 1 - likeness.astype(float)
    distance[_differ([kept for _, kept in distinct])] = 2
    np.fill_diagonal(distance, 0)
    tree = linkage(squareform(distance, checks=False), method="complete")
    # Likeness comes in single precision: a hair more than the limit is the limit.
    return [int(number) for number in fcluster(tree, 1 - least + 1e-6, criterion="distance")]


def _differ(apart: Sequence[Hashable | None]) -> npt.NDArray[np.bool_]:
    """True for two whose value is known and not the same."""
    codes: dict[Hashable, int] = {}
    coded = np.array([-1 if kept is None else codes.setdefault(kept, len(codes)) for kept in apart])
    known = coded >= 0
    both = known[:, None] & known[None, :]
    return np.asarray(both & (coded[:, None] != coded[None, :]))
