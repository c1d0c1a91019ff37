"""Texts of a workbook outside its cells: where identifiers stay behind when cells were cleaned."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from readiness.evidence.privacy import find, looks_like_name
from readiness.evidence.scan.markup import Attributes, elements, parse
from readiness.evidence.scan.package import Package, Parts
from readiness.evidence.scan.people import Headings, Kind, Known, as_kinds

TextPlace = Literal[
    "comment", "defined_name", "property", "drawing", "chart", "pivot_cache", "link_cache",
    "margin", "unused_text", "sheet_name", "file_name", "table",
]  # fmt: skip

_FOLDERS: dict[str, TextPlace] = {
    "xl/drawings/": "drawing",
    "xl/charts/": "chart",
    "xl/pivotcache/": "pivot_cache",
    "xl/externallinks/": "link_cache",
    "xl/tables/": "table",
    "customxml/": "property",
}
_PROPERTIES = ("docprops/core.xml", "docprops/app.xml", "docprops/custom.xml")
# Who wrote the file works here; a patient's name in these fields is found by comparison alone.
_AUTHORS = {"creator", "lastModifiedBy", "Manager", "Company"}
_MARGIN_CODE = re.compile(r'&(?:"[^"]*"|\d+|K[0-9A-Fa-f]{6}|.)')
_VALUES = ("v", "name", "caption", "descr", "title")


@dataclass(frozen=True, slots=True)
class OtherText:
    """A text and where it stands; ``author``: a field that names people of the trade."""

    place: TextPlace
    text: str = field(repr=False)
    sheet: str | None = None
    address: str | None = None
    author: bool = False


@dataclass(frozen=True, slots=True)
class Properties:
    """What the file says of itself: day of the last save (ISO 8601) and who saved it."""

    modified: str | None = None
    saved_by: str | None = field(default=None, repr=False)


def comments(package: Parts, part: str) -> dict[str, str]:
    """Cell -> its comment, notes and threads joined. Raises MarkupError."""
    found: dict[str, list[str]] = {}
    for kind in ("comments", "threadedComment"):
        for target in package.related(part, kind):
            pieces: list[str] = []
            for tag, attributes, text in elements(package.read(target)):
                if tag in {"t", "text"}:
                    pieces.append(text)
                elif tag in {"comment", "threadedComment"}:
                    found.setdefault(attributes.get("ref", ""), []).append("".join(pieces))
                    pieces = []
    return {address: " ".join(texts) for address, texts in found.items()}


def properties(package: Parts) -> Properties:
    """Day and person of the last save. Raises MarkupError."""
    modified = saved_by = None
    if package.has(_PROPERTIES[0]):
        for tag, _, text in elements(package.read(_PROPERTIES[0])):
            if tag == "modified":
                modified = text.strip()[:10] or None
            elif tag == "lastModifiedBy":
                saved_by = text.strip() or None
    return Properties(modified, saved_by)


def named_texts(package: Package) -> Iterator[OtherText]:
    """The defined names and what they stand for."""
    for name in package.names:
        yield OtherText("defined_name", f"{name.name} {name.target}")


def other_texts(package: Parts) -> Iterator[OtherText]:
    """Texts of properties, drawings, charts and of copies that Excel keeps unseen.

    Pivot tables and links store the values of their source inside this file: cleaning the cells
    does not clean them. Raises MarkupError.
    """
    for part in _PROPERTIES:
        if package.has(part):
            for tag, _, text in elements(package.read(part)):
                if text.strip():
                    yield OtherText("property", text, author=tag in _AUTHORS)
    for folder, place in _FOLDERS.items():
        for part in package.parts(folder):
            if part.lower().endswith(".xml"):
                yield from (OtherText(place, text) for text in _all_texts(package.read(part)))


def margin_text(code: str) -> str:
    """What a page header or footer shows, without its codes for place, font and size."""
    return _MARGIN_CODE.sub(" ", code)


def _all_texts(data: bytes) -> set[str]:
    """The distinct texts of a part: between tags, and in attributes that hold values."""
    texts: set[str] = set()
    pieces: list[str] = []

    def start(_: str, attributes: Attributes) -> None:
        pieces.clear()
        for key in _VALUES:
            if value := attributes.get(key):
                texts.add(value)

    def end(_: str) -> None:
        if text := "".join(pieces).strip():
            texts.add(text)
        pieces.clear()

    parse(data, start, end, pieces.append)
    return texts


def kinds_in(
    other: OtherText, known: Known, headings: Headings, not_names: frozenset[str]
) -> set[Kind]:
    """The kinds of identifier that a text outside the cells holds."""
    spaced = " ".join(other.text.replace("_", " ").split())
    kinds = known.kinds(spaced)
    if other.author:
        return kinds
    kinds |= as_kinds(find(spaced), spaced)
    if "_" in other.text:  # a name cannot hold a full stop between digits: DOB_12_03_1957
        dotted = other.text.replace("_", ".")
        kinds |= as_kinds(find(dotted), dotted)
    announced = headings.patient.match(spaced)
    if announced and looks_like_name(_first_words(spaced[announced.end() :]), not_names):
        kinds.add("name")
    return kinds


def _first_words(text: str) -> str:
    return " ".join(text.strip(" :=-").split()[:2])
