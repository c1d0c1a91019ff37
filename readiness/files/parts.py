"""The parts of a workbook's archive: XML without a document type, and how parts name each other."""

from collections.abc import Iterator
from posixpath import join, normpath
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

from readiness.domain.columns import IntakeErrors
from readiness.files.archive import Archive

# A document type may stand in any encoding that an XML reader accepts.
_DOCTYPES = tuple("<!DOCTYPE".encode(code) for code in ("ascii", "utf-16-le", "utf-16-be"))
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

    Raises InputRefused ``document_type``, BrokenArchive.
    """
    for part in archive.parts:
        is_xml = part.endswith(_XML)
        tail = b""
        for chunk in archive.chunks(part):
            if is_xml and any(doctype in tail + chunk for doctype in _DOCTYPES):
                raise errors.refused("document_type", name)
            tail = chunk[-20:]
            yield part, chunk
