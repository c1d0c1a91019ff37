"""A start of ``evidence.yaml``: an entry for each file in doubt, to be confirmed by a person."""

from collections.abc import Mapping
from io import StringIO
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from readiness.domain.errors import InputRefused
from readiness.evidence.intake import inspect
from readiness.evidence.proposal import Proposal
from readiness.files.worker import open_apart
from readiness.settings import Settings, load_settings
from readiness.workspace.folder import read_assessment
from readiness.workspace.folder_editing import finder, writer_like
from readiness.workspace.folder_writing import WIDTH
from readiness.workspace.mappings import FILE, FILES, FOLDER, read_mappings, unnamed
from readiness.workspace.vocabulary import limits, vocabulary

START = "readiness measure FOLDER --start-mapping"
BACKUP = f"{FILE}.bak"
HEAD = """\
# Which file is what, and how its columns map. Look at each entry, correct it, then delete its
# to_confirm: nothing of a file is measured while it has one. README says what every key means.
"""


def to_confirm(proposal: Proposal) -> tuple[str, ...]:
    """What a person has to look at before the file can be read, in sentences."""
    orders = (
        f"{q.label}: {q.rows} of {q.total} dates can be read as {' or as '.join(q.formats)}: "
        f"give one of them as date_format of {q.field}"
        for q in proposal.dates
    )
    asked = {f"{q.label}: " for q in proposal.dates}
    rest = (said for said in proposal.needs_person if not said.startswith(tuple(asked)))
    return (*orders, *rest)


def start_mapping_of(folder: Path, settings: Settings | None = None) -> tuple[str, ...]:
    """Give each file in doubt that nobody named an entry of ``evidence.yaml``; their names.

    An entry holds what the file is taken for and, in ``to_confirm``, what a person has to look
    at. What stands in the file already stays as it is, comments included, with one backup. A file
    that no kind of log fits gets none. Raises InputRefused as reading the folder does.
    """
    settings = settings or load_settings()
    assessment = read_assessment(folder, finder(settings), unfinished=True)
    words, bounds = vocabulary(assessment.questionnaire, settings), limits(settings)
    entries: list[dict[str, Any]] = []
    for name in unnamed(folder, read_mappings(folder, words.columns)):
        try:
            opened = open_apart(name, folder / FOLDER / name, bounds, words.columns.errors)
            proposal = inspect(opened, words.columns)
        except InputRefused:
            continue
        if asked := to_confirm(proposal):
            entries.append(_entry(proposal, asked))
    if entries:
        _add(folder / FILE, entries)
    return tuple(str(entry["file"]) for entry in entries)


def _entry(proposal: Proposal, asked: tuple[str, ...]) -> dict[str, Any]:
    """The entry; a word of which nobody knows what it means counts as not given until one says."""
    mapping = proposal.mapping()
    values: dict[str, Mapping[str, str | None]] = dict(mapping.values)
    for word in proposal.values:
        if word.confidence == "none" and not word.kept and word.field in mapping.columns:
            values[word.field] = {**values.get(word.field, {}), word.value: None}
    return mapping.model_copy(update={"values": values, "to_confirm": asked}).entry()


def _add(path: Path, entries: list[dict[str, Any]]) -> None:
    old = path.read_text(encoding="utf-8-sig") if path.is_file() else ""
    yaml = writer_like(old)
    document = yaml.load(old) if old else None
    stream = StringIO()
    if document and document.get(FILES):
        document[FILES].extend(entries)
        yaml.dump(document, stream)
        new = stream.getvalue()
    else:
        _plain().dump({**(document or {}), FILES: entries}, stream)
        new = (old if document is None else "") + HEAD + stream.getvalue()
    if old:
        (path.parent / BACKUP).write_text(old, encoding="utf-8")
    path.write_text(new, encoding="utf-8")


def _plain() -> YAML:
    yaml = YAML()
    yaml.width = WIDTH
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml
