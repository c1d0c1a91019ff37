"""Changing ``assessment.yaml`` where it stands: comments and order stay, one backup is kept."""

import re
from collections.abc import Callable, Mapping, Sequence
from io import StringIO
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from readiness.domain.base import Model
from readiness.domain.errors import NotFound
from readiness.domain.questionnaire import Questionnaire
from readiness.settings import Settings
from readiness.workspace.folder import FILE, FindQuestionnaire, parse_assessment
from readiness.workspace.folder_writing import WIDTH, row_of
from readiness.workspace.session import load_questionnaires

BACKED_UP = ".bak"
BACKUP = f"{FILE}{BACKED_UP}"


def finder(settings: Settings) -> FindQuestionnaire:
    """Finds a questionnaire by its id. What it finds raises NotFound for an unknown one."""
    known = load_questionnaires(settings)

    def find(id: str) -> Questionnaire:
        if id not in known:
            raise NotFound(f"There is no questionnaire {id!r}; there is {', '.join(known)}.")
        return known[id]

    return find


def edit_folder(folder: Path, find: FindQuestionnaire, change: Callable[[Any], None]) -> None:
    """Let ``change`` alter the document, check the whole, and write it with a backup beside it.

    Raises InputRefused if the result is no assessment; then nothing is written.
    """
    path = folder / FILE
    edit_file(path, change, lambda new: parse_assessment(new, find, str(path), unfinished=True))


def edit_file(path: Path, change: Callable[[Any], None], check: Callable[[str], object]) -> None:
    """The same for one file; ``check`` raises if the new text cannot stand."""
    old = path.read_text(encoding="utf-8-sig")
    yaml = writer_like(old)
    document = yaml.load(old)
    change(document)
    stream = StringIO()
    yaml.dump(document, stream)
    new = stream.getvalue()
    check(new)
    path.with_name(path.name + BACKED_UP).write_text(old, encoding="utf-8")
    path.write_text(new, encoding="utf-8")


def list_of(document: Any, name: str) -> CommentedSeq:
    """A list of the document, begun if it is not there."""
    if document.get(name) is None:
        document[name] = CommentedSeq()
    found: CommentedSeq = document[name]
    return found


def replace_rows(
    rows: CommentedSeq, parts: Sequence[str], values: Mapping[Any, Model | None]
) -> None:
    """Change entries where they stand, known by the values of ``parts``; new ones come last.

    Of several with the same parts the last one is changed, and all are taken away.
    """
    left = dict(values)
    for index in range(len(rows) - 1, -1, -1):
        key = tuple(str(rows[index].get(part)) for part in parts)
        if key not in values:
            continue
        value = values[key]
        if value is None:
            del rows[index]
        elif key in left:
            update_row(rows[index], row_of(value))
        left.pop(key, None)
    rows.extend(row_of(value) for value in left.values() if value is not None)


def update_row(row: CommentedMap, wanted: CommentedMap) -> None:
    """Make a mapping say what another says, and touch nothing that it says already."""
    for name in [name for name in row if name not in wanted]:
        del row[name]
    for name, value in wanted.items():
        if row.get(name) != value:
            row[name] = value


def writer_like(text: str) -> YAML:
    """A writer that keeps quotes, comments and the way in which lists are set in."""
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = WIDTH
    if re.search(r"(?m)^ +- ", text):
        yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml
