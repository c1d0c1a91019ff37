"""The final level of a capability and its bounds (method 4 and 5)."""

from collections.abc import Sequence
from dataclasses import dataclass

from readiness.domain.questionnaire import Capability, Level, Metric, RecordRules
from readiness.domain.result import CapabilityResult, Measurement
from readiness.scoring.claims import Claim
from readiness.scoring.judge import LEVELS
from readiness.scoring.records import records_level


@dataclass(frozen=True)
class Standing:
    """A level with the proof behind it: for the score, the low and the high reading."""

    level: Level | None
    proof: Level | None


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


def _most(*levels: Level | None) -> Level | None:
    return max((level for level in levels if level is not None), default=None)


def _least(first: Level | None, second: Level | None) -> Level | None:
    return None if first is None or second is None else min(first, second)


def judge_capability(
    capability: Capability,
    dimension: str,
    claim: Claim,
    metrics: Sequence[Metric],
    usable: Sequence[Measurement],
    supplied: int,
    rules: RecordRules,
) -> Judged:
    """Claim and records weighed: final level, bounds, and the rule (method 2 to 5)."""
    named = len(metrics)
    records, records_low, records_high = (
        records_level([level for m in usable if (level := getattr(m, end))], named, rules)
        for end in ("level", "level_low", "level_high")
    )
    backing = _most(claim.backing, records)
    evidenced = _least(claim.level, backing)
    final, rule = final_level(evidenced, records, named, rules)
    low, high = _bounds(claim, (records_low, records_high), named, rules)
    shown = CapabilityResult(
        id=capability.id,
        dimension=dimension,
        applicable=True,
        claimed=claim.level,
        backing=backing,
        proof=_most(claim.proof, records),
        evidenced=evidenced,
        records=records,
        final=final,
        low=low.level,
        high=high.level,
        rule=rule,
        reason="" if final is not None else claim.reason,
        claim_source=claim.source,  # type: ignore[arg-type]
        metrics=tuple(m.id for m in metrics),
        metrics_usable=tuple(m.metric for m in usable),
        metrics_not_supplied=named - supplied,
        records_missing=bool(named) and records is None,
        single_source=len(claim.voices) == 1 and not usable,
        answers=claim.answers,
    )
    return Judged(shown, low, high, claim.on_paper or bool(usable))


def _bounds(
    claim: Claim, records: tuple[Level | None, Level | None], named: int, rules: RecordRules
) -> tuple[Standing, Standing]:
    """The least and the most that answers and intervals allow (method 5, *Bounds*)."""
    low_records, high_records = records
    if claim.low is None:
        low, high = low_records, high_records
        if low is None or high is None:
            return Standing(1, None), Standing(5, 5)
        return Standing(low, low), Standing(high, high)
    given, backs, proof = claim.low
    evidenced = _least(given, _most(backs, low_records))
    low, _ = final_level(evidenced, low_records, named, rules)
    evidenced = _least(claim.high, _most(claim.backing, high_records))
    high, _ = final_level(evidenced, high_records, named, rules)
    return (
        Standing(low, _most(proof, low_records)),
        Standing(high, _most(claim.proof, high_records)),
    )


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
