"""The model map's content: kinds stand once, names exist, rules have what they need."""

from collections.abc import Iterator, Sequence
from typing import get_args

from readiness.content.files import MODEL_MAP
from readiness.content.parts import Complaint, Parts
from readiness.content.reading import Path
from readiness.content.shared_checks import (
    capability,
    sentences,
    unfilled,
    unknown,
    whole,
    wrong,
)
from readiness.domain.map_rules import FlagShape, MapRules
from readiness.domain.model_map import Connection, LinkKind, NodeKind
from readiness.domain.questionnaire import Hybrid

FILLS: dict[str, set[str]] = {
    "differs": {"flag", "derived", "typed", "why"},
    "no_conductor": set(),
    "other_conductor": {"count", "of"},
    "makers": {"makers", "parties"},
    "no_owner": {"where"},
    "no_escalation": {"where"},
    "not_asked": {"where"},
    "alone": {"where"},
    "recognised": {"archetype", "why"},
    "not_shown": {"archetype"},
    "refused": {"archetype"},
    "claim": {"claimed", "count", "of"},
}
WITH_FIELD: tuple[FlagShape, ...] = ("step_differs", "differs", "missing")


def model_map(parts: Parts) -> Iterator[Complaint]:
    """Everything of this module; nothing while the file itself is broken."""
    rules = parts.model_map
    if rules is None:
        return
    yield from capability(MODEL_MAP, parts, rules.capability)
    kinds: dict[str, tuple[Sequence[str], Sequence[str]]] = {
        "nodes": ([kind.id for kind in rules.nodes], get_args(NodeKind)),
        "links": ([kind.id for kind in rules.links], get_args(LinkKind)),
        "connections": ([kind.id for kind in rules.connections], get_args(Connection)),
    }
    for key, (found, wanted) in kinds.items():
        yield from whole(MODEL_MAP, key, found, wanted)
    if parts.hybrid is not None:
        yield from _known(rules, parts.hybrid)
    for number, rule in enumerate(rules.flags):
        at = ("flags", number)
        if rule.shape in WITH_FIELD and rule.field is None:
            yield wrong(MODEL_MAP, at, "the rule names no field", "Add field.")
        if rule.shape == "only" and not rule.values:
            yield wrong(MODEL_MAP, at, "the rule names no connection", "Add values.")
    yield from sentences(MODEL_MAP, rules.findings, FILLS)
    yield from _filled(rules)


def _known(rules: MapRules, hybrid: Hybrid) -> Iterator[Complaint]:
    """Flags and archetypes are those of the hybrid."""
    flags, archetypes = [f.id for f in hybrid.flags], [a.id for a in hybrid.archetypes]
    for number, rule in enumerate(rules.flags):
        if rule.flag not in flags:
            yield unknown(MODEL_MAP, ("flags", number, "flag"), "flag", rule.flag, flags)
    for number, one in enumerate(rules.archetypes):
        if one.archetype not in archetypes:
            at = ("archetypes", number, "archetype")
            yield unknown(MODEL_MAP, at, "archetype", one.archetype, archetypes)


def _filled(rules: MapRules) -> Iterator[Complaint]:
    """What is filled into the words of the rules."""
    said: list[tuple[Path, str, set[str]]] = [
        (("incomplete",), rules.incomplete, {"makers", "parties"}),
        *((("flags", n, "raised"), rule.raised, {"where"}) for n, rule in enumerate(rules.flags)),
        *((("archetypes", n, "text"), a.text, {"where"}) for n, a in enumerate(rules.archetypes)),
    ]
    for path, text, allowed in said:
        for message, advice in unfilled(text, allowed):
            yield wrong(MODEL_MAP, path, message, advice)
