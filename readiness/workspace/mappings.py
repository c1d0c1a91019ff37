"""``evidence.yaml``: which file is what, and how its columns map."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from pydantic import ValidationError

from readiness.domain.columns import ColumnContent
from readiness.domain.errors import InputRefused, Problem
from readiness.evidence.mapping import FileMapping
from readiness.workspace.names import is_plain
from readiness.workspace.placed import Placed, Where, read_placed
from readiness.workspace.refusals import loose_values, nearest, problems_of, say_choices

FILE = "evidence.yaml"
FOLDER = "evidence"
FILES, COMPLETE = "files", "complete"
# What a computer puts into a folder by itself.
BY_ITSELF = (".DS_Store", "Thumbs.db", "desktop.ini")


def read_mappings(folder: Path, content: ColumnContent) -> tuple[FileMapping, ...]:
    """The entries of a folder's ``evidence.yaml``; none if it has no such file.

    Raises InputRefused with every problem and its line; a file that is named but does not lie in
    ``evidence/`` is one of them.
    """
    text = mappings_text(folder)
    if text is None:
        return ()
    there = sorted(p.name for p in (folder / FOLDER).glob("*") if p.is_file())
    return parse_mappings(text, there, content, str(folder / FILE))


def mappings_text(folder: Path) -> str | None:
    """The text of a folder's ``evidence.yaml``, None without one. Raises InputRefused."""
    path = folder / FILE
    if not path.is_file():
        return None
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        problem = Problem(str(path), "This is no UTF-8 text", advice="Save it as UTF-8")
        raise InputRefused([problem]) from error


def unnamed(path: Path, named: Sequence[FileMapping]) -> list[str]:
    """Files that lie there and nobody named, in the order of their names."""
    known = {mapping.file for mapping in named}
    there = [file.name for file in sorted((path / FOLDER).glob("*")) if file.is_file()]
    return [
        name
        for name in there
        if name not in known and not name.startswith((".", "~$")) and name not in BY_ITSELF
    ]


def parse_mappings(
    text: str, there: Sequence[str], content: ColumnContent, file: str = FILE
) -> tuple[FileMapping, ...]:
    """The entries of a YAML text; ``there``: the names of the files that may be meant.

    Raises InputRefused with every problem and its line.
    """
    placed = read_placed(text, file)
    if placed.value is None:
        return ()
    entries, problems = _entries(placed)
    problems += _checked(placed, entries, there, content)
    if problems:
        raise InputRefused(sorted(problems, key=lambda p: p.row or 0))
    return tuple(entry for _, entry in entries)


def _entries(placed: Placed) -> tuple[list[tuple[int, FileMapping]], list[Problem]]:
    if not isinstance(placed.value, dict) or not isinstance(placed.value.get(FILES, []), list):
        message = "a list of files was expected, under the key files"
        return [], [Problem(placed.file, message, row=1)]
    problems = [
        placed.problem((key,), "this key is not known", advice=nearest(key, [FILES, COMPLETE]))
        for key in placed.value
        if key not in (FILES, COMPLETE)
    ]
    entries = []
    for index, value in enumerate(placed.value.get(FILES, [])):
        where = (FILES, index)
        loose = list(loose_values(FileMapping, value, where))
        problems += [placed.problem(at, "this cannot stand here", expected=e) for at, e in loose]
        if loose:
            continue
        try:
            entries.append((index, FileMapping.model_validate(value)))
        except ValidationError as error:
            problems += problems_of(error, FileMapping, placed, where)
    return entries, problems


def _checked(
    placed: Placed,
    entries: Sequence[tuple[int, FileMapping]],
    there: Sequence[str],
    content: ColumnContent,
) -> Iterator[Problem]:
    seen: set[tuple[str, str | None, str]] = set()
    for index, entry in entries:
        where: Where = (FILES, index)
        if not is_plain(entry.file) or entry.file not in there:
            text = f"there is no file {entry.file} in {FOLDER}/"
            yield placed.problem((*where, "file"), text, advice=nearest(entry.file, there))
        same = (entry.file, entry.sheet, entry.kind)
        if same in seen:
            yield placed.problem(where, f"{entry.file} stands here twice", advice="Keep one")
        seen.add(same)
        yield from _fields(placed, where, entry, content)


def _fields(
    placed: Placed, where: Where, entry: FileMapping, content: ColumnContent
) -> Iterator[Problem]:
    kind = content.kinds.get(entry.kind)
    fields = kind.fields if kind else {}
    for part in ("columns", "values", "date_format"):
        named = getattr(entry, part)
        for name in named if isinstance(named, dict) else ():
            if name not in fields:
                text = f"{entry.kind} has no field {name}"
                advice = nearest(name, fields) or f"There is {say_choices(list(fields))}"
                yield placed.problem((*where, part, name), text, advice=advice)
