"""Whatever is named must exist: capabilities, metrics, functions, clauses, columns, fillings."""

from collections.abc import Collection, Iterator, Mapping
from typing import TypeVar

from readiness.content.faults import nearest
from readiness.content.files import HEAD, HYBRID, CapabilityEntry
from readiness.content.parts import Complaint, Parts, Placed
from readiness.content.reading import Path
from readiness.content.shared_checks import unfilled
from readiness.domain.metric import Metric, Stream
from readiness.domain.questionnaire import XrayRule
from readiness.domain.tables import TABLES

T = TypeVar("T")

# What each consistency check can fill into its text.
PLACEHOLDERS: Mapping[str, frozenset[str]] = {
    "no_proof_attached": frozenset({"capability", "level", "count"}),
    "ahead_of": frozenset({"capability", "level", "other"}),
    "executive_above_floor": frozenset({"capability", "level", "other"}),
    "owners_differ": frozenset({"capability", "count"}),
    "old_document": frozenset({"capability", "count", "other"}),
    "basis_missing": frozenset({"capability", "count"}),
    "critical_fail": frozenset({"capability", "name", "other", "count"}),
    "resource_full": frozenset({"capability", "name", "other", "count", "level"}),
    "single_suite": frozenset({"capability", "other"}),
    "single_cover": frozenset({"capability", "count", "other"}),
}


def mentions(parts: Parts) -> Iterator[Complaint]:
    """Every name that leads nowhere, every cycle, every function that is asked nothing."""
    for capability in parts.capabilities:
        yield from _capability(parts, capability)
    for metric in parts.metrics:
        yield from _metric(parts, metric)
    for stream in parts.streams:
        yield from _stream(parts, stream)
    for rule in parts.rules:
        yield from _rule(parts, rule)
    yield from _head(parts)
    yield from _guides(parts)
    yield from _parties(parts)
    yield from _cycles(parts)
    yield from _silent_functions(parts)


def _unknown(
    at: Placed[T], what: str, names: Collection[str] | None, named: Collection[str], path: Path
) -> Iterator[Complaint]:
    """A complaint for each of ``named`` that is not among ``names``; none where these are None."""
    if names is None:
        return
    for number, name in enumerate(named):
        if name not in names:
            where = (*path, name) if isinstance(named, Mapping) else (*path, number)
            yield Complaint(
                Placed(None, at.file, at.path),
                f"there is no {what} {name!r}",
                nearest(name, sorted(names)) or f"Name one of the {len(names)} that exist.",
                inside=where,
            )


def _one(
    at: Placed[T], what: str, names: Collection[str] | None, name: str, key: str
) -> Iterator[Complaint]:
    for complaint in _unknown(at, what, names, (name,), (key,)):
        yield Complaint(complaint.at, complaint.message, complaint.advice, (key,))


def _capability(parts: Parts, at: Placed[CapabilityEntry]) -> Iterator[Complaint]:
    own, head = at.value, parts.head
    codes = [function.code for function in head.functions] if head else None
    profiles = [profile.id for profile in head.profiles] if head else None
    yield from _unknown(at, "function", codes, own.functions, ("functions",))
    yield from _unknown(at, "function", codes, own.action.effort, ("action", "effort"))
    yield from _one(at, "target profile", profiles, own.profile, "profile")
    if not own.functions:
        advice = "Name at least one function; nobody would be asked."
        yield Complaint(at, f"{own.id} asks nobody", advice, ("functions",))
    ids = parts.ids("dimension")
    yield from _unknown(at, "capability", ids, own.prerequisites, ("prerequisites",))
    yield from _unknown(at, "reference", parts.clause_ids(), own.references, ("references",))


def _metric(parts: Parts, at: Placed[Metric]) -> Iterator[Complaint]:
    own = at.value
    ids = parts.ids("dimension")
    yield from _unknown(at, "capability", ids, own.capabilities, ("capabilities",))
    stream = at.file.rpartition("/")[2].removesuffix(".yaml")
    yield from _one(at, "stream in this file", [stream], own.stream, "stream")
    for number, need in enumerate(own.needs):
        for message, advice in _need(need):
            yield Complaint(at, message, advice, ("needs", number))


def _need(need: str) -> Iterator[tuple[str, str]]:
    """What is wrong with ``table``, ``table.column`` or ``table.column|other``."""
    table, _, columns = need.partition(".")
    own = next((spec.columns for kind, spec in TABLES.items() if kind == table), None)
    if own is None:
        yield f"there is no evidence table {table!r}", nearest(table, sorted(TABLES))
        return
    for column in columns.split("|") if columns else ():
        if column not in own:
            yield f"the table {table!r} has no column {column!r}", nearest(column, sorted(own))


def _parties(parts: Parts) -> Iterator[Complaint]:
    ids = parts.ids("dimension")
    for number, party in enumerate(parts.hybrid.parties if parts.hybrid else ()):
        at = Placed(party, HYBRID, ("parties", number))
        yield from _unknown(at, "capability", ids, party.capabilities, ("capabilities",))


