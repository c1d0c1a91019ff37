"""The retention matrix's content: rows and holders stand once, names exist."""

from collections.abc import Iterator
from typing import get_args

from readiness.content.files import RETENTION
from readiness.content.parts import Complaint, Parts
from readiness.content.shared_checks import usual
from readiness.domain.retention import Holder

FILLS: dict[str, set[str]] = {
    "vendor_only": {"days"},
    "no_clause": {"rows"},
    "no_proof": {"rows", "months"},
    "not_said": {"rows"},
    "claim": {"claimed", "count", "of"},
}


def retention(parts: Parts) -> Iterator[Complaint]:
    """Everything of this module; nothing while the file itself is broken."""
    if parts.retention is not None:
        full = {"holders": get_args(Holder)}
        yield from usual(
            RETENTION, parts, parts.retention, FILLS, single={"rows": "row"}, full=full
        )
