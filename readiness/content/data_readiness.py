"""The content of data before AI: names exist and stand once, tables are known."""

from collections.abc import Iterator
from typing import get_args

from readiness.content.files import DATA_READINESS
from readiness.content.parts import Complaint, Parts
from readiness.content.shared_checks import capability, once, unknown, usual
from readiness.domain.data_readiness import Condition, DataReadinessRules, Origin, UseState
from readiness.domain.evidence import TableKind

FILLS: dict[str, set[str]] = {
    "not_ready": {"why"},
    "no_data": set(),
    "not_said": {"conditions"},
    "nobody": {"uses"},
    "contradicted": {"found", "of"},
    "join": {"linked", "of", "logs", "share", "needed", "breaks"},
    "join_claim": {"claimed", "linked", "of"},
    "claim": {"claimed", "count"},
}


def data_readiness(parts: Parts) -> Iterator[Complaint]:
    """Everything of this module; nothing while the file itself is broken."""
    rules = parts.data_readiness
    if rules is None:
        return
    full = {
        "origins": get_args(Origin),
        "states": get_args(UseState),
        "conditions": get_args(Condition),
    }
    yield from usual(DATA_READINESS, parts, rules, FILLS, full=full)
    yield from capability(DATA_READINESS, parts, rules.join_capability)
    yield from _logs(rules)


def _logs(rules: DataReadinessRules) -> Iterator[Complaint]:
    """Logs of the join-rate test stand once, and read tables that there are."""
    ids = [log.id for log in rules.join.logs]
    yield from once(DATA_READINESS, "join", "log", ids)
    tables = get_args(TableKind)
    for number, log in enumerate(rules.join.logs):
        at = ("join", "logs", number, "sources")
        for table in (source.partition(".")[0] for source in log.sources):
            if table not in tables:
                yield unknown(DATA_READINESS, at, "table", table, tables)
