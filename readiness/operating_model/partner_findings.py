"""What the scorecards say to the capability that they concern; no level moves (method 12)."""

from collections.abc import Mapping, Sequence

from readiness.domain.operating_result import PartnerResult
from readiness.domain.result import CapabilityResult, Finding
from readiness.domain.scorecard import ScorecardRules

CHECK, FLAG, ABOVE = "partner_check", "partner_red_flag", "above_scorecard"


def partner_findings(
    rules: ScorecardRules,
    partners: Sequence[PartnerResult],
    capabilities: Mapping[str, CapabilityResult],
) -> list[Finding]:
    """Each check that found something, and people's claim above the weakest scorecard.

    The capability is named where it is asked of this profile.
    """
    shown = capabilities.get(rules.capability)
    asked = shown is not None and shown.applicable and shown.in_form
    named = rules.capability if asked else None
    found = [
        Finding(
            kind=FLAG if check.red_flag else CHECK,
            capability=named,
            text=f"{partner.name}, {check.question}: {check.text}.",
            severity=check.severity,
        )
        for partner in partners
        for check in partner.checks
    ]
    if shown is None or not asked or shown.claimed is None:
        return found
    weakest = min(
        (p for p in partners if p.supports is not None),
        key=lambda p: p.supports or 0,
        default=None,
    )
    if weakest is not None and shown.claimed > (weakest.supports or 0):
        text = rules.above.format(
            claimed=shown.claimed,
            name=weakest.name,
            band=weakest.band,
            supports=weakest.supports,
        )
        found.append(Finding(kind=ABOVE, capability=named, text=f"{named}: {text}."))
    return found
