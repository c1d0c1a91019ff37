"""The intersection matrix judged: how weak each pair of flows is, weakest first (domain 1.16)."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from readiness.domain.intersections import Crossing, IntersectionRules
from readiness.domain.operating_result import CrossingResult, IntersectionResult
from readiness.domain.result import CapabilityResult, Finding
from readiness.operating_model.concerned import Concerned

WEAK, LOOSE, CLAIM = "intersection_weak", "intersection_open", "intersection_claim"


def judge_intersections(
    rules: IntersectionRules, said: Sequence[Crossing]
) -> IntersectionResult | None:
    """Every pair, weakest first, then those not said; None where nothing was said of any.

    Pairs of equal weakness stand in the content's order and share their rank.
    """
    if not any(one.known for one in said):
        return None
    known = {one.id: one for one in said}
    pairs = [
        _judged(rules, rules.name_of(pair), known.get(pair.id, Crossing(id=pair.id)))
        for pair in rules.pairs
    ]
    weak = [pair.weakness for pair in pairs if pair.weakness is not None]
    ranked = (
        pair.model_copy(update={"rank": 1 + sum(one > pair.weakness for one in weak)})
        if pair.weakness is not None
        else pair
        for pair in pairs
    )
    return IntersectionResult(pairs=tuple(sorted(ranked, key=lambda p: p.rank or len(pairs) + 1)))


def weakness(rules: IntersectionRules, said: Crossing) -> Fraction | None:
    """0 (best) to 100 (worst), by the weights of the content; None while it is not said."""
    if said.known is None:
        return None
    weights, most = rules.weights, rules.most
    signal = next(one.points for one in rules.signals if one.id == said.known)
    days = said.slack_days or 0
    slack = next(band.points for band in rules.slack if days >= band.days)
    points = (
        weights.known * signal
        + weights.decides * (0 if said.decides.strip() else most)
        + weights.fallback * (0 if said.fallback.strip() else most)
        + weights.slack * (most if said.slack_days is None else slack)
    )
    return Fraction(100 * points, most * weights.total)


def intersection_findings(
    rules: IntersectionRules,
    found: IntersectionResult | None,
    capabilities: Mapping[str, CapabilityResult],
) -> Iterator[Finding]:
    """Each pair nobody decides or with no fallback, what is loose, and a claim against them."""
    if found is None:
        return
    concerned, says = Concerned.of(rules.capability, capabilities), rules.findings
    asked = [pair for pair in found.pairs if pair.known is not None]
    for pair in asked:
        parts = (
            says.nobody if not pair.is_decided else "",
            says.no_fallback if not pair.has_fallback else "",
        )
        if any(parts):
            text = f"{pair.name}: {', and '.join(part for part in parts if part)}"
            yield concerned.warn(WEAK, text)
    for loose in _loose(rules, found):
        yield concerned.hint(LOOSE, f"Intersection matrix: {loose}")
    alone = sum(not pair.is_decided for pair in asked)
    if alone:
        least, of = rules.claim_from, len(asked)
        yield from concerned.against(CLAIM, least, says.claim, count=alone, of=of)


def weakest(rules: IntersectionRules, found: IntersectionResult) -> tuple[CrossingResult, ...]:
    """The pairs that are called weak, as many as the content names, weakest first."""
    weak = (p for p in found.pairs if p.weakness is not None and p.weakness >= rules.weak_from)
    return tuple(weak)[: rules.named]


def _judged(rules: IntersectionRules, name: str, said: Crossing) -> CrossingResult:
    return CrossingResult(
        id=said.id,
        name=name,
        known=said.known,
        is_decided=bool(said.decides.strip()),
        has_fallback=bool(said.fallback.strip()),
        slack_days=said.slack_days,
        weakness=weakness(rules, said),
        rank=None,
    )


def _loose(rules: IntersectionRules, found: IntersectionResult) -> Iterator[str]:
    says = rules.findings
    groups = (
        (says.weakest, weakest(rules, found)),
        (says.no_slack, [p for p in found.pairs if p.known and p.slack_days is None]),
        (says.not_asked, [p for p in found.pairs if p.known is None]),
    )
    for text, pairs in groups:
        if pairs:
            yield text.format(pairs=", ".join(pair.name.lower() for pair in pairs))
