"""What the worksheets of changes say to the capability of change; no level moves (method 11)."""

from collections.abc import Iterator, Mapping, Sequence

from readiness.domain.result import CapabilityResult, Finding
from readiness.domain.ripple import RippleFindings, RippleRules
from readiness.domain.ripple_result import AreaResult, BaseRate, ChangeResult, RippleResult
from readiness.operating_model.concerned import Concerned

LOOSE, LATE, OVER = "ripple_open", "ripple_late", "ripple_over"
BASE, CLAIM, LOOP = "ripple_base_rate", "ripple_claim", "ripple_loop"


def ripple_findings(
    rules: RippleRules, found: RippleResult | None, capabilities: Mapping[str, CapabilityResult]
) -> Iterator[Finding]:
    """What is loose in each change, what came late or took longer, base rates, and a claim."""
    if found is None:
        return
    concerned = Concerned.of(rules.capability, capabilities)
    for one in found.changes:
        for kind, said in _of_change(rules, one):
            say = concerned.warn if kind in (LATE, LOOP) else concerned.hint
            yield say(kind, f"{one.name}: {said}")
    for rate in found.base_rates:
        if rate.is_enough and not rate.usual_low <= rate.middle <= rate.usual_high:
            yield concerned.hint(BASE, f"Base rates: {_said(rules.findings, rate)}")
    open_ones = sum(any(is_open(area) for area in one.areas) for one in found.changes)
    if open_ones:
        words, of = rules.findings.claim, len(found.changes)
        yield from concerned.against(CLAIM, rules.claim_from, words, count=open_ones, of=of)


def is_open(area: AreaResult) -> bool:
    """Nobody has said whether it is touched, or it is and nobody owns it."""
    return area.affected is None or (area.affected and not area.has_owner)


def _of_change(rules: RippleRules, one: ChangeResult) -> Iterator[tuple[str, str]]:
    says = rules.findings
    if one.loop:
        yield LOOP, says.loop.format(areas=one.loop)
    for text, areas in (
        (says.not_said, [area for area in one.areas if area.affected is None]),
        (says.no_owner, [area for area in one.areas if area.affected and not area.has_owner]),
        (says.no_weeks, [area for area in one.areas if area.affected and not area.planned]),
    ):
        if areas:
            yield LOOSE, text.format(areas=_names(areas))
    if one.is_late:
        yield LATE, says.too_late.format(day=f"{one.begin_by:%d %b %Y}")
    if one.actual is not None and one.actual > one.likely * (1 + float(rules.tolerance)):
        yield OVER, says.over.format(actual=f"{one.actual:g}", planned=f"{one.likely:g}")


def _names(areas: Sequence[AreaResult]) -> str:
    return ", ".join(area.name.lower() for area in areas)


def _said(says: RippleFindings, rate: BaseRate) -> str:
    figures = ("least", "middle", "most", "usual_low", "usual_high")
    least, middle, most, low, high = (f"{float(getattr(rate, name)):g}" for name in figures)
    return says.base_rate.format(
        area=rate.name.lower(),
        size=rate.size,
        n=rate.n,
        least=least,
        middle=middle,
        most=most,
        low=low,
        high=high,
    )
