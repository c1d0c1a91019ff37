"""The content of data before AI: names exist and stand once, tables are known."""

from collections.abc import Iterator
from typing import get_args

from readiness.content.files import DATA_READINESS
from readiness.content.parts import Complaint, Parts
from readiness.content.shared_checks import capability, once, sentences, unknown, whole
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
    for id in (rules.capability, rules.join_capability):
        yield from capability(DATA_READINESS, parts, id)
    origins, states = ([one.id for one in group] for group in (rules.origins, rules.states))
    yield from whole(DATA_READINESS, "origins", origins, get_args(Origin))
    yield from whole(DATA_READINESS, "states", states, get_args(UseState))
    conditions = [one.id for one in rules.conditions]
    yield from whole(DATA_READINESS, "conditions", conditions, get_args(Condition))
    yield from _logs(rules)
    yield from sentences(DATA_READINESS, rules.findings, FILLS)


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
