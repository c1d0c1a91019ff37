"""The parts of a workbook's archive: XML without a document type, and how parts name each other."""

import re
from collections.abc import Iterator
from posixpath import join, normpath
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

from readiness.domain.columns import IntakeErrors
from readiness.files.archive import Archive, BrokenArchive

# A document type may stand in any encoding that an XML reader accepts.
_DOCTYPES = tuple("<!DOCTYPE".encode(code) for code in ("ascii", "utf-16-le", "utf-16-be"))
# The reader makes room for as many entries as a list claims to have, before it reads the first.
# Letters that both words share come first: a plain search for them leads the pattern.
_CLAIM = re.compile(rb"ount(?:(?<=\bcount)|(?<=\buniqueCount))\s*=\s*[\"']\s*\+?\d{8}")
_HEAD, _TAG = 1024, 4096
_TAIL = 200
_XML = (".xml", ".rels", ".vml", ".rdf")


def local(element: Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def xml(archive: Archive, part: str) -> Element:
    """The root of an XML part. Raises what the archive and the XML reader raise."""
    root: Element = fromstring(archive.read(part), forbid_dtd=True)
    return root


def targets(archive: Archive, part: str) -> dict[str, tuple[str, str]]:
    """Relation id -> (kind of relation, part), for the relations of a part ('' is the package)."""
    folder, _, file = part.rpartition("/")
    rels = join(folder, "_rels", f"{file}.rels")
    if rels not in archive.parts:
        return {}
    found = {}
    for element in xml(archive, rels):
        target = element.get("Target", "")
        if element.get("TargetMode") != "External":
            path = target[1:] if target.startswith("/") else normpath(join(folder, target))
            found[element.get("Id", "")] = (element.get("Type", "").rpartition("/")[2], path)
    return found


def main_part(archive: Archive, usual: str) -> str:
    """The part that lists the sheets."""
    return next(
        (path for kind, path in targets(archive, "").values() if kind == "officeDocument"), usual
    )


def unpack(name: str, archive: Archive, errors: IntakeErrors) -> Iterator[tuple[str, bytes]]:
    """Every part once, piece by piece, within the bounds of the archive.

    Raises InputRefused ``document_type``; BrokenArchive, also for a list that claims more entries
    than any file within the limits has.
    """
    for part in archive.parts:
        is_xml = part.endswith(_XML)
        tail = b""
        for chunk in archive.chunks(part):
            if is_xml:
                seen = tail + chunk
                if any(doctype in seen for doctype in _DOCTYPES):
                    raise errors.refused("document_type", name)
                if _claims(seen, is_head=not tail):
                    raise BrokenArchive(part)
                tail = seen[-_TAIL:]
            yield part, chunk


def _claims(text: bytes, *, is_head: bool) -> bool:
    """Whether an element, not the text of a cell, claims ten million entries or more."""
    return any(
        (is_head and found.start() < _HEAD) or _in_tag(text, found.start())
        for found in _CLAIM.finditer(text)
    )


def _in_tag(text: bytes, at: int) -> bool:
    """Whether a place lies between the signs of an element rather than in the text of a cell."""
    start = max(0, at - _TAG)
    return text.rfind(b">", start, at) <= text.rfind(b"<", start, at)
