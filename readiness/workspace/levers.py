"""Remedies compared by the patients that they gain for the work that they take (method 10)."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from readiness.domain.base import remade
from readiness.domain.errors import Stopped
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.simulated import Interval
from readiness.domain.simulation import Parameters
from readiness.domain.stress import Lever
from readiness.stress.gains import treated_more
from readiness.stress.simulate import Progress, replicate


@dataclass(frozen=True)
class Gain:
    """``patients``: treated more in a year; ``person_weeks``: of the capability's action."""

    lever: Lever
    patients: Interval
    person_weeks: Fraction


def gains(
    given: Parameters,
    worlds: Sequence[tuple[Lever, Parameters]],
    content: Questionnaire,
    replications: int,
    progress: Progress | None = None,
) -> tuple[Gain, ...]:
    """Each remedy against the same luck without it, best for its work first.

    Raises Stopped where ``progress`` says so.
    """
    all_worlds = [given, *(world for _, world in worlds)]
    count = min(replications, given.replications)
    runs = []
    for position, world in enumerate(all_worlds):
        few = remade(world, replications=count)
        if progress and not progress(position, len(all_worlds)):
            raise Stopped(f"Stopped after {position} of {len(all_worlds)} remedies.")
        runs.append([replicate(few, number) for number in range(count)])
    found = [
        Gain(
            lever,
            treated_more(given, runs[0], seen),
            content.capabilities[lever.capability].action.effort_total,
        )
        for (lever, _), seen in zip(worlds, runs[1:], strict=True)
    ]
    return tuple(sorted(found, key=lambda g: -g.patients.value / float(g.person_weeks)))
