"""Which row of an older version is which row of a newer one, by content where there is no number.

Rows that occur once in both are anchors, as far as their order agrees (the longest such chain);
what lies between two anchors is paired by likeness. So an inserted row is found inserted, and does
not make all rows below it look changed.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence

Pairs = list[tuple[int | None, int | None]]
"""Places in the older and the newer sequence; None on one side: removed or added."""
Likeness = Callable[[int, int], float]
"""Of an older and a newer place, 0 to 1."""

MOST_COMPARED = 40_000
"""Pairs between two anchors that are compared one by one; more are paired by their order."""


def align(old: Sequence[Hashable], new: Sequence[Hashable], alike: Likeness, least: float) -> Pairs:
    """Every place of both sequences once, in order; paired places keep their order.

    ``least``: the likeness under which two are not one that changed.
    """
    pairs: Pairs = []
    at, to = 0, 0
    for i, j in [*_anchors(old, new), (len(old), len(new))]:
        pairs += _between(old, new, (at, i), (to, j), alike, least)
        if i < len(old):
            pairs.append((i, j))
        at, to = i + 1, j + 1
    return pairs


def _anchors(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Elements that occur once in both, in the longest chain that rises in both."""
    counts, others = Counter(old), Counter(new)
    places = {mark: j for j, mark in enumerate(new) if others[mark] == 1}
    both = [(i, places[m]) for i, m in enumerate(old) if counts[m] == 1 and m in places]
    ends: list[int] = []  # the least end of a chain of each length
    last: list[int] = []  # the element of ``both`` that this end is
    before: list[int] = []
    for number, (_, j) in enumerate(both):
        length = bisect_left(ends, j)
        before.append(last[length - 1] if length else -1)
        ends[length : length + 1] = [j]
        last[length : length + 1] = [number]
    chain, number = [], last[-1] if last else -1
    while number >= 0:
        chain.append(both[number])
        number = before[number]
    return chain[::-1]


def _between(
    old: Sequence[Hashable],
    new: Sequence[Hashable],
    here: tuple[int, int],
    there: tuple[int, int],
    alike: Likeness,
    least: float,
) -> Iterator[tuple[int | None, int | None]]:
    """Pairs of the places between two anchors; equal ones at both ends first."""
    (i, end), (j, stop) = here, there
    while i < end and j < stop and old[i] == new[j]:
        yield i, j
        i, j = i + 1, j + 1
    tail = 0
    while end - tail > i and stop - tail > j and old[end - tail - 1] == new[stop - tail - 1]:
        tail += 1
    yield from _paired(range(i, end - tail), range(j, stop - tail), alike, least)
    yield from zip(range(end - tail, end), range(stop - tail, stop), strict=True)


def _paired(
    old: range, new: range, alike: Likeness, least: float
) -> Iterator[tuple[int | None, int | None]]:
    """By order where there are as many, or too many to compare; else by likeness."""
    if len(old) == len(new):
        yield from zip(old, new, strict=True)
    elif not old or not new or len(old) * len(new) > MOST_COMPARED:
        both = min(len(old), len(new))
        yield from zip(old[:both], new[:both], strict=True)
        yield from ((i, None) for i in old[both:])
        yield from ((None, j) for j in new[both:])
    else:
        yield from _best(old, new, alike, least)


def _best(
    old: range, new: range, alike: Likeness, least: float
) -> Iterator[tuple[int | None, int | None]]:
    """The pairs, in order, whose likeness adds up to most; too unlike ones stay alone."""
    sums = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    worth = [[max(0.0, alike(i, j)) for j in new] for i in old]
    for i in reversed(range(len(old))):
        for j in reversed(range(len(new))):
            paired = worth[i][j] + sums[i + 1][j + 1] if worth[i][j] >= least else 0.0
            sums[i][j] = max(paired, sums[i + 1][j], sums[i][j + 1])
    i = j = 0
    while i < len(old) and j < len(new):
        likeness = worth[i][j]
        if likeness >= least and sums[i][j] == likeness + sums[i + 1][j + 1]:
            yield old[i], new[j]
            i, j = i + 1, j + 1
        elif sums[i][j] == sums[i + 1][j]:
            yield old[i], None
            i += 1
        else:
            yield None, new[j]
            j += 1
    yield from ((place, None) for place in old[i:])
    yield from ((None, place) for place in new[j:])
