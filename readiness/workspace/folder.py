"""An assessment folder: ``assessment.yaml`` read with every problem at once, and written."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from readiness.domain.assessment import Assessment
from readiness.domain.base import Model
from readiness.domain.errors import InputRefused, NotFound, Problem
from readiness.domain.questionnaire import Questionnaire
from readiness.workspace.folder_checks import Draft, check_draft
from readiness.workspace.operating_files import FOLDER as OPERATING
from readiness.workspace.operating_files import with_operating
from readiness.workspace.placed import Placed, read_placed
from readiness.workspace.refusals import loose_values, problems_of

FILE = "assessment.yaml"
MAX_MB = 5

FindQuestionnaire = Callable[[str], Questionnaire]
"""The content of an id; raises NotFound, naming what there is."""

LISTS: dict[str, type[Model]] = {
    name: get_args(info.annotation)[0]
    for name, info in Assessment.model_fields.items()
    if get_args(info.annotation)[1:] == (Ellipsis,)
}
"""The lists of an assessment and what they hold."""


def read_assessment(
    folder: Path, find: FindQuestionnaire, *, unfinished: bool = False
) -> Assessment:
    """The assessment of a folder; ``unfinished`` ones may lack what the app lets wait.

    Raises InputRefused with every problem of ``assessment.yaml``, its lines included; NotFound if
    the folder has none.
    """
    path = folder / FILE
    if not path.is_file():
        raise NotFound(f"{folder} is no assessment folder: it holds no {FILE}.")
    name = str(path)
    if path.stat().st_size > MAX_MB * 1024 * 1024:
        raise _too_large(name)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        advice = "Save it as UTF-8"
        raise InputRefused([Problem(name, "This is no UTF-8 text", advice=advice)]) from error
    said = parse_assessment(text, find, name, unfinished=unfinished)
    parts = {p.name: p.read_bytes() for p in sorted((folder / OPERATING).glob("*.yaml"))}
    return with_operating(said, parts, find(said.questionnaire), f"{folder / OPERATING}/")


def parse_assessment(
    text: str, find: FindQuestionnaire, file: str = FILE, *, unfinished: bool = False
) -> Assessment:
    """The assessment of a YAML text. Raises InputRefused with every problem.

    ``unfinished``: what the app leaves open while somebody is still at it (parties, sites, the
    window, a reason, a source) may be open here too.
    """
    if len(text) > MAX_MB * 1024 * 1024:
        raise _too_large(file)
    placed = read_placed(text, file)
    if not isinstance(placed.value, dict):
        raise InputRefused([Problem(file, "An assessment was expected: keys with values", row=1)])
    reading = _Reading(placed)
    rows = {name: reading.rows(name) for name in LISTS}
    draft = Draft(placed, reading.head(), rows, unfinished)
    problems = reading.problems
    questionnaire = _questionnaire(placed, find, problems)
    if questionnaire is not None:
        problems += check_draft(draft, questionnaire)
    if problems or draft.head is None:
        raise InputRefused(sorted(problems, key=lambda p: p.row or 0))
    return draft.head.model_copy(update={k: tuple(r for _, r in v) for k, v in rows.items()})


def _too_large(file: str) -> InputRefused:
    return InputRefused([Problem(file, f"This file is larger than {MAX_MB} MB")])


@dataclass
class _Reading:
    """The parts of a document as domain values, broken ones noted and left out."""

    placed: Placed
    problems: list[Problem] = field(default_factory=list)

    def head(self) -> Assessment | None:
        """Everything but the lists; None if it cannot be."""
        whole: dict[str, Any] = self.placed.value
        head = {key: value for key, value in whole.items() if key not in LISTS}
        found = self._valid(Assessment, head, ())
        return found if isinstance(found, Assessment) else None

    def rows(self, name: str) -> list[tuple[int, Any]]:
        """The valid entries of a list with their places."""
        value = self.placed.value.get(name)
        if value is None:
            return []
        if not isinstance(value, list):
            self.problems.append(self.placed.problem((name,), "a list was expected"))
            return []
        found = [
            (index, self._valid(LISTS[name], row, (name, index))) for index, row in enumerate(value)
        ]
        return [(index, row) for index, row in found if row is not None]

    def _valid(
        self, model: type[BaseModel], value: Any, where: tuple[str | int, ...]
    ) -> BaseModel | None:
        loose = [
            self.placed.problem(at, "this cannot stand here", expected=expected)
            for at, expected in loose_values(model, value, where)
        ]
        self.problems += loose
        if loose:
            return None
        try:
            return model.model_validate(value)
        except ValidationError as error:
            self.problems += problems_of(error, model, self.placed, where)
            return None


def _questionnaire(
    placed: Placed, find: FindQuestionnaire, problems: list[Problem]
) -> Questionnaire | None:
    id = placed.value.get("questionnaire")
    if not isinstance(id, str):
        return None
    try:
        return find(id)
    except NotFound as error:
        problems.append(placed.problem(("questionnaire",), str(error)))
        return None
