"""An id for each finding that stays the same while its figures move."""

import hashlib
import re
from collections import Counter
from collections.abc import Sequence

from readiness.domain.result import Finding

# Figures, dates and the codes of people, which a view for other eyes leaves out.
_MOVING = re.compile(r"\(coded\)|\b[PESX]\d{2,}\b|\d+")
_LETTERS = 6


def finding_ids(findings: Sequence[Finding]) -> tuple[str, ...]:
    """``suspicion:D1:0a1b2c``: kind, what it is about, and a hash of its words without figures."""
    seen: Counter[str] = Counter()
    ids = []
    for finding in findings:
        about = finding.capability or finding.metric or ""
        words = _MOVING.sub("", finding.text)
        digest = hashlib.sha256(words.encode()).hexdigest()[:_LETTERS]
        id = ":".join(part for part in (finding.kind, about, digest) if part)
        seen[id] += 1
        ids.append(id if seen[id] == 1 else f"{id}:{seen[id]}")
    return tuple(ids)
