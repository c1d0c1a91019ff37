"""What data before AI says to the capabilities of data; no level moves (domain 1.24)."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from readiness.domain.data_readiness import DataReadinessRules
from readiness.domain.evidence import JoinTest
from readiness.domain.operating_result import AiUseResult, DataResult, DataSetResult
from readiness.domain.result import CapabilityResult, Finding
from readiness.operating_model.concerned import Concerned

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
    concerned = Concerned.of(rules.capability, capabilities)
    joined = Concerned.of(rules.join_capability, capabilities)
    for use in found.uses:
        if not use.is_ready:
            say = concerned.hint if use.state == "idea" else concerned.warn
            reasons = why(rules, use, found.sets)
            yield say(NOT_READY, f"{use.name}: {says.not_ready.format(why=reasons)}")
    loose = [use.name for use in found.uses if not use.is_owned]
    if loose:
        yield concerned.hint(OPEN, f"Data before AI: {says.nobody.format(uses=', '.join(loose))}")
    for one in found.sets:
        if one.is_contradicted:
            text = f"{one.name}: {says.contradicted.format(found=one.found, of=one.of)}"
            yield joined.warn(CONTRADICTED, text)
    if found.joins is not None:
        yield from _join(rules, found.joins, joined)
    if found.uses and not any(use.is_ready for use in found.uses):
        least, count = rules.claim_from, len(found.uses)
        yield from concerned.against(CLAIM, least, says.claim, count=count)


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


def _join(rules: DataReadinessRules, joins: JoinTest, joined: Concerned) -> Iterator[Finding]:
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
    yield joined.warn(JOIN, text, rows)
    least, words = rules.join_claim_from, rules.findings.join_claim
    yield from joined.against(CLAIM, least, words, rows, **figures)


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
