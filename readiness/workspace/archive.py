"""An assessment folder as one .zip: packed the same way every time, unpacked with suspicion."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from readiness.domain.assessment import Assessment
from readiness.domain.base import remade
from readiness.domain.columns import IntakeErrors
from readiness.domain.errors import InputRefused, Problem
from readiness.domain.operating import Operating
from readiness.files.archive import Archive, BrokenArchive, open_archive
from readiness.files.limits import MB, Limits
from readiness.workspace.folder import FILE, FindQuestionnaire, parse_assessment
from readiness.workspace.folder_writing import write_assessment
from readiness.workspace.mappings import FILE as MAPPINGS
from readiness.workspace.mappings import FOLDER
from readiness.workspace.names import LONGEST, is_plain
from readiness.workspace.operating_files import FOLDER as OPERATING_FOLDER
from readiness.workspace.operating_files import operating_texts, with_operating

EVIDENCE = f"{FOLDER}/"
CODED = "coded/"
"""Coded tables of files that are not kept themselves, one JSON file each."""
OPERATING = f"{OPERATING_FOLDER}/"
MAX_FILES = 500

# What a computer adds to a folder by itself when somebody packs it by hand.
_BY_ITSELF = re.compile(r"(^|/)(__MACOSX/|\.DS_Store$|Thumbs\.db$|desktop\.ini$)")
_EARLIEST = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class FolderContent:
    """All that an assessment folder holds.

    ``mappings``: the text of ``evidence.yaml``, or None; ``files``: what lies in ``evidence/``, by
    name; ``coded``: coded tables by name.
    """

    assessment: Assessment
    mappings: str | None = None
    files: Mapping[str, bytes] = field(default_factory=dict)
    coded: Mapping[str, bytes] = field(default_factory=dict)


def pack(content: FolderContent) -> bytes:
    """The .zip of a folder; the same content gives the same bytes.

    Raises InputRefused for a file name that ``unpack`` would refuse.
    """
    said = content.assessment
    parts = {FILE: write_assessment(remade(said, operating=Operating())).encode()}
    for name, text in operating_texts(said.operating).items():
        parts[OPERATING + name] = text.encode()
    if content.mappings is not None:
        parts[MAPPINGS] = content.mappings.encode()
    for folder, files in ((EVIDENCE, content.files), (CODED, content.coded)):
        for name in sorted(files):
            if not is_plain(name):
                raise InputRefused([Problem(name, "A file of this name cannot be packed")])
            parts[folder + name] = files[name]
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for name, data in parts.items():
            info = ZipInfo(f"{content.assessment.id}/{name}" if _top(content) else name, _EARLIEST)
            info.compress_type = ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            archive.writestr(info, data)
    return packed.getvalue()


def unpack(
    name: str,
    data: bytes,
    find: FindQuestionnaire,
    limits: Limits | None = None,
    errors: IntakeErrors | None = None,
) -> FolderContent:
    """The content of an uploaded .zip; nothing is written anywhere.

    The folder may lie at the top of the archive or be its only entry. Raises InputRefused if the
    archive is broken, too large or encrypted, holds a path that leads elsewhere or anything that
    does not belong in an assessment folder, and for every problem of ``assessment.yaml``; an
    unfinished assessment is accepted, as the app itself exports them.
    """
    limits = limits or Limits()
    errors = errors or IntakeErrors()
    if len(data) > limits.max_file_mb * MB:
        size = round(len(data) / MB)
        raise errors.refused("too_large", name, size=size, limit=limits.max_file_mb)
    archive = open_archive(name, data, limits, errors)
    parts = _parts(name, archive)
    try:
        found = {part: archive.read(full) for part, full in parts.items()}
    except BrokenArchive as error:
        raise errors.refused("broken_archive", name) from error
    text = _text(f"{name}/{FILE}", found[FILE])
    said = parse_assessment(text, find, f"{name}/{FILE}", unfinished=True)
    return FolderContent(
        assessment=with_operating(
            said, _below(OPERATING, found), find(said.questionnaire), f"{name}/{OPERATING}"
        ),
        mappings=_text(f"{name}/{MAPPINGS}", found[MAPPINGS]) if MAPPINGS in found else None,
        files=_below(EVIDENCE, found),
        coded=_below(CODED, found),
    )


def _below(folder: str, found: Mapping[str, bytes]) -> dict[str, bytes]:
    return {
        part.removeprefix(folder): data for part, data in found.items() if part.startswith(folder)
    }


def _top(content: FolderContent) -> bool:
    return is_plain(content.assessment.id)


def _parts(name: str, archive: Archive) -> dict[str, str]:
    """The parts by their place in the folder. Raises InputRefused for one that has none."""
    full = [part for part in archive.parts if not _BY_ITSELF.search(part)]
    if len(full) > MAX_FILES:
        raise InputRefused([Problem(name, f"It holds more than {MAX_FILES} files")])
    top = _common_folder(full)
    parts = {part.removeprefix(top): part for part in full}
    problems = [_stray(name, part) for part in parts if not _belongs(part)]
    if FILE not in parts:
        advice = "Export an assessment, or pack its whole folder"
        problems.append(Problem(name, f"It holds no {FILE}", advice=advice))
    if problems:
        raise InputRefused(problems)
    return parts


def _common_folder(parts: Iterable[str]) -> str:
    tops = {part.split("/", 1)[0] if "/" in part else "" for part in parts}
    top = tops.pop() if len(tops) == 1 else ""
    return f"{top}/" if is_plain(top) and f"{top}/" not in (EVIDENCE, CODED, OPERATING) else ""


def _belongs(part: str) -> bool:
    if part in (FILE, MAPPINGS):
        return True
    if part.startswith(OPERATING):
        return part.endswith(".yaml") and is_plain(part.removeprefix(OPERATING))
    folder = CODED if part.startswith(CODED) else EVIDENCE
    return part.startswith(folder) and is_plain(part.removeprefix(folder))


def _stray(name: str, part: str) -> Problem:
    shown = part if len(part) <= LONGEST else part[:LONGEST] + "..."
    return Problem(
        name,
        f"{shown!r} does not belong in an assessment folder",
        expected=f"{FILE}, {MAPPINGS} and files directly in {EVIDENCE}",
        advice="Take it out and pack again; nothing was imported",
    )


def _text(file: str, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        problem = Problem(file, "This is no UTF-8 text", advice="Save it as UTF-8")
        raise InputRefused([problem]) from error
