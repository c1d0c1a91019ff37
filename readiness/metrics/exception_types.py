"""Exceptions of few types: what people decide one by one a rule could decide once (domain 1.7)."""

from collections import Counter
from fractions import Fraction

import pandas as pd

from readiness.domain.evidence import EvidenceFinding
from readiness.metrics.tables import Table, is_blank


def rule_missing(
    interventions: Table, as_of: pd.Timestamp, last: int, types: int, share: Fraction
) -> list[EvidenceFinding]:
    """Whether fewer than ``types`` types make up ``share`` of the ``last`` exceptions.

    Then people decide one by one what a rule could decide once (domain 1.7). Nothing with fewer
    exceptions on record, or where one of them names no type.
    """
    frame = interventions.frame
    if not {"at", "kind", "exception_type"} <= set(frame):
        return []
    seen = frame[(frame["kind"] == "exception") & (frame["at"].dt.normalize() <= as_of)]
    latest = seen.sort_values("at", kind="stable").tail(last)
    if len(latest) < last or latest["exception_type"].map(is_blank).any():
        return []
    frequent = sorted(Counter(latest["exception_type"].astype(str)).values(), reverse=True)
    few = next(k for k in range(1, last + 1) if sum(frequent[:k]) >= share * last)
    if few >= types:
        return []
    covered, word = sum(frequent[:few]), "type" if few == 1 else "types"
    text = f"{covered} of the last {last} exceptions are of {few} {word}: a rule is missing"
    return [
        EvidenceFinding(
            kind="rule_missing", text=text, metric="H6", evidence=interventions.rows(latest)
        )
    ]
