"""What the simulator says of a pair of flows: days beyond the sum of two shocks (domain 1.16)."""

from collections.abc import Mapping, Sequence

from readiness.domain.intersections import IntersectionRules
from readiness.domain.simulated import Cascade, Pair


def crossing_days(
    rules: IntersectionRules, shocks: Sequence[str], found: Cascade
) -> Mapping[str, Pair]:
    """By the id of a pair of flows: the pair of shocks on both that costs most beyond the sum.

    ``shocks``: ids of those simulated, in their order; one that the content gives no flow, and two
    on the same flow, try no pair.
    """
    ids = {frozenset(pair.flows): pair.id for pair in rules.pairs}
    worst: dict[str, Pair] = {}
    for pair in found.pairs:
        flows = frozenset(rules.shocks.get(shocks[n], "") for n in (pair.first, pair.second))
        id = ids.get(flows)
        if id is None:
            continue
        known = worst.get(id)
        if known is None or pair.extra.days.value > known.extra.days.value:
            worst[id] = pair
    return worst
