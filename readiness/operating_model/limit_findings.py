"""What the scaling limits say to the capability of capacity; no level moves (domain 1.5)."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from readiness.domain.operating_result import CapacityResult, LimitResult
from readiness.domain.result import CapabilityResult, Finding
from readiness.domain.scaling_limits import LimitRules
from readiness.operating_model.concerned import Concerned

BELOW, CONTRADICTED, OPEN, CLAIM = "limit_below", "limit_contradicted", "limit_open", "limit_claim"


def limit_findings(
    rules: LimitRules,
    found: CapacityResult | None,
    capabilities: Mapping[str, CapabilityResult],
    words: Mapping[str, str],
) -> Iterator[Finding]:
    """Limits below the demand, those that records pass already, open ends, a claim against them.

    ``words``: of the modality, for what is counted.
    """
    if found is None:
        return
    concerned = Concerned.of(rules.capability, capabilities)
    for kind, text in _of_each(rules, found, words):
        yield concerned.warn(kind, text)
    for text in _open(rules, found):
        yield concerned.hint(OPEN, f"Scaling limits: {text}")
    if found.demand is not None and found.capacity < found.demand:
        yield from concerned.against(
            CLAIM,
            rules.claim_from,
            rules.findings.claim,
            volume=found.capacity,
            batches=words["batches"],
            demand=found.demand,
        )


def _of_each(
    rules: LimitRules, found: CapacityResult, words: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Each limit below the demand, and each that the records pass already."""
    said, batches = rules.findings, words["batches"]
    for one in found.limits:
        if one.is_enough is False and one.volume is not None and found.demand:
            text = said.below.format(
                volume=one.volume,
                batches=batches,
                demand=found.demand,
                share=f"{round(100 * Fraction(one.volume, found.demand))} %",
                owner="it has an owner" if one.is_owned else "nobody owns it",
            )
            yield BELOW, f"{one.name}: {text}"
        if found.made is not None and one.volume is not None and found.made > one.volume:
            text = said.contradicted.format(
                volume=one.volume,
                batches=batches,
                made=round(found.made),
                counted=f"{found.counted} {batches}",
            )
            yield CONTRADICTED, f"{one.name}: {text}"


def _open(rules: LimitRules, found: CapacityResult) -> Iterator[str]:
    """What is missing, by the names of the dimensions."""
    said = rules.findings
    if found.demand is None:
        yield said.no_demand
    known = [one for one in found.limits if one.volume is not None]
    groups = (
        (said.no_owner, [one for one in known if not one.is_owned]),
        (said.no_basis, [one for one in known if not one.is_based]),
        (said.not_said, [one for one in found.limits if one.volume is None]),
    )
    for text, limits in groups:
        if limits:
            yield text.format(names=_names(limits))


def _names(limits: Sequence[LimitResult]) -> str:
    return ", ".join(one.name for one in limits)
