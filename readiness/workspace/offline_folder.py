"""The interview workbook of an assessment folder: the way of the command line (formats)."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from readiness.domain.errors import NotFound
from readiness.files.worker import open_apart
from readiness.report.interview_layout import Given
from readiness.settings import load_settings
from readiness.workspace.folder import FindQuestionnaire, read_assessment
from readiness.workspace.folder_editing import edit_folder, finder, list_of, replace_rows
from readiness.workspace.folder_writing import row_of
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
from readiness.workspace.three_way import Choice
from readiness.workspace.vocabulary import limits, vocabulary


def export_from(folder: Path, whom: str = "all", *, shuffled: bool = False) -> bytes:
    """The workbook of a folder. Raises InputRefused, NotFound."""
    return export(_origin(folder, finder(load_settings())), whom, shuffled=shuffled)


def look_at_file(folder: Path, file: Path) -> Incoming:
    """What a workbook would change in a folder; nothing is written. Raises InputRefused."""
    settings = load_settings()
    origin = _origin(folder, finder(settings))
    errors = vocabulary(origin.questionnaire.id, settings).columns.errors
    if not file.is_file():
        raise NotFound(f"There is no file {file}.")
    return compare(open_apart(file.name, file, limits(settings), errors), origin)


def take_file(folder: Path, incoming: Incoming, choices: Mapping[Key, Choice]) -> int:
    """Write what was decided into ``assessment.yaml``, and how it was before beside it.

    Comments and the order of lines stay. Returns how many answers were written. Raises Undecided
    for a conflict without a choice; then nothing is written.
    """
    find = finder(load_settings())
    answers = taken(incoming, choices)
    if not answers and not incoming.loose:
        return 0
    before = read_assessment(folder, find, unfinished=True)
    said = {(r.capability, r.respondent): r for r in before.responses}
    values = {
        key: None if value is None else response(key, value, said.get(key))
        for key, value in answers.items()
    }

    def change(document: Any) -> None:
        for person in new_people(incoming, answers):
            list_of(document, "respondents").append(row_of(person))
        replace_rows(list_of(document, "responses"), ("capability", "respondent"), values)
        for note in as_notes(incoming.loose, [note.id for note in before.notes]):
            list_of(document, "notes").append(row_of(note))

    edit_folder(folder, find, change)
    return len(answers)


def _origin(folder: Path, find: FindQuestionnaire) -> Origin:
    assessment = read_assessment(folder, find, unfinished=True)
    return Origin(assessment.id, assessment, find(assessment.questionnaire))


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
