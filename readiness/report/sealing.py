"""What a workbook says of itself, so that it is known when it comes back: text, seal and stamp."""

import hashlib
import json
import re
from collections.abc import Sequence

# What one program or another changes in a text that nobody touched: blanks, breaks, what XML
# cannot hold.
_BLANK = re.compile(r"[\s\x00-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]+")


def flat(text: str) -> str:
    """Text as it is compared: runs of blanks as one, nothing around it."""
    return _BLANK.sub(" ", text).strip()


def seal(rows: Sequence[Sequence[str]]) -> str:
    """What changes when a cell of the hidden sheet does."""
    plain = [[flat(cell) for cell in row] for row in rows]
    trimmed = [row[: max((n for n, c in enumerate(row, 1) if c), default=0)] for row in plain]
    return hashlib.sha256(json.dumps(trimmed, ensure_ascii=False).encode()).hexdigest()


def workbook_id(*parts: str) -> str:
    """The id of a workbook: the same export gives the same."""
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]
