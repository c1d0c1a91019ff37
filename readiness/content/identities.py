"""Ids that must be unique, files that must be where the head says, lists that must be whole."""

from collections.abc import Iterable, Iterator
from typing import get_args

from readiness.content.files import (
    DIMENSIONS,
    DRILLS,
    HEAD,
    HYBRID,
    METRICS,
    REFERENCES,
    DimensionFile,
    HeadFile,
    MetricsFile,
)
from readiness.content.parts import Complaint, Parts, Placed
from readiness.content.reading import Path
from readiness.domain.scale import Level, Modality, Rating, Stage

Named = tuple[str, Placed[None]]


def identities(parts: Parts) -> Iterator[Complaint]:
    """Everything of this module."""
    yield from _duplicate_ids(parts)
    yield from _duplicate_aliases(parts)
    for key, folder, kind in (
        ("dimension_order", DIMENSIONS, DimensionFile),
        ("stream_order", METRICS, MetricsFile),
    ):
        yield from _files(parts, key, folder, kind)
    yield from _whole(parts)


def _duplicate_ids(parts: Parts) -> Iterator[Complaint]:
    for what, named in _families(parts):
        first: dict[str, Placed[None]] = {}
        for id, place in named:
            if id in first:
                yield Complaint(
                    place,
                    f"the {what} {id!r} stands a second time",
                    f"Give it an id of its own; the first is in {first[id].file}.",
                    inside=("id",),
                )
            first.setdefault(id, place)


def _families(parts: Parts) -> Iterator[tuple[str, list[Named]]]:
    """What is named by ids of one space, with the places."""
    for kind, what in (("dimension", "capability"), ("metrics", "metric"), ("xray", "rule")):
        yield what, [(str(e["id"]), at) for at, e in parts.entries(kind) if "id" in e]
    if parts.references:
        yield (
            "reference",
            [
                (clause.id, Placed(None, REFERENCES, ("groups", g, "clauses", c)))
                for g, group in enumerate(parts.references.groups)
                for c, clause in enumerate(group.clauses)
            ],
        )
    if head := parts.head:
        for key, what, ids in (
            ("stages", "stage", [s.id for s in head.stages]),
            ("modalities", "modality", [m.id for m in head.modalities]),
            ("functions", "function", [f.code for f in head.functions]),
            ("profiles", "target profile", [p.id for p in head.profiles]),
            ("incidents", "incident", [i.id for i in head.incidents]),
            ("waves", "wave", [str(w.number) for w in head.waves]),
            ("scale", "level", [str(s.level) for s in head.scale]),
            ("interview", "part of the guide", [p.id for p in head.interview.parts]),
        ):
            yield what, _numbered(ids, HEAD, (key,))
    if parts.drills:
        yield "block", _numbered([b.id for b in parts.drills.blocks], DRILLS, ("blocks",))
        yield "scenario", _numbered([s.id for s in parts.drills.scenarios], DRILLS, ("scenarios",))
        for number, scenario in enumerate(parts.drills.scenarios):
            items = [str(item.n) for item in scenario.items]
            yield "item", _numbered(items, DRILLS, ("scenarios", number, "items"))
            made = [str(decision.n) for decision in scenario.decisions]
            yield "decision", _numbered(made, DRILLS, ("scenarios", number, "decisions"))
        yield "row", _numbered([r.id for r in parts.drills.rubric], DRILLS, ("rubric",))
        yield "role", _numbered(parts.drills.roles, DRILLS, ("roles",))
    if parts.hybrid:
        yield "flag", _numbered([f.id for f in parts.hybrid.flags], HYBRID, ("flags",))
        archetypes = [a.id for a in parts.hybrid.archetypes]
        yield "archetype", _numbered(archetypes, HYBRID, ("archetypes",))
        yield "party", _numbered([p.id for p in parts.hybrid.parties], HYBRID, ("parties",))


def _numbered(ids: Iterable[str], file: str, path: Path) -> list[Named]:
    return [(id, Placed(None, file, (*path, n))) for n, id in enumerate(ids)]


