"""The retention matrix judged: who holds what, and what nobody has shown (domain 1.15)."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from readiness.domain.dates import months_before
from readiness.domain.operating_result import RetainedResult, RetentionResult
from readiness.domain.result import CapabilityResult, Finding
from readiness.domain.retention import Retained, RetentionRules
from readiness.operating_model.concerned import Concerned

VENDOR, LOOSE, CLAIM = "retention_vendor_only", "retention_open", "retention_claim"


def judge_retention(
    rules: RetentionRules, said: Sequence[Retained], as_of: date
) -> RetentionResult | None:
    """Every row in the content's order; None where nothing was said of any."""
    if not any(row.held for row in said):
        return None
    known = {row.id: row for row in said}
    since = months_before(as_of, rules.proof_months)
    rows = []
    for row in rules.rows:
        held = known.get(row.id, Retained(id=row.id))
        shown = held.last_proof is not None and since <= held.last_proof <= as_of
        rows.append(
            RetainedResult(
                id=row.id,
                name=row.name,
                held=held.held,
                has_clause=bool(held.clause.strip()),
                last_proof=held.last_proof,
                is_shown=shown,
            )
        )
    return RetentionResult(rows=tuple(rows))


def retention_findings(
    rules: RetentionRules,
    found: RetentionResult | None,
    capabilities: Mapping[str, CapabilityResult],
) -> Iterator[Finding]:
    """Each row that the vendor holds alone, what is loose, and a claim that it contradicts."""
    if found is None:
        return
    concerned = Concerned.of(rules.capability, capabilities)
    alone = [row for row in found.rows if row.held == "vendor_only"]
    for row in alone:
        said = rules.findings.vendor_only.format(days=rules.days)
        yield concerned.warn(VENDOR, f"{row.name}: {said}")
    for text in _loose(rules, found):
        yield concerned.hint(LOOSE, f"Retention matrix: {text}")
    if alone:
        words, of = rules.findings.claim, len(found.rows)
        yield from concerned.against(CLAIM, rules.claim_from, words, count=len(alone), of=of)


def _loose(rules: RetentionRules, found: RetentionResult) -> Iterator[str]:
    says = rules.findings
    groups = (
        (says.no_clause, [r for r in found.rows if r.held == "shared" and not r.has_clause]),
        (
            says.no_proof,
            [r for r in found.rows if r.held in ("sponsor", "shared") and not r.is_shown],
        ),
        (says.not_said, [r for r in found.rows if r.held is None]),
    )
    for text, rows in groups:
        if rows:
            names = ", ".join(row.name.lower() for row in rows)
            yield text.format(rows=names, months=rules.proof_months)
