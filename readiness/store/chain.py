"""The chain of the history: each row's hash takes in the one before it.

Whoever alters, removes or adds a row past the product would have to make every later hash anew, and
the last one, which stands on the assessment. Known limit: somebody who may write the whole database
can do that; a hash printed in a report or kept with a backup shows it.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import UTC
from typing import Any

BEGINNING = ""
"""What the first row of an assessment takes in."""
LINKED = (
    *("workspace_id", "assessment_id", "person_id", "kind", "key", "old", "new", "reason"),
    *("revision", "undo_of"),
)


def link(previous: str, row: Mapping[str, Any]) -> str:
    """SHA-256 (hex) over the hash before it and every column of a row but its number.

    ``row["at"]`` is an aware moment; ``old`` and ``new`` are plain JSON.
    """
    said = [previous, row["at"].astimezone(UTC).isoformat(), *(row[name] for name in LINKED)]
    text = json.dumps(said, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def chained(previous: str, rows: Iterable[Mapping[str, Any]]) -> tuple[list[dict[str, Any]], str]:
    """The rows in their order, each with its ``sha256``; then the last hash."""
    found = []
    for row in rows:
        previous = link(previous, row)
        found.append({**row, "sha256": previous})
    return found, previous
