"""The content of the stopwatch and of the status board: levels fall, ids stand once."""

from collections.abc import Iterator

from readiness.content.files import STOPWATCH
from readiness.content.parts import Complaint, Parts
from readiness.content.shared_checks import once, usual, wrong
from readiness.domain.stopwatch import StopwatchRules

FILLS: dict[str, set[str]] = {
    "wrong": {"wrong", "of", "fields"},
    "slow": {"minutes", "level", "limit"},
    "stale": {"months", "levels"},
}


def stopwatch(parts: Parts) -> Iterator[Complaint]:
    """Everything of this module; nothing while the file itself is broken."""
    rules = parts.stopwatch
    if rules is None:
        return
    yield from usual(STOPWATCH, parts, rules, FILLS, single={"fields": "field"})
    yield from once(STOPWATCH, "board", "column", [c.id for c in rules.board.columns])
    yield from _levels(rules)


def _levels(rules: StopwatchRules) -> Iterator[Complaint]:
    """From the highest level down, each asks for less than the one above it."""
    for number, (above, below) in enumerate(zip(rules.levels, rules.levels[1:], strict=False), 1):
        is_less = above.right >= below.right and above.minutes <= below.minutes
        if below.level >= above.level or not is_less:
            message = f"level {below.level} does not ask for less than level {above.level}"
            advice = (
                "List the highest level first; each next one has a lower share or more minutes."
            )
            yield wrong(STOPWATCH, ("levels", number), message, advice)
