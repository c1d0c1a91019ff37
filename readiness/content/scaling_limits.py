"""The content of the scaling limits: each dimension is asked once, bases are whole."""

from collections.abc import Iterator
from typing import get_args

from readiness.content.files import SCALING_LIMITS
from readiness.content.parts import Complaint, Parts
from readiness.content.shared_checks import usual, whole
from readiness.domain.scaling_limits import LimitBasis

FILLS: dict[str, set[str]] = {
    "below": {"volume", "batches", "demand", "share", "owner"},
    "contradicted": {"volume", "batches", "made", "counted"},
    "no_demand": set(),
    "no_owner": {"names"},
    "no_basis": {"names"},
    "not_said": {"names"},
    "claim": {"claimed", "volume", "batches", "demand"},
}


def scaling_limits(parts: Parts) -> Iterator[Complaint]:
    """Everything of this module; nothing while the file itself is broken."""
    rules = parts.scaling_limits
    if rules is None:
        return
    yield from usual(SCALING_LIMITS, parts, rules, FILLS, full={"bases": get_args(LimitBasis)})
    if parts.head is not None:
        asked = parts.head.dimension_order
        yield from whole(SCALING_LIMITS, "questions", list(rules.questions), asked)
