"""The overall level with its bounds, and the dimensions below it (method 1 and 5)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from readiness.domain.questionnaire import Questionnaire
from readiness.domain.result import DimensionResult, HybridResult, StepResult
from readiness.domain.rules import Step
from readiness.domain.scale import Level
from readiness.scoring.climb import Footing, climb, height
from readiness.scoring.means import index, mean
from readiness.scoring.weigh import Weighed


@dataclass(frozen=True)
class Climbed:
    """The level and its two other readings."""

    level: Level
    low: Level
    high: Level
    steps: tuple[StepResult, ...]


def climb_three(
    weighed: Weighed,
    steps: Sequence[Step],
    points: Mapping[str, tuple[int, bool]],
    hybrid: HybridResult,
) -> Climbed:
    """The overall level of the score and of its low and high reading (method 1 and 5).

    ``points``: counted points and critical fail of each mandatory drill.
    """

    def reading(levels: Mapping[str, Level], proof: Mapping[str, int], known: bool) -> Footing:
        return Footing(
            index=index(weighed.by_dimension(levels)) if known else None,
            gates={i: levels[i] for i in weighed.gates},
            proof=proof,
            drills=points,
            hybrid=hybrid,
        )

    # An index that is not known fails condition 1; its bounds are those of ignorance.
    score = reading(weighed.counted, weighed.proof("score"), bool(weighed.known))
    level, results = climb(score, steps)
    low = height(reading(weighed.low, weighed.proof("low"), True), steps)
    high = height(reading(weighed.high, weighed.proof("high"), True), steps)
    return Climbed(level, low, high, results)


def dimension_results(
    weighed: Weighed, questionnaire: Questionnaire
) -> tuple[DimensionResult, ...]:
    """Score and bounds of every dimension with an asked capability (method 5)."""
    found = []
    low, high = weighed.low, weighed.high
    for dimension in questionnaire.dimensions:
        asked = [c.shown for c in weighed.asked.values() if c.shown.dimension == dimension.id]
        if not asked:
            continue
        finals = [c.final for c in asked if c.final is not None]
        found.append(
            DimensionResult(
                id=dimension.id,
                score=mean(finals),
                low=mean([low[c.id] for c in asked]),
                high=mean([high[c.id] for c in asked]),
                known=len(finals),
                applicable=len(asked),
                claimed=mean([c.claimed for c in asked if c.claimed is not None]),
                records=mean([c.records for c in asked if c.records is not None]),
            )
        )
    return tuple(found)