def _duplicate_aliases(parts: Parts) -> Iterator[Complaint]:
    """A loose name that means two functions cannot be resolved."""
    owner: dict[str, str] = {}
    for number, function in enumerate(parts.head.functions if parts.head else ()):
        for position, alias in enumerate(function.aliases):
            other = owner.setdefault(alias.casefold(), function.code)
            if other != function.code:
                yield Complaint(
                    Placed(function, HEAD, ("functions", number)),
                    f"{alias!r} means {other} already",
                    "Leave it with one of the two functions.",
                    inside=("aliases", position),
                )


def _files(
    parts: Parts, key: str, folder: str, kind: type[DimensionFile] | type[MetricsFile]
) -> Iterator[Complaint]:
    """The order in the head and the files in the folder are the same set, each named by its id."""
    if parts.head is None:
        return
    order: tuple[str, ...] = getattr(parts.head, key)
    head = Placed(parts.head, HEAD, (key,))
    present = [name for name in parts.names if name.startswith(f"{folder}/")]
    for position, id in enumerate(order):
        if order.index(id) != position:
            yield Complaint(head, f"{id} stands twice in {key}", "Take one out.", (position,))
        elif f"{folder}/{id}.yaml" not in present:
            advice = f"Write {folder}/{id}.yaml, or take {id} out of {key}."
            yield Complaint(head, f"{id} has no file", advice, (position,))
    for name in present:
        stem = name.removeprefix(f"{folder}/").removesuffix(".yaml")
        if stem not in order:
            advice = f"Add {stem} to {key} in {HEAD}, or remove the file."
            yield Complaint(Placed(None, name), f"{key} does not name this file", advice)
        file = parts.files.get(name)
        if isinstance(file, kind):
            own = file.id if isinstance(file, DimensionFile) else file.stream.id
            path: Path = ("id",) if isinstance(file, DimensionFile) else ("stream", "id")
            if own != stem:
                advice = f"Write {stem}, or rename the file to {own}.yaml."
                at = Placed(None, name, path)
                yield Complaint(at, f"the id {own} differs from the file's name", advice)


def _whole(parts: Parts) -> Iterator[Complaint]:
    """Lists and tables that must hold every level, stage, modality or rating."""
    head = parts.head
    if head is not None:
        stages = [str(s.id) for s in head.stages]
        modalities = [str(m.id) for m in head.modalities]
        for path, held, wanted in _wanted(head, stages, modalities):
            yield from _lacking(Placed(None, HEAD, path), held, wanted)
    for capability in parts.capabilities:
        held = list(capability.value.ratings)
        at = Placed(None, capability.file, (*capability.path, "ratings"))
        yield from _lacking(at, held, get_args(Rating))


def _wanted(
    head: HeadFile, stages: list[str], modalities: list[str]
) -> Iterator[tuple[Path, list[object], Iterable[object]]]:
    yield ("stages",), list(stages), get_args(Stage)
    yield ("modalities",), list(modalities), get_args(Modality)
    yield ("scale",), [s.level for s in head.scale], get_args(Level)
    yield ("verdict", "steps"), [s.level for s in head.verdict.steps], get_args(Level)[1:]
    yield ("priority", "weights"), list(head.priority.weights), get_args(Rating)
    yield ("priority", "bands"), list(head.priority.bands), ("act_now", "next", "plan")
    names = ("act_now", "next", "plan", "watch")
    yield ("priority", "band_names"), list(head.priority.band_names), names
    yield ("claims", "ceilings"), list(head.claims.ceilings), ("statement", "document", "record")
    yield ("texts", "by_stage"), list(head.texts.by_stage), stages
    yield ("texts", "by_modality"), list(head.texts.by_modality), modalities
    yield ("texts", "marks"), list(head.texts.marks), ("V", "M", "EJ", "C")
    for number, profile in enumerate(head.profiles):
        yield ("profiles", number, "targets"), list(profile.targets), stages
    for number, modality in enumerate(head.modalities):
        words = ("unit", "units", "slot", "slots", "batch", "batches")
        yield ("modalities", number, "words"), list(modality.words), words


def _lacking(at: Placed[None], held: list[object], wanted: Iterable[object]) -> Iterator[Complaint]:
    lost = [str(w) for w in wanted if w not in held]
    if lost:
        name = next(str(s) for s in reversed(at.path) if isinstance(s, str))
        yield Complaint(at, f"{name!r} lacks {', '.join(lost)}", f"Add {', '.join(lost)}.")
