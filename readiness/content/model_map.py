"""The model map's content: kinds stand once, names exist, rules have what they need."""

from collections.abc import Iterator, Sequence
from string import Formatter
from typing import get_args

from readiness.content.faults import nearest
from readiness.content.files import MODEL_MAP
from readiness.content.parts import Complaint, Parts, Placed
from readiness.content.reading import Path
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
    capabilities = parts.ids("dimension")
    if capabilities is not None and rules.capability not in capabilities:
        message = f"there is no capability {rules.capability!r}"
        yield _say(("capability",), message, nearest(rules.capability, sorted(capabilities)))
    yield from _whole(rules)
    if parts.hybrid is not None:
        yield from _known(rules, parts.hybrid)
    for number, rule in enumerate(rules.flags):
        if rule.shape in WITH_FIELD and rule.field is None:
            yield _say(("flags", number), "the rule names no field", "Add field.")
        if rule.shape == "only" and not rule.values:
            yield _say(("flags", number), "the rule names no connection", "Add values.")
    yield from _fills(rules)


def _whole(rules: MapRules) -> Iterator[Complaint]:
    """Every kind of node, link and connection once."""
    kinds: dict[str, tuple[Sequence[str], Sequence[str]]] = {
        "nodes": ([kind.id for kind in rules.nodes], get_args(NodeKind)),
        "links": ([kind.id for kind in rules.links], get_args(LinkKind)),
        "connections": ([kind.id for kind in rules.connections], get_args(Connection)),
    }
    for key, (found, wanted) in kinds.items():
        if sorted(found) != sorted(wanted):
            yield _say(
                (key,), f"the {key} are not whole", f"Name each of {', '.join(wanted)} once."
            )


def _known(rules: MapRules, hybrid: Hybrid) -> Iterator[Complaint]:
    """Flags and archetypes are those of the hybrid."""
    flags, archetypes = [f.id for f in hybrid.flags], [a.id for a in hybrid.archetypes]
    named = [("flags", "flag", rule.flag, flags) for rule in rules.flags]
    named += [("archetypes", "archetype", r.archetype, archetypes) for r in rules.archetypes]
    places = [*range(len(rules.flags)), *range(len(rules.archetypes))]
    for number, (key, what, id, known) in zip(places, named, strict=True):
        if id not in known:
            yield _say((key, number, what), f"there is no {what} {id!r}", nearest(id, known))


def _fills(rules: MapRules) -> Iterator[Complaint]:
    """What is filled into the words."""
    said: list[tuple[Path, str, set[str]]] = [
        (("findings", kind), getattr(rules.findings, kind), allowed)
        for kind, allowed in FILLS.items()
    ]
    said += [(("flags", n, "raised"), r.raised, {"where"}) for n, r in enumerate(rules.flags)]
    said += [(("archetypes", n, "text"), r.text, {"where"}) for n, r in enumerate(rules.archetypes)]
    said.append((("incomplete",), rules.incomplete, {"makers", "parties"}))
    for path, text, allowed in said:
        used = {name for _, name, _, _ in Formatter().parse(text) if name is not None}
        for name in sorted(used - allowed):
            advice = f"Possible: {', '.join(sorted(allowed)) or 'nothing'}."
            yield _say(path, f"nothing can be filled in for {{{name}}}", advice)


def _say(path: Path, message: str, advice: str) -> Complaint:
    return Complaint(Placed(None, MODEL_MAP, path), message, advice)
