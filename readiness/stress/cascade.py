"""What two shocks do together beyond what each does alone (method 10, *Cascade*; domain 8.5).

Every world meets the same luck, so that a patient can be followed from one into the other.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from readiness.domain.base import remade
from readiness.domain.errors import Stopped
from readiness.domain.simulated import Cascade, Harm, Pair, Step, Story
from readiness.domain.simulation import Parameters
from readiness.stress.journeys import FAILED, LEFT_AFTER, LEFT_BEFORE, TREATED, Journeys
from readiness.stress.simulate import Progress, interval, journeys

World: TypeAlias = tuple[int, ...]
"""The positions of the shocks that happen in it."""

NAMES = ("neither", "the first alone", "the second alone", "both")


@dataclass(frozen=True)
class Ends:
    """The measured patients of one replication in one world, shape (patients,).

    ``wait``: days from request to infusion, ``inf`` for who was not treated.
    """

    wait: NDArray[np.float64]
    lost: int


def cascade(parameters: Parameters, progress: Progress | None = None) -> Cascade:
    """Every shock alone and every pair. Raises Stopped where ``progress`` says so.

    Raises ValueError where there are fewer than two shocks or doses are made ahead.
    """
    if len(parameters.shocks) < 2:
        raise ValueError("a cascade needs two shocks or more")
    if parameters.campaign:
        raise ValueError("a cascade follows patients, which doses from stock do not know")
    count = len(parameters.shocks)
    worlds: list[World] = [(), *((i,) for i in range(count)), *combinations(range(count), 2)]
    seen: dict[World, list[Ends]] = {world: [] for world in worlds}
    for number in range(parameters.replications):
        if progress and not progress(number, parameters.replications):
            raise Stopped(f"Stopped after {number} of {parameters.replications} replications.")
        for world in worlds:
            given = _given(parameters, world)
            seen[world].append(_ends(given, journeys(given, number)))
    pairs = tuple(_pair(seen, first, second) for first, second in combinations(range(count), 2))
    worst = max(range(len(pairs)), key=lambda n: pairs[n].extra.days.value)
    return Cascade(
        replications=parameters.replications,
        alone=tuple(_harm(_later(seen, [(i,)]), _lost(seen, (i,))) for i in range(count)),
        pairs=pairs,
        worst=worst if pairs[worst].extra.days.value > 0 else None,
        story=_story(parameters, seen, pairs[worst]),
    )


def _given(parameters: Parameters, world: World) -> Parameters:
    return remade(parameters, shocks=tuple(parameters.shocks[i] for i in world))


def _ends(parameters: Parameters, seen: Journeys) -> Ends:
    ended, outcome = np.array(seen.ended), np.array(seen.outcome)
    known = (seen.requested >= parameters.warm_up_days) & (ended <= parameters.horizon_days)
    wait = np.where(known & (outcome == TREATED), ended - seen.requested, np.inf)
    gone = np.isin(outcome, [LEFT_BEFORE, LEFT_AFTER, FAILED])
    return Ends(wait, int((known & gone).sum()))


def _later(seen: Mapping[World, Sequence[Ends]], worlds: Sequence[World]) -> NDArray[np.float64]:
    """Patient-days of each world beyond those of none, shape (worlds, replications).

    Only patients treated in all of these worlds and without shocks are counted.
    """
    together = []
    for ends in zip(seen[()], *(seen[w] for w in worlds), strict=True):
        n = min(len(e.wait) for e in ends)
        waits = np.array([e.wait[:n] for e in ends])
        both = waits[:, np.isfinite(waits).all(axis=0)]
        together.append((both[1:] - both[0]).sum(axis=1))
    return np.array(together).T


def _lost(seen: Mapping[World, Sequence[Ends]], world: World) -> NDArray[np.float64]:
    calm, shocked = seen[()], seen[world]
    return np.array([s.lost - c.lost for c, s in zip(calm, shocked, strict=True)], dtype=float)


def _harm(days: NDArray[np.float64], lost: NDArray[np.float64]) -> Harm:
    return Harm(days=interval(days.reshape(-1)), lost=interval(lost))


def _pair(seen: Mapping[World, Sequence[Ends]], first: int, second: int) -> Pair:
    alone, other, both = _later(seen, [(first,), (second,), (first, second)])
    lost = [_lost(seen, world) for world in ((first,), (second,), (first, second))]
    return Pair(
        first=first,
        second=second,
        together=_harm(both, lost[2]),
        extra=_harm(both - alone - other, lost[2] - lost[0] - lost[1]),
    )


def _story(
    parameters: Parameters, seen: Mapping[World, Sequence[Ends]], pair: Pair
) -> Story | None:
    """The patient whom the pair delays most beyond the sum of each alone."""
    worlds: tuple[World, ...] = ((), (pair.first,), (pair.second,), (pair.first, pair.second))
    best, found = 0.0, None
    for number, ends in enumerate(zip(*(seen[w] for w in worlds), strict=True)):
        n = min(len(e.wait) for e in ends)
        waits = np.array([e.wait[:n] for e in ends])
        waits[:, ~np.isfinite(waits).all(axis=0)] = 0
        extra = waits[3] - waits[1] - waits[2] + waits[0]
        if n and extra.max() > best:
            best, found = float(extra.max()), (number, int(extra.argmax()))
    if found is None:
        return None
    number, patient = found
    steps = [
        _step(name, journeys(_given(parameters, world), number), patient)
        for name, world in zip(NAMES, worlds, strict=True)
    ]
    return Story(replication=number, patient=patient, steps=tuple(steps))


def _step(world: str, seen: Journeys, patient: int) -> Step:
    requested = float(seen.requested[patient])
    return Step(
        world=world,
        collected=seen.collected[patient] - requested,
        started=seen.started[patient] - requested,
        treated=seen.ended[patient] - requested,
    )
