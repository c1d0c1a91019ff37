"""The intersection matrix's content: every pair stands once, points and names exist."""

from collections.abc import Iterator
from itertools import combinations
from typing import get_args

from readiness.content.files import INTERSECTIONS
from readiness.content.parts import Complaint, Parts
from readiness.content.reading import Path
from readiness.content.shared_checks import unknown, usual, wrong
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
    full = {"signals": get_args(Signal)}
    yield from usual(INTERSECTIONS, parts, rules, FILLS, single={"pairs": "pair"}, full=full)
    yield from _pairs(rules)
    yield from _points(rules)


def _pairs(rules: IntersectionRules) -> Iterator[Complaint]:
    """Flows exist, and every pair of flows is there once."""
    flows = [flow.id for flow in rules.flows]
    for number, pair in enumerate(rules.pairs):
        for flow in pair.flows:
            if flow not in flows:
                yield unknown(INTERSECTIONS, ("pairs", number, "flows"), "flow", flow, flows)
    found = sorted(sorted(pair.flows) for pair in rules.pairs)
    known = {flow for pair in rules.pairs for flow in pair.flows} <= set(flows)
    if known and found != sorted(sorted(pair) for pair in combinations(flows, 2)):
        advice = "Name every pair of two flows once."
        yield wrong(INTERSECTIONS, ("pairs",), "the pairs are not whole", advice)
    for shock, flow in rules.shocks.items():
        if flow not in flows:
            yield unknown(INTERSECTIONS, ("shocks", shock), "flow", flow, flows)


def _points(rules: IntersectionRules) -> Iterator[Complaint]:
    """Bands of slack fall to 0 days, no points above the most."""
    days = [band.days for band in rules.slack]
    if not days or days[-1] != 0 or days != sorted(set(days), reverse=True):
        advice = "Begin with the most days and end with 0."
        message = "the bands of slack do not fall to 0 days"
        yield wrong(INTERSECTIONS, ("slack",), message, advice)
    given = {
        "signals": [signal.points for signal in rules.signals],
        "slack": [band.points for band in rules.slack],
    }
    for key, rows in given.items():
        for number, points in enumerate(rows):
            if points > rules.most:
                message = f"{points} points are more than the most, {rules.most}"
                path: Path = (key, number, "points")
                yield wrong(INTERSECTIONS, path, message, "Lower them, or raise the most.")
