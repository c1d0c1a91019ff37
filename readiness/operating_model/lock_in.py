"""The lock-in ledger: longest paths over triangular durations, drawn (method 11)."""

import zlib
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from graphlib import TopologicalSorter
from math import ceil

import numpy as np
import numpy.typing as npt

from readiness.domain.lock_in import AreaWeeks, LockInChoice, LockInRules
from readiness.domain.operating_result import ChoiceResult, LedgerResult

Weeks = npt.NDArray[np.float64]
After = Mapping[str, Sequence[str]]


def ledger(
    rules: LockInRules, choices: Sequence[LockInChoice], launch: date | None, as_of: date
) -> LedgerResult | None:
    """Every choice and their sum; None without a choice.

    Of each: ``expected net weeks = chance * mean time to undo - weeks saved``; the interval is that
    formula at both ends of the time to undo. The last responsible moment is the launch date less
    the percentile of the time to undo that the content names.
    """
    if not choices:
        return None
    drawn = [time_to_undo(rules, choice) for choice in choices]
    found = tuple(
        _choice(rules, choice, times, launch, as_of)
        for choice, times in zip(choices, drawn, strict=True)
    )
    later = sum(
        (float(c.chance) * times for c, times in zip(choices, drawn, strict=True)),
        start=np.zeros(rules.draws),
    )
    saved = sum(float(c.weeks_saved) for c in choices)
    low, high = ends_of(rules, later)
    return LedgerResult(
        choices=found,
        weeks_saved=saved,
        weeks_later=float(later.mean()),
        net=float(later.mean()) - saved,
        net_low=low - saved,
        net_high=high - saved,
    )


def _choice(
    rules: LockInRules, choice: LockInChoice, times: Weeks, launch: date | None, as_of: date
) -> ChoiceResult:
    low, high = ends_of(rules, times)
    chance, saved = float(choice.chance), float(choice.weeks_saved)
    late = float(np.quantile(times, float(rules.percentile)))
    moment = launch - timedelta(days=ceil(7 * late)) if launch else None
    return ChoiceResult(
        id=choice.id,
        name=choice.name,
        weeks_saved=choice.weeks_saved,
        chance=choice.chance,
        undo=float(times.mean()),
        undo_low=low,
        undo_high=high,
        undo_late=late,
        net=chance * float(times.mean()) - saved,
        net_low=chance * low - saved,
        net_high=chance * high - saved,
        last_moment=moment,
        is_passed=moment is not None and moment < as_of,
        critical=critical_path(choice.areas, usual_order(rules)),
    )


def time_to_undo(rules: LockInRules, choice: LockInChoice) -> Weeks:
    """The drawn times in weeks, shape ``(draws,)``; the same choice gives the same draws."""
    return path_weeks(rules, choice.id, choice.areas, usual_order(rules))


def path_weeks(rules: LockInRules, id: str, areas: Sequence[AreaWeeks], after: After) -> Weeks:
    """The drawn longest path in weeks, shape ``(draws,)``; ``id`` names the streams."""
    graph = tuple((area, tuple(before)) for area, before in after.items())
    return _drawn(rules.seed, rules.draws, id, tuple(areas), graph)


Graph = tuple[tuple[str, tuple[str, ...]], ...]


def usual_order(rules: LockInRules) -> dict[str, tuple[str, ...]]:
    """What each area comes after, as the content has it."""
    return {area.id: area.after for area in rules.areas}


@lru_cache(maxsize=64)
def _drawn(seed: int, draws: int, id: str, areas: tuple[AreaWeeks, ...], graph: Graph) -> Weeks:
    # A stream of its own for each area of each choice: adding one moves no other.
    durations = {}
    for one in areas:
        stream = np.random.default_rng([seed, zlib.crc32(f"{id}|{one.area}".encode())])
        durations[one.area] = triangular(stream, one, draws)
    return longest_path(durations, dict(graph), draws)


def triangular(stream: np.random.Generator, one: AreaWeeks, draws: int) -> Weeks:
    """Draws between low and high with the peak at the mode; constant where low is high."""
    low, mode, high = float(one.low), float(one.mode), float(one.high)
    return stream.triangular(low, mode, high, draws) if low < high else np.full(draws, low)


def longest_path(durations: Mapping[str, Weeks], after: After, draws: int) -> Weeks:
    """When the last area is done, draw by draw, shape ``(draws,)``. Raises graphlib.CycleError."""
    ends = finish_times(durations, after, draws)
    last: Weeks = np.maximum.reduce([np.zeros(draws), *ends.values()])
    return last


def finish_times(durations: Mapping[str, Weeks], after: After, draws: int) -> dict[str, Weeks]:
    """When each area is done, draw by draw, shape ``(draws,)``.

    An area begins when all that it comes after is done; one that is not touched takes no time and
    still passes on what it waits for. Raises graphlib.CycleError.
    """
    nothing = np.zeros(draws)
    done: dict[str, Weeks] = {}
    for area in TopologicalSorter({a: list(before) for a, before in after.items()}).static_order():
        start = nothing
        for before in after.get(area, ()):
            start = np.maximum(start, done[before])
        done[area] = start + durations.get(area, nothing)
    return done


def critical_path(areas: Sequence[AreaWeeks], after: After) -> tuple[str, ...]:
    """The touched areas of the longest path at the most likely durations, first to last."""
    weeks = {one.area: one.mode for one in areas}
    best: dict[str, tuple[float, tuple[str, ...]]] = {}
    for area in TopologicalSorter({a: list(before) for a, before in after.items()}).static_order():
        before = max((best[b] for b in after.get(area, ())), key=lambda b: b[0], default=(0.0, ()))
        own = (area,) if area in weeks else ()
        best[area] = (before[0] + float(weeks.get(area, 0)), before[1] + own)
    return max(best.values(), key=lambda b: b[0], default=(0.0, ()))[1]


def ends_of(rules: LockInRules, times: Weeks) -> tuple[float, float]:
    """The interval of the content, in weeks."""
    tail = (1 - float(rules.interval)) / 2
    low, high = np.quantile(times, [tail, 1 - tail])
    return float(low), float(high)
