"""The content of the extra questions on QA oversight: they stand once, names exist."""

from collections.abc import Iterator
from typing import get_args

from readiness.content.files import OVERSIGHT
from readiness.content.parts import Complaint, Parts
from readiness.content.shared_checks import usual
from readiness.domain.oversight import OversightAnswer

FILLS: dict[str, set[str]] = {
    "missing": set(),
    "partly": {"questions"},
    "not_said": {"questions"},
    "claim": {"claimed", "count", "of"},
}


def oversight(parts: Parts) -> Iterator[Complaint]:
    """Everything of this module; nothing while the file itself is broken."""
    if parts.oversight is not None:
        full = {"answers": get_args(OversightAnswer)}
        single = {"questions": "question"}
        yield from usual(OVERSIGHT, parts, parts.oversight, FILLS, single=single, full=full)
