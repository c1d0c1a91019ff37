"""The lock-in ledger's content: areas in an order that can be walked, names that exist."""

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from readiness.content.files import LOCK_IN
from readiness.content.parts import Complaint, Parts
from readiness.content.reading import Path
from readiness.content.shared_checks import unknown, usual, wrong
from readiness.domain.lock_in import SIZES, LockInRules

FILLS = {
    "passed": {"day", "weeks", "left"},
    "debt": {"saved", "later", "net"},
    "no_launch_date": set[str](),
}


def lock_in(parts: Parts) -> Iterator[Complaint]:
    """Everything of this module; nothing while the file itself is broken."""
    rules = parts.lock_in
    if rules is None:
        return
    yield from usual(LOCK_IN, parts, rules, FILLS, single={"areas": "area"})
    yield from _areas(rules)
    yield from _typical(rules)


def _areas(rules: LockInRules) -> Iterator[Complaint]:
    ids = [area.id for area in rules.areas]
    for number, area in enumerate(rules.areas):
        for place, before in enumerate(area.after):
            if before not in ids:
                path: Path = ("areas", number, "after", place)
                yield unknown(LOCK_IN, path, "area", before, ids)
        for size in SIZES:
            low, high = getattr(area, size)
            if not 0 <= low <= high:
                advice = "Write the smaller figure first."
                message = f"{size} runs backwards"
                yield wrong(LOCK_IN, ("areas", number, size), message, advice)
    try:
        TopologicalSorter({a.id: a.after for a in rules.areas}).prepare()
    except CycleError as error:
        chain = " after ".join(error.args[1])
        message = f"areas wait for each other: {chain}"
        yield wrong(LOCK_IN, ("areas",), message, "Take one of them out.")


def _typical(rules: LockInRules) -> Iterator[Complaint]:
    ids = [area.id for area in rules.areas]
    for number, typical in enumerate(rules.typical):
        for named in typical.areas:
            if named not in ids:
                yield unknown(LOCK_IN, ("typical", number, "areas", named), "area", named, ids)
