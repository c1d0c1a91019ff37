"""Findings: what to talk about; none of them moves a figure (method 2, 4)."""

from collections.abc import Collection, Iterable, Sequence

from readiness.domain.evidence import RowRef
from readiness.domain.measurement import Measurement
from readiness.domain.result import CapabilityResult, Finding, Severity
from readiness.domain.rules import ClaimRules
from readiness.scoring.claims import Claim


def capability_findings(
    shown: CapabilityResult,
    claim: Claim,
    usable: Sequence[Measurement],
    rules: ClaimRules,
) -> list[Finding]:
    """Disagreement, unbacked claim, contradiction, understated and records missing of one."""
    found = list(claim.findings)
    given = sorted(v.level for v in claim.voices)
    if given and given[-1] - given[0] >= rules.apart:
        found.append(_finding("disagreement", shown, f"answers from {given[0]} to {given[-1]}"))
    claimed, records = shown.claimed, shown.records
    evidenced = shown.evidenced
    if claimed is not None and evidenced is not None and claimed - evidenced >= rules.apart:
        text = f"people say {claimed}, what was seen backs {evidenced}"
        found.append(_finding("unbacked_claim", shown, text))
    if claimed is not None and records is not None:
        if claimed - records >= rules.apart:
            found.append(_contradiction(shown, usable))
        elif records - claimed >= rules.apart:
            text = f"people say {claimed}, the records show {records}: worth asking"
            found.append(_finding("understated", shown, text, severity="hint"))
    if shown.records_missing and claimed is not None:
        text = (
            f"no usable records; {shown.metrics_not_supplied} of {len(shown.metrics)} metrics "
            "not supplied: nothing above 3 without them"
        )
        found.append(_finding("records_missing", shown, text, severity="hint"))
    return found


def _finding(
    kind: str,
    shown: CapabilityResult,
    text: str,
    severity: Severity = "warning",
    evidence: tuple[RowRef, ...] = (),
) -> Finding:
    return Finding(
        kind=kind,
        capability=shown.id,
        text=f"{shown.id}: {text}.",
        severity=severity,
        evidence=evidence,
    )


def _contradiction(shown: CapabilityResult, usable: Sequence[Measurement]) -> Finding:
    """With the rows of the metrics below the claim; of all if only their small number caps them."""
    claimed = shown.claimed or 1
    test = shown.test.text if shown.test else ""
    low = [m for m in usable if m.level is not None and m.level < claimed]
    figures = ", ".join(
        [*(f"{m.metric} at level {m.level}" for m in low or usable), *filter(None, [test])]
    )
    if not low and usable:
        figures += f"; {len(usable)} of {len(shown.metrics)} metrics count, too few for more"
    rows = tuple(dict.fromkeys(row for m in low or usable for row in m.rows))
    text = f"people say {claimed}, the records show {shown.records} ({figures})"
    return _finding("contradiction", shown, text, evidence=rows)


def suspicions(measurements: Iterable[Measurement]) -> list[Finding]:
    """Every figure that silence may have made (method 3)."""
    return [
        Finding(kind="suspicion", metric=m.metric, text=f"{m.metric}: {m.reason}.")
        for m in measurements
        if m.suspicion
    ]


def contradicted_not_applicable(silent: Collection[str], surely: Iterable[str]) -> list[Finding]:
    """Answers of *not applicable* where the profile says that the capability applies (method 5).

    ``silent``: capabilities of which a respondent or a consensus said so.
    """
    return [
        Finding(
            kind="not_applicable_contradicted",
            capability=capability,
            text=f"{capability}: answered as not applicable, but the profile says that it applies.",
        )
        for capability in surely
        if capability in silent
    ]
