"""What the scorecards say to the capability that they concern; no level moves (method 12)."""

from collections.abc import Mapping, Sequence

from readiness.domain.operating_result import PartnerResult
from readiness.domain.result import CapabilityResult, Finding
from readiness.domain.scorecard import ScorecardRules
from readiness.operating_model.concerned import Concerned

CHECK, FLAG, ABOVE = "partner_check", "partner_red_flag", "above_scorecard"


def partner_findings(
    rules: ScorecardRules,
    partners: Sequence[PartnerResult],
    capabilities: Mapping[str, CapabilityResult],
) -> list[Finding]:
    """Each check that found something, and people's claim above the weakest scorecard.

    The capability is named where it is asked of this profile.
    """
    concerned = Concerned.of(rules.capability, capabilities)
    found = [
        Finding(
            kind=FLAG if check.red_flag else CHECK,
            capability=concerned.id,
            text=f"{partner.name}, {check.question}: {check.text}.",
            severity=check.severity,
        )
        for partner in partners
        for check in partner.checks
    ]
    weakest = min(
        (p for p in partners if p.supports is not None),
        key=lambda p: p.supports or 0,
        default=None,
    )
    if weakest is not None and weakest.supports is not None:
        found += concerned.against(
            ABOVE,
            weakest.supports + 1,
            rules.above,
            name=weakest.name,
            band=weakest.band,
            supports=weakest.supports,
        )
    return found
