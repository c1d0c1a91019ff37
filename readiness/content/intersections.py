"""The intersection matrix's content: every pair stands once, points and names exist."""

from collections.abc import Iterator
from itertools import combinations
from string import Formatter
from typing import get_args

from readiness.content.faults import nearest
from readiness.content.files import INTERSECTIONS
from readiness.content.parts import Complaint, Parts, Placed
from readiness.content.reading import Path
from readiness.domain.intersections import IntersectionRules, Signal

FILLS: dict[str, set[str]] = {
    "nobody": set(),
    "no_fallback": set(),
    "weakest": {"pairs"},
    "no_slack": {"pairs"},
    "not_asked": {"pairs"},
    "claim": {"claimed", "count", "of"},
}


def intersections(parts: Parts) -> Iterator[Complaint]:
    """Everything of this module; nothing while the file itself is broken."""
    rules = parts.intersections
    if rules is None:
        return
    capabilities = parts.ids("dimension")
    if capabilities is not None and rules.capability not in capabilities:
        message = f"there is no capability {rules.capability!r}"
        yield _say(("capability",), message, nearest(rules.capability, sorted(capabilities)))
    yield from _pairs(rules)
    yield from _points(rules)
    for kind, allowed in FILLS.items():
        text = getattr(rules.findings, kind)
        used = {name for _, name, _, _ in Formatter().parse(text) if name is not None}
        for name in sorted(used - allowed):
            message = f"nothing can be filled in for {{{name}}}"
            advice = f"Possible: {', '.join(sorted(allowed)) or 'nothing'}."
            yield _say(("findings", kind), message, advice)


def _pairs(rules: IntersectionRules) -> Iterator[Complaint]:
    """Flows exist, ids stand once, and every pair of flows is there once."""
    flows = [flow.id for flow in rules.flows]
    for number, pair in enumerate(rules.pairs):
        for flow in pair.flows:
            if flow not in flows:
                message = f"there is no flow {flow!r}"
                yield _say(("pairs", number, "flows"), message, nearest(flow, flows))
        if pair.id in [other.id for other in rules.pairs[:number]]:
            advice = "Give each pair an id of its own."
            yield _say(("pairs", number, "id"), f"{pair.id} stands twice", advice)
    found = sorted(sorted(pair.flows) for pair in rules.pairs)
    known = {flow for pair in rules.pairs for flow in pair.flows} <= set(flows)
    if known and found != sorted(sorted(pair) for pair in combinations(flows, 2)):
        yield _say(("pairs",), "the pairs are not whole", "Name every pair of two flows once.")
    for shock, flow in rules.shocks.items():
        if flow not in flows:
            message = f"there is no flow {flow!r}"
            yield _say(("shocks", shock), message, nearest(flow, flows))


def _points(rules: IntersectionRules) -> Iterator[Complaint]:
    """Signals are whole, bands of slack fall to 0 days, no points above the most."""
    if sorted(signal.id for signal in rules.signals) != sorted(get_args(Signal)):
        advice = f"Name each of {', '.join(get_args(Signal))} once."
        yield _say(("signals",), "the signals are not whole", advice)
    days = [band.days for band in rules.slack]
    if not days or days[-1] != 0 or days != sorted(set(days), reverse=True):
        advice = "Begin with the most days and end with 0."
        yield _say(("slack",), "the bands of slack do not fall to 0 days", advice)
    given = {
        "signals": [signal.points for signal in rules.signals],
        "slack": [band.points for band in rules.slack],
    }
    for key, rows in given.items():
        for number, points in enumerate(rows):
            if points > rules.most:
                message = f"{points} points are more than the most, {rules.most}"
                yield _say((key, number, "points"), message, "Lower them, or raise the most.")


def _say(path: Path, message: str, advice: str) -> Complaint:
    return Complaint(Placed(None, INTERSECTIONS, path), message, advice)
