"""What the scaling limits say to the capability of capacity; no level moves (domain 1.5)."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from readiness.domain.operating_result import CapacityResult, LimitResult
from readiness.domain.result import CapabilityResult, Finding
from readiness.domain.scaling_limits import LimitRules

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
    shown = capabilities.get(rules.capability)
    named = rules.capability if shown and shown.applicable and shown.in_form else None
    for kind, text in _of_each(rules, found, words):
        yield Finding(kind=kind, capability=named, text=text)
    for text in _open(rules, found):
        sentence = f"Scaling limits: {text}."
        yield Finding(kind=OPEN, capability=named, text=sentence, severity="hint")
    claimed = shown.claimed if shown and named else None
    is_below = found.demand is not None and found.capacity < found.demand
    if is_below and claimed is not None and claimed >= rules.claim_from:
        said = rules.findings.claim.format(
            claimed=claimed,
            volume=found.capacity,
            batches=words["batches"],
            demand=found.demand,
        )
        yield Finding(kind=CLAIM, capability=named, text=f"{named}: {said}.")


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
            yield BELOW, f"{one.name}: {text}."
        if found.made is not None and one.volume is not None and found.made > one.volume:
            text = said.contradicted.format(
                volume=one.volume,
                batches=batches,
                made=round(found.made),
                counted=f"{found.counted} {batches}",
            )
            yield CONTRADICTED, f"{one.name}: {text}."


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
