"""A gap report back into an assessment folder: the way of the command line (formats)."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from ruamel.yaml.comments import CommentedMap

from readiness.domain.errors import NotFound
from readiness.files.worker import open_apart
from readiness.settings import load_settings
from readiness.workspace.folder import read_assessment
from readiness.workspace.folder_editing import (
    edit_folder,
    finder,
    list_of,
    replace_rows,
    update_row,
)
from readiness.workspace.folder_writing import row_of
from readiness.workspace.offline import Origin
from readiness.workspace.report_back import ReportBack, Taken, compare, taken
from readiness.workspace.report_fields import Key, Said
from readiness.workspace.report_store import anatomy_of
from readiness.workspace.session import local_today
from readiness.workspace.three_way import Choice
from readiness.workspace.vocabulary import limits, vocabulary

TEXTS = frozenset({"owner", "comment"})


def look_at_file(folder: Path, file: Path) -> ReportBack:
    """What a report would change in a folder; nothing is written. Raises InputRefused, NotFound."""
    settings = load_settings()
    find = finder(settings)
    said = read_assessment(folder, find, unfinished=True)
    content = find(said.questionnaire)
    words = vocabulary(content.id, settings)
    if not file.is_file():
        raise NotFound(f"There is no file {file}.")
    opened = open_apart(file.name, file, limits(settings), words.columns.errors)
    anatomy = anatomy_of(opened, words, settings)
    return compare(opened, anatomy, Origin(said.id, said, content), words.columns.no_person)


def take_file(folder: Path, back: ReportBack, choices: Mapping[Key, Choice]) -> int:
    """Write what was decided into ``assessment.yaml``, and how it was before beside it.

    Comments and the order of lines stay. Returns how many fields were written. Raises Undecided
    for a conflict without a choice; then nothing is written.
    """
    find = finder(load_settings())
    said = read_assessment(folder, find, unfinished=True)
    new = taken(back, choices, said, find(said.questionnaire), local_today())
    if new.count:
        edit_folder(folder, find, lambda document: _write(document, new))
    return new.count


def _write(document: Any, new: Taken) -> None:
    if new.tracking:
        values = {(item,): value for item, value in new.tracking.items()}
        replace_rows(list_of(document, "tracking"), ("item",), values)
    if new.overrides:
        replace_rows(list_of(document, "overrides"), ("capability", "rating"), new.overrides)
    if new.actions:
        if document.get("plan") is None:
            document["plan"] = CommentedMap()
        edits = {(id,): value for id, value in new.actions.items()}
        replace_rows(list_of(document["plan"], "actions"), ("id",), edits)
    if new.settings is not None:
        wanted = row_of(new.settings)
        if document.get("settings") is None:
            document["settings"] = wanted
        else:
            update_row(document["settings"], wanted)


def lines_of(back: ReportBack) -> Iterable[str]:
    """The difference in lines: place, what, from what to what; typed words are not repeated."""
    for line in back.lines:
        sheet, row, heading = back.places[line.key]
        place = f"{sheet}!{row}:{heading}: {' '.join(line.key)}"
        now, found, left = (say(line.key, v) for v in (line.stored, line.found, line.exported))
        if line.kind == "conflict":
            yield f"{place}: conflict: here {now}, in the file {found}, at export {left}"
        else:
            yield f"{place}: {line.kind}: {now} -> {found}"
        if line.key in back.asks:
            yield f"{place}: {back.asks[line.key]}"


def say(key: Key, value: Said | None) -> str:
    """A value in a few words; owners, comments and reasons are only said to be there."""
    if value is None:
        return "nothing"
    if key.field in TEXTS:
        return f"a text of {len(value.value)} letters"
    return f"{value.value}, with a reason" if value.reason else value.value
