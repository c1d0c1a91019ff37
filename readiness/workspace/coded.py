"""Coded tables as files: what is left of an upload, and what an export carries (screens 3.3)."""

import json
import zlib
from collections.abc import Mapping
from pathlib import Path

from pydantic import JsonValue, TypeAdapter, ValidationError

from readiness.domain.errors import InputRefused, Problem
from readiness.domain.evidence import TableKind
from readiness.evidence.scan.print_bytes import print_from_bytes, print_to_bytes
from readiness.evidence.storing import from_bytes, to_bytes
from readiness.store import NewFile
from readiness.workspace import intake

FOLDER = "coded"
KIND: TypeAdapter[TableKind] = TypeAdapter(TableKind)
NOTES: TypeAdapter[dict[str, JsonValue]] = TypeAdapter(dict[str, JsonValue])
BROKEN = (ValueError, KeyError, TypeError, OverflowError, AttributeError, ValidationError)
"""What a table or its notes can raise that nobody here wrote."""


def read_folder(path: Path) -> list[NewFile]:
    """The coded tables of an assessment folder, in their order. Raises InputRefused."""
    return [
        read_coded(str(file), file.read_bytes()) for file in sorted((path / FOLDER).glob("*.json"))
    ]


def write_coded(file: NewFile) -> bytes:
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


def read_coded(place: str, data: bytes) -> NewFile:
    """The file of ``write_coded``, checked as nothing of it can be trusted. Raises InputRefused."""
    try:
        whole: Mapping[str, JsonValue] = json.loads(data)
        kind = KIND.validate_python(whole["kind"])
        file = NewFile(
            name=str(whole["name"]),
            sha256=str(whole["sha256"]),
            kind=kind,
            table=_table(kind, whole["table"]),
            sheet=None if whole["sheet"] is None else str(whole["sheet"]),
            mapping=NOTES.validate_python(whole["mapping"]),
            meta=NOTES.validate_python(whole["meta"]),
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


def _table(kind: TableKind, table: JsonValue) -> bytes:
    if table is None:
        return b""
    if kind == intake.WORKBOOK:
        return print_to_bytes(print_from_bytes(zlib.compress(json.dumps(table).encode())))
    return to_bytes(from_bytes(zlib.compress(json.dumps(table).encode())))
