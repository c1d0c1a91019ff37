"""The lock-in ledger's content: areas in an order that can be walked, names that exist."""

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from string import Formatter

from readiness.content.faults import nearest
from readiness.content.files import LOCK_IN
from readiness.content.parts import Complaint, Parts, Placed
from readiness.content.reading import Path
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
    capabilities = parts.ids("dimension")
    if capabilities is not None and rules.capability not in capabilities:
        message = f"there is no capability {rules.capability!r}"
        yield _say(("capability",), message, nearest(rules.capability, sorted(capabilities)))
    yield from _areas(rules)
    yield from _typical(rules)
    for kind, allowed in FILLS.items():
        text = getattr(rules.findings, kind)
        used = {name for _, name, _, _ in Formatter().parse(text) if name is not None}
        for name in sorted(used - allowed):
            message = f"nothing can be filled in for {{{name}}}"
            advice = f"Possible here: {', '.join(sorted(allowed)) or 'nothing'}."
            yield _say(("findings", kind), message, advice)


def _areas(rules: LockInRules) -> Iterator[Complaint]:
    ids = [area.id for area in rules.areas]
    for number, area in enumerate(rules.areas):
        if area.id in ids[:number]:
            advice = "Give each area an id of its own."
            yield _say(("areas", number, "id"), f"{area.id} stands twice", advice)
        for place, before in enumerate(area.after):
            if before not in ids:
                path: Path = ("areas", number, "after", place)
                yield _say(path, f"there is no area {before!r}", nearest(before, ids))
        for size in SIZES:
            low, high = getattr(area, size)
            if not 0 <= low <= high:
                advice = "Write the smaller figure first."
                yield _say(("areas", number, size), f"{size} runs backwards", advice)
    try:
        TopologicalSorter({a.id: a.after for a in rules.areas}).prepare()
    except CycleError as error:
        chain = " after ".join(error.args[1])
        yield _say(("areas",), f"areas wait for each other: {chain}", "Take one of them out.")


def _typical(rules: LockInRules) -> Iterator[Complaint]:
    ids = [area.id for area in rules.areas]
    for number, typical in enumerate(rules.typical):
        for named in typical.areas:
            if named not in ids:
                path: Path = ("typical", number, "areas", named)
                yield _say(path, f"there is no area {named!r}", nearest(named, ids))


def _say(path: Path, message: str, advice: str) -> Complaint:
    return Complaint(Placed(None, LOCK_IN, path), message, advice)
