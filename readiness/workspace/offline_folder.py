"""The interview workbook of an assessment folder: the way of the command line (formats)."""

import re
from collections.abc import Iterable, Mapping
from io import StringIO
from pathlib import Path
from typing import Any, cast

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from readiness.domain.base import Model
from readiness.domain.errors import NotFound
from readiness.domain.questionnaire import Questionnaire
from readiness.files.worker import open_apart
from readiness.report.interview_layout import Given
from readiness.settings import Settings, load_settings
from readiness.workspace.folder import FILE, FindQuestionnaire, parse_assessment, read_assessment
from readiness.workspace.folder_writing import WIDTH, row_of
from readiness.workspace.offline import (
    Incoming,
    Origin,
    compare,
    export,
    new_people,
    response,
    taken,
)
from readiness.workspace.offline_notes import as_notes
from readiness.workspace.offline_rows import Key
from readiness.workspace.session import load_questionnaires
from readiness.workspace.three_way import Choice
from readiness.workspace.vocabulary import limits, vocabulary

BACKUP = f"{FILE}.bak"


def export_from(folder: Path, whom: str = "all", *, shuffled: bool = False) -> bytes:
    """The workbook of a folder. Raises InputRefused, NotFound."""
    return export(_origin(folder, _finder(load_settings())), whom, shuffled=shuffled)


def look_at_file(folder: Path, file: Path) -> Incoming:
    """What a workbook would change in a folder; nothing is written. Raises InputRefused."""
    settings = load_settings()
    origin = _origin(folder, _finder(settings))
    errors = vocabulary(origin.questionnaire.id, settings).columns.errors
    if not file.is_file():
        raise NotFound(f"There is no file {file}.")
    return compare(open_apart(file.name, file, limits(settings), errors), origin)


def take_file(folder: Path, incoming: Incoming, choices: Mapping[Key, Choice]) -> int:
    """Write what was decided into ``assessment.yaml``, and how it was before beside it.

    Comments and the order of lines stay. Returns how many answers were written. Raises Undecided
    for a conflict without a choice; then nothing is written.
    """
    find = _finder(load_settings())
    answers = taken(incoming, choices)
    if not answers and not incoming.loose:
        return 0
    before = read_assessment(folder, find, unfinished=True)
    said = {(r.capability, r.respondent): r for r in before.responses}
    path = folder / FILE
    old = path.read_text(encoding="utf-8-sig")
    yaml = _yaml(old)
    document = yaml.load(old)
    for person in new_people(incoming, answers):
        _list(document, "respondents").append(row_of(person))
    values = {
        key: None if value is None else response(key, value, said.get(key))
        for key, value in answers.items()
    }
    _replace(_list(document, "responses"), values)
    for note in as_notes(incoming.loose, [note.id for note in before.notes]):
        _list(document, "notes").append(row_of(note))
    stream = StringIO()
    yaml.dump(document, stream)
    new = stream.getvalue()
    parse_assessment(new, find, str(path), unfinished=True)
    (folder / BACKUP).write_text(old, encoding="utf-8")
    path.write_text(new, encoding="utf-8")
    return len(answers)


def _replace(rows: CommentedSeq, values: Mapping[Key, Model | None]) -> None:
    """Change the answers where they stand; new ones come last."""
    left = dict(values)
    for index in range(len(rows) - 1, -1, -1):
        key = (str(rows[index].get("capability")), str(rows[index].get("respondent")))
        if key not in left:
            continue
        value = left.pop(key)
        if value is None:
            del rows[index]
        else:
            _update(rows[index], row_of(value))
    rows.extend(row_of(value) for value in left.values() if value is not None)


def _update(row: CommentedMap, wanted: CommentedMap) -> None:
    for name in [name for name in row if name not in wanted]:
        del row[name]
    for name, value in wanted.items():
        if row.get(name) != value:
            row[name] = value


def _list(document: Any, name: str) -> CommentedSeq:
    if document.get(name) is None:
        document[name] = CommentedSeq()
    found: CommentedSeq = document[name]
    return found


def _yaml(text: str) -> YAML:
    """A writer that keeps quotes, comments and the way in which lists are set in."""
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = WIDTH
    if re.search(r"(?m)^ +- ", text):
        yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def _origin(folder: Path, find: FindQuestionnaire) -> Origin:
    assessment = read_assessment(folder, find, unfinished=True)
    return Origin(assessment.id, assessment, find(assessment.questionnaire))


def _finder(settings: Settings) -> FindQuestionnaire:
    known = load_questionnaires(settings)

    def find(id: str) -> Questionnaire:
        if id not in known:
            raise NotFound(f"There is no questionnaire {id!r}; there is {', '.join(known)}.")
        return known[id]

    return find


def lines_of(incoming: Incoming) -> Iterable[str]:
    """The difference in lines: place, what, from what to what; identifiers are not printed."""
    for line in incoming.lines:
        sheet, row = incoming.places[line.key]
        place = f"{sheet}!{row}: {line.key[0]} {line.key[1]}"
        asks = incoming.asks.get(line.key)
        if line.kind == "conflict":
            told = f"here {say(line.stored)}, in the file {say(line.found)}, "
            yield f"{place}: conflict: {told}at export {say(line.exported)}"
        else:
            yield f"{place}: {line.kind}: {say(line.stored)} -> {say(line.found)}"
        if asks:
            yield f"{place}: {asks}"


def say(value: Given | None) -> str:
    """An answer in a few words; notes are not repeated, they are only said to be there."""
    if value is None:
        return "no answer"
    parts = [str(value.level).replace("_", " "), value.basis or ""]
    parts += ["with a note" if value.text else "", "with proof" if value.proof else ""]
    return ", ".join(part for part in parts if part)


def one_choice(incoming: Incoming, choice: str) -> dict[Key, Choice]:
    """The same decision for every conflict; none for ''. Texts to be asked about stay out."""
    if choice not in ("file", "app"):
        return {}
    chosen = cast("Choice", choice)
    return {line.key: chosen for line in incoming.open_conflicts if line.key not in incoming.asks}
