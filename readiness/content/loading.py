"""A questionnaire's folder to the `Questionnaire`, or to all of its errors at once."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import Any

from readiness.content.columns import COLUMNS, load_columns
from readiness.content.data_readiness import data_readiness
from readiness.content.figures import figures
from readiness.content.files import (
    DIMENSIONS,
    HEAD,
    METRICS,
    SINGLE,
    WHOLE,
    XRAY,
    DimensionFile,
    HeadFile,
    MetricsFile,
    XrayFile,
    list_files,
)
from readiness.content.identities import identities
from readiness.content.intersections import intersections
from readiness.content.lenses import lenses
from readiness.content.lock_in import lock_in
from readiness.content.mentions import mentions
from readiness.content.model_map import model_map
from readiness.content.open_options import open_options
from readiness.content.oversight import oversight
from readiness.content.parts import Complaint, Parts, build, missing_files
from readiness.content.reading import Source, read
from readiness.content.retention import retention
from readiness.content.ripple import ripple
from readiness.content.scaling_limits import scaling_limits
from readiness.content.scan import FILE as SCAN
from readiness.content.scan import load_scan_rules
from readiness.content.scorecard import scorecard
from readiness.content.stopwatch import stopwatch
from readiness.domain.capability import Capability, Dimension, Reference
from readiness.domain.errors import ContentRefused, NotFound, Problem
from readiness.domain.questionnaire import Questionnaire

CHECKS = (
    identities,
    mentions,
    figures,
    scorecard,
    lock_in,
    stopwatch,
    ripple,
    retention,
    intersections,
    model_map,
    oversight,
    lenses,
    data_readiness,
    scaling_limits,
    open_options,
)
PACKAGE = Path(__file__).parents[1]
BESIDE: dict[str, Callable[[Path], object]] = {COLUMNS: load_columns, SCAN: load_scan_rules}


def content_root() -> Path:
    """The folder of the questionnaires: in the installed package, else in the repository."""
    installed = PACKAGE / "_content"
    return installed if installed.is_dir() else PACKAGE.parent / "questionnaires"


def load_by_id(id: str) -> Questionnaire:
    """The shipped questionnaire of that id; raises NotFound, or ContentRefused."""
    known = sorted(path.parent.name for path in content_root().glob(f"*/{HEAD}"))
    if id not in known:
        raise NotFound(f"there is no questionnaire {id!r}. Known: {', '.join(known) or 'none'}")
    return load_questionnaire(content_root() / id)


def check(folder: Path) -> list[Problem]:
    """Every error of a questionnaire's folder; empty where all of it loads.

    The questionnaire first, in the order of its files; then what intake and the scan of workbooks
    read beside it, where the folder has that.
    """
    problems: list[Problem] = []
    try:
        load_questionnaire(folder)
    except ContentRefused as refusal:
        problems += refusal.problems
    for name, load in BESIDE.items():
        if (folder / name).is_file():
            problems += _refused(folder, load)
    return problems


def check_all(folder: Path | None = None) -> tuple[list[Problem], list[str]]:
    """Every error of one questionnaire's folder, or of all in a folder of them; and their names.

    ``folder`` None: the shipped ones. A folder without any questionnaire is an error itself.
    """
    root = content_root() if folder is None else folder
    if (root / HEAD).is_file():
        return check(root), [root.resolve().name]
    found = sorted(path.parent for path in root.glob(f"*/{HEAD}"))
    if not found:
        advice = f"Name a folder that holds {HEAD}, or the folder above such folders."
        return [Problem(root.name, "there is no questionnaire here", advice=advice)], []
    return [problem for one in found for problem in check(one)], [one.name for one in found]


def _refused(folder: Path, load: Callable[[Path], object]) -> Iterator[Problem]:
    try:
        load(folder)
    except ContentRefused as refusal:
        for problem in refusal.problems:
            yield replace(problem, file=f"{folder.resolve().name}/{problem.file}")


def load_questionnaire(folder: Path) -> Questionnaire:
    """The checked questionnaire of a folder; raises ContentRefused with every error.

    The same bytes give the same object, so that many callers in one process pay once. ``sha256``
    is over the names and bytes of the files, in a fixed order.
    """
    contents = tuple((name, (folder / name).read_bytes()) for name in list_files(folder))
    return _load(folder.resolve().name, contents)


@lru_cache(maxsize=8)
def _load(folder: str, contents: tuple[tuple[str, bytes], ...]) -> Questionnaire:
    sources: dict[str, Source] = {}
    problems: list[Problem] = []
    for name, data in contents:
        sources[name], unreadable = read(f"{folder}/{name}", data)
        problems += unreadable
    parts, unfit = build(sources)
    problems += [*unfit, *missing_files(folder, parts)]
    complaints = chain.from_iterable(check_parts(parts) for check_parts in CHECKS)
    problems += [_located(complaint, sources) for complaint in complaints]
    if problems:
        order = {source.file: number for number, source in enumerate(sources.values())}
        raise ContentRefused(
            sorted(set(problems), key=lambda p: (order.get(p.file, -1), p.row or 0, p.message))
        )
    digest = sha256(b"".join(_framed(name.encode()) + _framed(data) for name, data in contents))
    return _assemble(parts, digest.hexdigest())


def _framed(data: bytes) -> bytes:
    """With its length in front, so that two files never hash like one."""
    return len(data).to_bytes(8) + data


def _located(complaint: Complaint, sources: dict[str, Source]) -> Problem:
    source = sources[complaint.at.file]
    return Problem(
        source.file,
        complaint.message,
        row=source.line(complaint.path),
        expected=complaint.expected,
        advice=complaint.advice,
    )


def _assemble(parts: Parts, digest: str) -> Questionnaire:
    """The whole, from parts that are sound and agree with one another."""
    head, references = parts.head, parts.references
    if not head or not references or not set(SINGLE) <= set(parts.files):
        raise AssertionError("a missing or broken file was not reported")
    known = {c.id: group.reference(c) for group in references.groups for c in group.clauses}
    files = parts.files
    dimensions = [
        _dimension(file, known)
        for id in head.dimension_order
        if isinstance(file := files[f"{DIMENSIONS}/{id}.yaml"], DimensionFile)
    ]
    streams = [
        file
        for id in head.stream_order
        if isinstance(file := files[f"{METRICS}/{id}.yaml"], MetricsFile)
    ]
    rules = files[XRAY]
    whole: dict[str, Any] = {name: files[f"{name}.yaml"] for name in WHOLE}
    own = {name: getattr(head, name) for name in HeadFile.model_fields if "_order" not in name}
    return Questionnaire(
        **own,
        **whole,
        dimensions=tuple(dimensions),
        streams=tuple(file.stream for file in streams),
        metrics=tuple(metric for file in streams for metric in file.metrics),
        xray=rules.rules if isinstance(rules, XrayFile) else (),
        sha256=digest,
    )


def _dimension(file: DimensionFile, known: dict[str, Reference]) -> Dimension:
    """The dimension, its capabilities' clauses in the place of their ids."""
    return Dimension(
        id=file.id,
        name=file.name,
        short=file.short,
        capabilities=tuple(
            Capability(**{**dict(entry), "references": tuple(known[id] for id in entry.references)})
            for entry in file.capabilities
        ),
    )
