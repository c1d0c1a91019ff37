"""``operating_model/`` of an assessment folder: read with every problem at once, and written."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from pydantic import ValidationError

from readiness.domain.assessment import Assessment
from readiness.domain.base import Model, remade
from readiness.domain.errors import InputRefused, Problem
from readiness.domain.operating import Operating
from readiness.domain.operating_files import (
    ChangesFile,
    DataFile,
    IntersectionFile,
    LedgerFile,
    LimitFile,
    MapFile,
    OptionFile,
    OversightFile,
    PartnerFile,
    RetentionFile,
    StopwatchFile,
)
from readiness.domain.questionnaire import Questionnaire
from readiness.workspace.folder_writing import as_yaml
from readiness.workspace.operating_checks import operating_problems
from readiness.workspace.placed import read_placed
from readiness.workspace.refusals import loose_values, nearest, problems_of

FOLDER = "operating_model"
PARTNER = "cdmo-"
ENDING = ".yaml"
LEDGER, RETENTION, INTERSECTIONS = "ledger.yaml", "retention.yaml", "intersections.yaml"
MAP = "map.yaml"
CHANGES, STOPWATCH = "changes.yaml", "stopwatch.yaml"
DATA = "data.yaml"
OVERSIGHT = "oversight.yaml"
LIMITS = "limits.yaml"
OPTIONS = "options.yaml"
Whole = (
    LedgerFile
    | RetentionFile
    | IntersectionFile
    | MapFile
    | ChangesFile
    | StopwatchFile
    | DataFile
    | OversightFile
    | LimitFile
    | OptionFile
)
WHOLE: dict[str, type[Whole]] = {
    LEDGER: LedgerFile,
    RETENTION: RetentionFile,
    INTERSECTIONS: IntersectionFile,
    MAP: MapFile,
    CHANGES: ChangesFile,
    DATA: DataFile,
    STOPWATCH: StopwatchFile,
    OVERSIGHT: OversightFile,
    LIMITS: LimitFile,
    OPTIONS: OptionFile,
}
Made = TypeVar("Made", bound=Model)


def with_operating(
    said: Assessment, files: Mapping[str, bytes], questionnaire: Questionnaire, place: str = ""
) -> Assessment:
    """The assessment with what its files of the operating model say, by name.

    ``place`` is put before a name in a problem. Raises InputRefused with every problem of every
    file, and where ``assessment.yaml`` says the same already.
    """
    problems: list[Problem] = []
    parts = [said.operating]
    for name, data in files.items():
        try:
            parts.append(_read(name, data, place + name))
        except InputRefused as error:
            problems += error.problems
    whole = _together(parts)
    problems += operating_problems(whole, questionnaire, place or f"{FOLDER}/")
    if problems:
        raise InputRefused(problems)
    return remade(said, operating=whole) if files else said


def operating_texts(said: Operating) -> dict[str, str]:
    """File name to text; reading them gives an equal operating model."""
    texts = {
        f"{PARTNER}{partner.id}{ENDING}": as_yaml(PartnerFile.of(partner, said))
        for partner in said.partners
    }
    whole: dict[str, Whole] = {
        LEDGER: LedgerFile(choices=said.choices),
        RETENTION: RetentionFile(rows=said.retention),
        INTERSECTIONS: IntersectionFile(pairs=said.intersections),
        OVERSIGHT: OversightFile(questions=said.oversight),
        MAP: MapFile(
            conductor=said.conductor,
            nodes=said.map_nodes,
            links=said.map_links,
            archetypes=said.map_archetypes,
        ),
        STOPWATCH: StopwatchFile.of(said),
        CHANGES: ChangesFile(changes=said.changes),
        DATA: DataFile(sets=said.data_sets, uses=said.ai_uses),
        LIMITS: LimitFile(limits=said.limits),
        OPTIONS: OptionFile(options=said.options, gates=said.gates),
    }
    return texts | {name: as_yaml(file) for name, file in whole.items() if file != type(file)()}


def _read(name: str, data: bytes, file: str) -> Operating:
    if name in WHOLE:
        return _valid(WHOLE[name], data, file).taken()
    id = name.removeprefix(PARTNER).removesuffix(ENDING)
    if not name.startswith(PARTNER):
        known = [f"{PARTNER}NAME{ENDING}", *WHOLE]
        advice = nearest(name, known) or f"Known: {', '.join(known)}"
        raise InputRefused([Problem(file, "This file is not known here", advice=advice)])
    whole = _valid(PartnerFile, data, file)
    try:
        return whole.taken(id)
    except ValidationError as error:
        advice = "Name it by small letters, digits and hyphens"
        raise InputRefused([Problem(file, f"{id!r} is no id", advice=advice)]) from error


def _valid(model: type[Made], data: bytes, file: str) -> Made:
    try:
        placed = read_placed(data.decode("utf-8-sig"), file)
    except UnicodeDecodeError as error:
        problem = Problem(file, "This is no UTF-8 text", advice="Save it as UTF-8")
        raise InputRefused([problem]) from error
    loose = [
        placed.problem(at, "this cannot stand here", expected=expected)
        for at, expected in loose_values(model, placed.value, ())
    ]
    if loose:
        raise InputRefused(loose)
    try:
        return model.model_validate(placed.value)
    except ValidationError as error:
        raise InputRefused(problems_of(error, model, placed, ())) from error


def _together(parts: Sequence[Operating]) -> Operating:
    lists = {
        name: tuple(row for part in parts for row in getattr(part, name))
        for name in Operating.model_fields
    }
    return Operating(**lists)
