"""The final level of a capability and its bounds (method 4 and 5)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from readiness.domain.capability import Capability
from readiness.domain.measurement import Measurement
from readiness.domain.metric import Metric
from readiness.domain.result import CapabilityResult, HeldTest
from readiness.domain.rules import RecordRules
from readiness.domain.scale import Level
from readiness.scoring.claims import Claim
from readiness.scoring.judge import LEVELS
from readiness.scoring.records import records_level


class Standing(NamedTuple):
    """What one reading of answers and records comes to: the score, its low or its high one."""

    level: Level | None
    """The final level."""
    proof: Level | None
    """Backing without statements."""
    backing: Level | None = None
    evidenced: Level | None = None
    rule: str = "unknown"


Heard = tuple[Level | None, Level | None, Level | None]
"""A level given, what backs it, and what of that is no statement."""


@dataclass(frozen=True)
class Judged:
    """A capability as every face draws it, with its two other readings."""

    shown: CapabilityResult
    low: Standing
    high: Standing
    on_paper: bool
    """Counts for evidence coverage."""


def final_level(
    evidenced: Level | None, records: Level | None, named: int, rules: RecordRules
) -> tuple[Level | None, str]:
    """The table of method 4: the final level and the rule that decided it.

    ``named``: metrics that the content names for the capability.
    """
    if evidenced is not None and records is not None:
        most = LEVELS[min(5, records + rules.above_records) - 1]
        return min(evidenced, most), "min(evidenced, records + 1)"
    if evidenced is not None and named:
        return min(evidenced, rules.records_missing_cap), "min(evidenced, 3): records missing"
    if evidenced is not None:
        return evidenced, "evidenced"
    if records is not None:
        return records, "records"
    return None, "unknown"


def _most(first: Level | None, second: Level | None) -> Level | None:
    if first is None or second is None:
        return second if first is None else first
    return max(first, second)


def _least(first: Level | None, second: Level | None) -> Level | None:
    return None if first is None or second is None else min(first, second)


def stand(claim: Heard, records: Level | None, named: int, rules: RecordRules) -> Standing:
    """Answers and records weighed: backing, evidenced and final level (method 2 and 4).

    ``claim``: a level with what backs it and what of that is proof; ``records``: the records level;
    ``named``: metrics that the content names.
    """
    level, backs, proof = claim
    backing = _most(backs, records)
    evidenced = _least(level, backing)
    final, rule = final_level(evidenced, records, named, rules)
    return Standing(final, _most(proof, records), backing, evidenced, rule)


def judge_capability(
    capability: Capability,
    dimension: str,
    claim: Claim,
    metrics: Sequence[Metric],
    usable: Sequence[Measurement],
    supplied: int,
    rules: RecordRules,
    test: HeldTest | None = None,
) -> Judged:
    """Final level, bounds, and the rule that decided (method 2 to 5)."""
    named = len(metrics) + (test is not None)
    records, *ends = _records(usable, test, named, rules)
    score = stand((claim.level, claim.backing, claim.proof), records, named, rules)
    low, high = _bounds(claim, ends, named, rules)
    shown = CapabilityResult(
        id=capability.id,
        dimension=dimension,
        applicable=True,
        claimed=claim.level,
        backing=score.backing,
        proof=score.proof,
        evidenced=score.evidenced,
        records=records,
        final=score.level,
        low=low.level,
        high=high.level,
        rule=score.rule,
        reason="" if score.level is not None else claim.reason,
        claim_source=claim.source,
        metrics=tuple(m.id for m in metrics),
        metrics_usable=tuple(m.metric for m in usable),
        metrics_not_supplied=len(metrics) - supplied,
        test=test,
        records_missing=bool(metrics) and records is None,
        single_source=len(claim.voices) == 1 and records is None,
        answers=claim.answers,
    )
    return Judged(shown, low, high, claim.on_paper or records is not None)


def _records(
    usable: Sequence[Measurement], test: HeldTest | None, named: int, rules: RecordRules
) -> list[Level | None]:
    """The records level at the point and at both ends of the metrics.

    A test that was held counts like a metric whose ends are its level; one that was not held is no
    record that is missing.
    """
    held = [test.level] if test else []
    return [
        records_level([*(lv for m in usable if (lv := getattr(m, end))), *held], named, rules)
        for end in ("level", "level_low", "level_high")
    ]


def _bounds(
    claim: Claim, records: Sequence[Level | None], named: int, rules: RecordRules
) -> tuple[Standing, Standing]:
    """The same functions on the least and on the most that was given (method 5, *Bounds*).

    ``records``: the records levels at the low and at the high ends of the metrics.
    """
    low, high = records
    if claim.low is None and low is None:
        return Standing(1, None), Standing(5, 5)
    least = claim.low or (None, None, None)
    most = (claim.high, claim.backing, claim.proof)
    return stand(least, low, named, rules), stand(most, high, named, rules)


def not_applicable(
    capability: Capability, dimension: str, claim: Claim, why: str, metrics: Sequence[Metric]
) -> CapabilityResult:
    """A capability out of the denominator; what was said of it stays visible."""
    return CapabilityResult(
        id=capability.id,
        dimension=dimension,
        applicable=False,
        rule="not applicable",
        reason=why,
        metrics=tuple(m.id for m in metrics),
        answers=claim.answers,
    )
