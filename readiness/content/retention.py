"""The retention matrix's content: rows and holders stand once, names exist."""

from collections.abc import Iterator
from string import Formatter
from typing import get_args

from readiness.content.faults import nearest
from readiness.content.files import RETENTION
from readiness.content.parts import Complaint, Parts, Placed
from readiness.content.reading import Path
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
    rules = parts.retention
    if rules is None:
        return
    capabilities = parts.ids("dimension")
    if capabilities is not None and rules.capability not in capabilities:
        message = f"there is no capability {rules.capability!r}"
        yield _say(("capability",), message, nearest(rules.capability, sorted(capabilities)))
    ids = [row.id for row in rules.rows]
    for number, id in enumerate(ids):
        if id in ids[:number]:
            advice = "Give each row an id of its own."
            yield _say(("rows", number, "id"), f"{id} stands twice", advice)
    holders = [str(holder.id) for holder in rules.holders]
    if sorted(holders) != sorted(get_args(Holder)):
        advice = f"Name each of {', '.join(get_args(Holder))} once."
        yield _say(("holders",), "the holders are not whole", advice)
    for kind, allowed in FILLS.items():
        text = getattr(rules.findings, kind)
        used = {name for _, name, _, _ in Formatter().parse(text) if name is not None}
        for name in sorted(used - allowed):
            message = f"nothing can be filled in for {{{name}}}"
            yield _say(("findings", kind), message, f"Possible: {', '.join(sorted(allowed))}.")


def _say(path: Path, message: str, advice: str) -> Complaint:
    return Complaint(Placed(None, RETENTION, path), message, advice)
