"""The links of the first chain, as 0004 made them: what later migrations find in older stores."""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC
from typing import Any

LINKED = (
    *("workspace_id", "assessment_id", "person_id", "kind", "key", "old", "new", "reason"),
    *("revision", "undo_of"),
)


def first_link(previous: str, row: Mapping[str, Any]) -> str:
    """SHA-256 (hex) over the hash before it and every column of a row but its number."""
    said = [previous, row["at"].astimezone(UTC).isoformat(), *(row[name] for name in LINKED)]
    text = json.dumps(said, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
