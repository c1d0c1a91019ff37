"""An assessment carried to another computer: exported whole, imported whole or not at all."""

import json
import zlib
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from pydantic import JsonValue, TypeAdapter, ValidationError

from readiness.domain.errors import InputRefused, Problem
from readiness.domain.evidence import TableKind
from readiness.evidence.storing import from_bytes, to_bytes
from readiness.store import NewFile
from readiness.workspace import intake
from readiness.workspace.archive import FolderContent, pack, unpack
from readiness.workspace.coding import coder_of, with_codes
from readiness.workspace.folders import read_files
from readiness.workspace.mappings import FILE as MAPPINGS
from readiness.workspace.mappings import FOLDER
from readiness.workspace.results import state
from readiness.workspace.session import Session
from readiness.workspace.vocabulary import limits

KIND: TypeAdapter[TableKind] = TypeAdapter(TableKind)
BROKEN = (ValueError, KeyError, TypeError, OverflowError, AttributeError, ValidationError)
"""What a table or its notes can raise that nobody here wrote."""


def export_zip(session: Session, assessment: str) -> bytes:
    """Everything of an assessment: what was said, and the coded tables of its files.

    The files themselves are never kept; what was measured of them is, so that the result after an
    import is the same.
    """
    store, actor = session.store, session.actor
    coded = {
        f"{n:03}.json": _written(
            NewFile(
                file.name,
                file.sha256,
                file.kind,
                store.read_table(actor, assessment, file.id),
                file.sheet,
                file.mapping,
                file.meta,
            )
        )
        for n, file in enumerate(store.files(actor, assessment), start=1)
    }
    return pack(FolderContent(state(session, assessment).assessment, coded=coded))


def import_zip(session: Session, name: str, data: bytes) -> str:
    """A new assessment out of an export, or out of a folder packed with its evidence files.

    Returns its id. Raises InputRefused with every problem; then nothing was stored.
    """
    content = unpack(name, data, session.questionnaire, limits(session.settings))
    files = [_read(f"{name}/{part}", coded) for part, coded in sorted(content.coded.items())]
    files += _taken(session, content)
    workspace = session.store.workspaces(session.actor)[0]
    return session.store.create(
        session.actor, workspace.id, content.assessment, files, reason=f"imported from {name}"
    )


def _taken(session: Session, content: FolderContent) -> list[NewFile]:
    """Evidence files as they lie in a folder, read like every other upload."""
    if not content.files:
        return []
    coder, salt = coder_of(session.settings, ())
    with TemporaryDirectory() as place:
        folder = Path(place)
        (folder / FOLDER).mkdir()
        for name, data in content.files.items():
            (folder / FOLDER / name).write_bytes(data)
        if content.mappings is not None:
            (folder / MAPPINGS).write_text(content.mappings, encoding="utf-8")
        read = read_files(folder, content.assessment, session.settings, coder, lambda _: None)
    return [with_codes(file, coder, salt) for file in read]


def _written(file: NewFile) -> bytes:
    """A file as JSON, its table unpacked so that the limits of the archive see its size."""
    whole = {
        "name": file.name,
        "sha256": file.sha256,
        "kind": file.kind,
        "sheet": file.sheet,
        "mapping": dict(file.mapping),
        "meta": dict(file.meta),
        "table": json.loads(zlib.decompress(file.table)) if file.table else None,
    }
    return json.dumps(whole, ensure_ascii=False).encode()


def _read(place: str, data: bytes) -> NewFile:
    """The file of ``_written``, checked as nothing of it can be trusted. Raises InputRefused."""
    try:
        whole: Mapping[str, JsonValue] = json.loads(data)
        file = NewFile(
            name=str(whole["name"]),
            sha256=str(whole["sha256"]),
            kind=KIND.validate_python(whole["kind"]),
            table=_table(whole["table"]),
            sheet=None if whole["sheet"] is None else str(whole["sheet"]),
            mapping=dict(whole["mapping"]),  # type: ignore[arg-type]  # checked by the next lines
            meta=dict(whole["meta"]),  # type: ignore[arg-type]  # likewise
        )
        intake.mapping_of(file)
        intake.register_entry(file)
        intake.exclusions(file)
        intake.scan_of(file)
    except BROKEN as error:
        problem = Problem(
            place,
            "This coded table cannot be read; nothing was imported",
            advice="Export the assessment again, and do not change the file",
        )
        raise InputRefused([problem]) from error
    return file


def _table(table: JsonValue) -> bytes:
    if table is None:
        return b""
    return to_bytes(from_bytes(zlib.compress(json.dumps(table).encode())))
