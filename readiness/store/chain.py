"""The chain of the history: each row's hash takes in the one before it.

A link covers what stays for good (when, who, what kind, which revision) and a hash over what a row
says. That hash is salted: when the content of a row is erased on request, its salt goes too, so
that nobody finds out by trying what stood there, and yet the row goes on proving its place.

Whoever alters, removes or adds a row past the product would have to make every later hash anew, and
the last one, which stands on the assessment. Known limit: somebody who may write the whole database
can do that; a hash printed in a report or kept with a backup shows it.
"""

import hashlib
import json
import secrets
from collections.abc import Mapping, Sequence
from datetime import UTC
from typing import Any

BEGINNING = ""
"""What the first row of an assessment takes in."""
LINKED = ("assessment_id", "kind", "revision", "content_sha256")
SAID = ("key", "old", "new", "reason")
"""What a row says, and what erasure takes away."""
ERASED: Mapping[str, Any] = {"key": "", "old": None, "new": None, "reason": "", "salt": ""}
"""A row of which nothing is left but its place."""


def link_beside(previous: str, row: Mapping[str, Any], linked: Sequence[str]) -> str:
    """SHA-256 (hex) over the hash before it, the moment and these columns of a row (``beside``)."""
    at = row["at"].astimezone(UTC).isoformat()
    return _hash([previous, at, *(row[name] for name in linked)])


def content_of(row: Mapping[str, Any]) -> str:
    """SHA-256 (hex) over what a row says under its salt; ``old`` and ``new`` are plain JSON."""
    return _hash([row["salt"], *(row[name] for name in SAID)])


def link(previous: str, row: Mapping[str, Any], who: str, undone: str | None) -> str:
    """SHA-256 (hex) over the hash before it and all of a row that stays for good.

    ``row["at"]`` is an aware moment; ``who`` is the person's mark, the same in every store, and
    ``undone`` the hash of the row that this one takes back: numbers differ from store to store.
    """
    at = row["at"].astimezone(UTC).isoformat()
    return _hash([previous, at, who, undone, *(row[name] for name in LINKED)])


def chained(
    previous: str, row: Mapping[str, Any], who: str, undone: str | None = None
) -> dict[str, Any]:
    """A new row with its salt, the hash of its content and its link."""
    salted = {**row, "salt": secrets.token_hex(16)}
    salted["content_sha256"] = content_of(salted)
    return {**salted, "sha256": link(previous, salted, who, undone)}


def _hash(said: list[Any]) -> str:
    text = json.dumps(said, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
