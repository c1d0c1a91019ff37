"""The content of the worksheet of a change: its capability exists, its sentences can be filled."""

from collections.abc import Iterator

from readiness.content.files import RIPPLE
from readiness.content.parts import Complaint, Parts
from readiness.content.shared_checks import usual

FILLS: dict[str, set[str]] = {
    "not_said": {"areas"},
    "no_owner": {"areas"},
    "no_weeks": {"areas"},
    "too_late": {"day"},
    "over": {"actual", "planned"},
    "base_rate": {"area", "size", "n", "least", "middle", "most", "low", "high"},
    "loop": {"areas"},
    "claim": {"claimed", "count", "of"},
}


def ripple(parts: Parts) -> Iterator[Complaint]:
    """Everything of this module; nothing while the file itself is broken."""
    if parts.ripple is not None:
        yield from usual(RIPPLE, parts, parts.ripple, FILLS)
