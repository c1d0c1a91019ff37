"""What data before AI says to the capabilities of data; no level moves (domain 1.24)."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from readiness.domain.data_readiness import DataReadinessRules
from readiness.domain.evidence import JoinTest
from readiness.domain.operating_result import AiUseResult, DataResult, DataSetResult
from readiness.domain.result import CapabilityResult, Finding

NOT_READY, OPEN, CONTRADICTED = "data_not_ready", "data_open", "data_contradicted"
JOIN, CLAIM = "data_join", "data_claim"


def data_findings(
    rules: DataReadinessRules,
    found: DataResult | None,
    capabilities: Mapping[str, CapabilityResult],
) -> Iterator[Finding]:
    """Uses that are not ready, what nobody owns, what the join-rate test contradicts."""
    if found is None:
        return
    says = rules.findings
    named = _asked(rules.capability, capabilities)
    joined = _asked(rules.join_capability, capabilities)
    for use in found.uses:
        if not use.is_ready:
            text = f"{use.name}: {says.not_ready.format(why=why(rules, use, found.sets))}."
            yield Finding(
                kind=NOT_READY,
                capability=named,
                text=text,
                severity="hint" if use.state == "idea" else "warning",
            )
    loose = [use.name for use in found.uses if not use.is_owned]
    if loose:
        text = f"Data before AI: {says.nobody.format(uses=', '.join(loose))}."
        yield Finding(kind=OPEN, capability=named, text=text, severity="hint")
    for one in found.sets:
        if one.is_contradicted:
            text = f"{one.name}: {says.contradicted.format(found=one.found, of=one.of)}."
            yield Finding(kind=CONTRADICTED, capability=joined, text=text)
    if found.joins is not None:
        yield from _join(rules, found.joins, joined, _claimed(joined, capabilities))
    claimed = _claimed(named, capabilities)
    ready = any(use.is_ready for use in found.uses)
    if found.uses and not ready and claimed is not None and claimed >= rules.claim_from:
        said = says.claim.format(claimed=claimed, count=len(found.uses))
        yield Finding(kind=CLAIM, capability=named, text=f"{named}: {said}.")


def why(rules: DataReadinessRules, use: AiUseResult, sets: tuple[DataSetResult, ...]) -> str:
    """What keeps a use from being ready, data set by data set; empty if nothing does."""
    if not use.consumes:
        return rules.findings.no_data
    known = {one.id: one for one in sets}
    described = (known[id] for id in use.blocking if id in known)
    return "; ".join(f"{one.name}: {lacking(rules, one)}" for one in described)


def lacking(rules: DataReadinessRules, one: DataSetResult) -> str:
    """The conditions that a data set does not meet, and those of which nothing was said."""
    parts = [words.lacks for words in rules.conditions if words.id in one.lacks]
    unsaid = [
        words.name.lower() for words in rules.conditions if words.id not in (*one.met, *one.lacks)
    ]
    if unsaid:
        parts.append(rules.findings.not_said.format(conditions=", ".join(unsaid)))
    return ", ".join(parts)


def _join(
    rules: DataReadinessRules, joins: JoinTest, named: str | None, claimed: int | None
) -> Iterator[Finding]:
    if joins.share is None or joins.share >= rules.join.needed:
        return
    rows = tuple(row for log in joins.logs for row in (*log.missing, *log.strays))
    figures = {"linked": joins.linked, "of": joins.of}
    text = rules.findings.join.format(
        logs=", ".join(log.name.lower() for log in joins.logs),
        share=_percent(joins.share),
        needed=_percent(rules.join.needed),
        breaks=breaks(joins),
        **figures,
    )
    yield Finding(kind=JOIN, capability=named, text=f"{text}.", evidence=rows)
    if claimed is not None and claimed >= rules.join_claim_from:
        said = rules.findings.join_claim.format(claimed=claimed, **figures)
        yield Finding(kind=CLAIM, capability=named, text=f"{named}: {said}.", evidence=rows)


def breaks(joins: JoinTest) -> str:
    """Where batches are lost: *Schedule 0 of 12 (no column of it names the batch)*."""
    told = []
    for log in joins.logs:
        if log.missing:
            reason = f" ({log.reason})" if log.reason else ""
            told.append(f"{log.name} {log.found} of {joins.batches}{reason}")
        if log.strays:
            keys = "row names" if len(log.strays) == 1 else "rows name"
            told.append(f"{log.name}: {len(log.strays)} {keys} a batch that nobody knows")
    return "; ".join(told)


def _percent(share: Fraction) -> str:
    return f"{float(100 * share):.4g} %"


def _asked(id: str, capabilities: Mapping[str, CapabilityResult]) -> str | None:
    shown = capabilities.get(id)
    return id if shown and shown.applicable and shown.in_form else None


def _claimed(id: str | None, capabilities: Mapping[str, CapabilityResult]) -> int | None:
    return capabilities[id].claimed if id else None