def _stream(parts: Parts, at: Placed[Stream]) -> Iterator[Complaint]:
    ids = parts.ids("metrics")
    yield from _unknown(at, "metric", ids, at.value.index_metrics, ("index_metrics",))
    if at.value.identifiable_metric is not None:
        yield from _one(at, "metric", ids, at.value.identifiable_metric, "identifiable_metric")


def _rule(parts: Parts, at: Placed[XrayRule]) -> Iterator[Complaint]:
    ids = parts.ids("dimension")
    if at.value.capability is not None:
        yield from _one(at, "capability", ids, at.value.capability, "capability")
    if at.value.metric is not None:
        yield from _one(at, "metric", parts.ids("metrics"), at.value.metric, "metric")
    yield from _unknown(at, "capability", ids, at.value.others, ("others",))
    allowed = PLACEHOLDERS[at.value.check]
    for message, advice in unfilled(at.value.text, allowed):
        yield Complaint(at, message, advice, ("text",))


def _head(parts: Parts) -> Iterator[Complaint]:
    if parts.head is None:
        return
    head, at = parts.head, Placed(parts.head, HEAD)
    capabilities, metrics = parts.ids("dimension"), parts.ids("metrics")
    waves: dict[str, str] = {}
    for number, wave in enumerate(head.waves):
        path: Path = ("waves", number, "capabilities")
        yield from _unknown(at, "capability", capabilities, wave.capabilities, path)
        for id in wave.capabilities:
            if id in waves:
                message = f"{id} stands in the wave {waves[id]!r} already"
                yield Complaint(at, message, "Leave it in one wave.", path)
            waves.setdefault(id, wave.name)
    rated = head.calibration.capabilities
    yield from _unknown(at, "capability", capabilities, rated, ("calibration", "capabilities"))
    short = head.short_form.metrics
    yield from _unknown(at, "metric", metrics, short, ("short_form", "metrics"))
    incidents = [i.id for i in head.incidents]
    for key in ("incident_capabilities", "incident_fallback"):
        rules: dict[str, tuple[str, ...]] = getattr(head.priority, key)
        yield from _unknown(at, "incident", incidents, rules, ("priority", key))
        for incident, named in rules.items():
            path = ("priority", key, incident)
            yield from _unknown(at, "capability", capabilities, named, path)
    critical = Placed(head, HEAD, ("priority",))
    key = "critical_fail_capability"
    yield from _one(
        critical, "capability", capabilities, head.priority.critical_fail_capability, key
    )


def _guides(parts: Parts) -> Iterator[Complaint]:
    """Functions and questions of the interview guides."""
    capabilities = parts.ids("dimension")
    if parts.head is None or capabilities is None:
        return
    codes = [function.code for function in parts.head.functions]
    known = {*capabilities, *parts.head.dimension_order}
    for number, guide in enumerate(parts.head.interview.guides):
        at = Placed(guide, HEAD, ("interview", "guides", number))
        yield from _one(at, "function", codes, guide.function, "function")
        yield from _unknown(at, "question or dimension", known, guide.order, ("order",))
    for number, part in enumerate(parts.head.interview.parts):
        place: Path = ("interview", "parts", number)
        asked = Placed(part, HEAD, place)
        yield from _unknown(asked, "function", codes, part.prompts, ("prompts",))


def _cycles(parts: Parts) -> Iterator[Complaint]:
    """Each cycle of prerequisites once, at the capability where it was entered."""
    needs = {c.value.id: c for c in parts.capabilities}
    done: set[str] = set()
    for id in needs:
        for cycle in _walk(id, [], needs, done):
            chain = " needs ".join([*cycle, cycle[0]])
            advice = "Take one of these prerequisites out: one of them must come first."
            yield Complaint(
                needs[cycle[0]], f"prerequisites form a cycle: {chain}", advice, ("prerequisites",)
            )


def _walk(
    id: str, trail: list[str], needs: Mapping[str, Placed[CapabilityEntry]], done: set[str]
) -> Iterator[list[str]]:
    if id in trail:
        yield trail[trail.index(id) :]
        return
    if id in done or id not in needs:
        return
    for before in needs[id].value.prerequisites:
        yield from _walk(before, [*trail, id], needs, done)
    done.add(id)


def _silent_functions(parts: Parts) -> Iterator[Complaint]:
    """A function that no question is put to: an interview with it would be empty."""
    if parts.ids("dimension") is None:
        return
    asked = {
        str(code)
        for _, entry in parts.entries("dimension")
        if isinstance(codes := entry.get("functions"), list)
        for code in codes
    }
    for number, function in enumerate(parts.head.functions if parts.head else ()):
        if function.code not in asked:
            yield Complaint(
                Placed(function, HEAD, ("functions", number)),
                f"no question is put to {function.code}",
                "Add it to the functions of a capability, or take it out here.",
            )
