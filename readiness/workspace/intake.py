"""A file as it came to a file as it is kept: a coded table or a scan, never the file itself."""

from collections.abc import Callable, Iterable
from typing import Any

from pydantic import JsonValue

from readiness.domain.errors import InputRefused, Problem
from readiness.domain.evidence import EvidenceFile, Exclusion, RowRef, TableKind, counted_out
from readiness.domain.scan import WorkbookScan
from readiness.evidence.intake import Intake, read
from readiness.evidence.mapping import FileMapping
from readiness.evidence.privacy import Coder
from readiness.evidence.scan.prints import PrintTaker
from readiness.evidence.scan.roles import BookingWords
from readiness.evidence.scan.workbook_scan import scan_apart
from readiness.evidence.storing import storable, to_bytes
from readiness.files.limits import Limits
from readiness.files.opened import OpenedFile
from readiness.store import NewFile, StoredFile
from readiness.workspace.vocabulary import Vocabulary

WORKBOOK: TableKind = "workbook"
FILE, LEFT_OUT, NOTES, SCAN, LAYOUT = "file", "left_out", "notes", "scan", "layout"
ROLE_ONLY = "role_only"

Progress = Callable[[int, int, str], None]
"""Called with (done, total, what is done now); may raise Stopped."""
Table = Callable[[], bytes]
"""The way to a coded table that is read only when it is needed."""


def take(
    opened: OpenedFile,
    mapping: FileMapping,
    words: Vocabulary,
    coder: Coder,
    limits: Limits,
    progress: Progress | None = None,
) -> NewFile:
    """Read or scan a file by a confirmed mapping, all or nothing.

    Raises InputRefused with every problem of the file; Stopped if ``progress`` does.
    """
    if mapping.kind == WORKBOOK:
        return _scanned(opened, words, coder, limits, progress)
    found = read(opened, mapping, words.columns, coder, progress)
    return NewFile(
        name=found.file.name,
        sha256=found.file.sha256,
        kind=found.file.kind,
        sheet=found.file.sheet,
        table=to_bytes(storable(found.table)),
        mapping=found.mapping.model_dump(mode="json"),
        meta=_meta(found) | ({ROLE_ONLY: True} if coder.roles_only else {}),
    )


def _meta(found: Intake) -> dict[str, JsonValue]:
    return {
        FILE: found.file.model_dump(mode="json"),
        LEFT_OUT: _packed(found.out),
        LAYOUT: found.layout,
        NOTES: [{"code": n.code, "text": n.text, "rows": list(n.rows)} for n in found.notes],
    }


def _packed(rows: Iterable[RowRef]) -> list[JsonValue]:
    """Rows left out, those of one reason and sheet together."""
    groups: dict[tuple[str, str | None], list[RowRef]] = {}
    for ref in rows:
        groups.setdefault((ref.note, ref.sheet), []).append(ref)
    return [
        {
            "reason": reason,
            "sheet": sheet,
            "rows": [ref.row for ref in refs],
            "keys": [ref.key for ref in refs],
        }
        for (reason, sheet), refs in groups.items()
    ]


def _scanned(
    opened: OpenedFile,
    words: Vocabulary,
    coder: Coder,
    limits: Limits,
    progress: Progress | None,
) -> NewFile:
    errors = words.columns.errors
    if progress:
        progress(0, 1, errors.text("reading", sheet=opened.name))
    prints = PrintTaker(coder, BookingWords(words.columns))
    scan, taken = scan_apart(opened, words.scan, prints, errors=errors, limits=limits, coder=coder)
    if coder.roles_only:
        scan = scan.model_copy(update={"editors": ()})
    file = EvidenceFile(
        name=scan.file,
        sha256=scan.sha256,
        kind=WORKBOOK,
        rows=sum(sheet.rows for sheet in scan.sheets),
        last=scan.modified,
    )
    meta: dict[str, Any] = {
        FILE: file.model_dump(mode="json"),
        SCAN: scan.model_dump(mode="json"),
    }
    mapping = FileMapping(file=scan.file, kind=WORKBOOK)
    return NewFile(
        name=scan.file,
        sha256=scan.sha256,
        kind=WORKBOOK,
        table=taken,
        mapping=mapping.model_dump(mode="json"),
        meta=meta,
    )


def mapping_of(file: NewFile | StoredFile) -> FileMapping:
    """How a kept file was mapped."""
    return FileMapping.model_validate(file.mapping)


def layout(file: NewFile | StoredFile) -> str:
    """The hash of the headings of the file; empty where it was not kept."""
    return str(file.meta.get(LAYOUT) or "")


def register_entry(file: NewFile | StoredFile) -> EvidenceFile:
    """What the register of evidence says of a kept file."""
    return EvidenceFile.model_validate(file.meta[FILE])


def left_out(file: NewFile | StoredFile) -> tuple[RowRef, ...]:
    """Rows of the file that were left out, each with the reason as its note."""
    groups: Any = file.meta.get(LEFT_OUT) or []
    if isinstance(groups, dict):
        # Kept before rows left out had a sheet and a record number.
        groups = [
            {"reason": reason, "sheet": file.sheet, "rows": rows, "keys": [""] * len(rows)}
            for reason, rows in groups.items()
        ]
    return tuple(
        RowRef(file=file.name, sheet=group["sheet"], row=row, key=key, note=group["reason"])
        for group in groups
        for row, key in zip(group["rows"], group["keys"], strict=True)
    )


def exclusions(file: NewFile | StoredFile) -> tuple[Exclusion, ...]:
    """The same, counted."""
    return counted_out(left_out(file))


def notes(file: NewFile | StoredFile) -> list[str]:
    """What is worth knowing of the file and stopped nothing."""
    found: Any = file.meta.get(NOTES) or []
    return [str(note["text"]) for note in found]


def scan_of(file: NewFile | StoredFile) -> WorkbookScan | None:
    """The scan of a scheduling workbook; None for a table."""
    kept = file.meta.get(SCAN)
    return None if kept is None else WorkbookScan.model_validate(kept)


def unknown_kind(kind: str, words: Vocabulary) -> InputRefused:
    """The refusal of a kind of log that there is not."""
    names = ", ".join(kind for kind, spec in words.columns.kinds.items() if spec.fields)
    return InputRefused([Problem(kind, "There is no such kind of log", advice=f"Use {names}")])
