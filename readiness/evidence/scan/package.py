"""The archive of an xlsx or xlsm workbook: its parts and how they refer to each other."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field

from readiness.domain.scan import SheetState
from readiness.evidence.scan.markup import MarkupError, elements
from readiness.files.archive import Archive, BrokenArchive

_STATES: dict[str, SheetState] = {"hidden": "hidden", "veryHidden": "very_hidden"}


@dataclass(frozen=True)
class Relation:
    """A reference from one part to another, or out of the file (``external``: never followed)."""

    id: str
    kind: str
    """Last word of the relationship type: the same in the transitional and the strict dialect."""
    target: str
    external: bool


@dataclass(frozen=True)
class SheetPart:
    """A sheet as the workbook part lists it; ``part`` is '' unless it is a sheet of cells."""

    name: str
    state: SheetState
    kind: str
    part: str


@dataclass(frozen=True)
class DefinedName:
    """A name and what it stands for. ``built_in``: print areas, filters and the like."""

    name: str
    target: str = field(repr=False)
    built_in: bool = False


class Parts:
    """The parts in an archive that was checked, unpacked one at a time."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        # Names of parts are compared without regard to case (ECMA-376 part 2).
        self._names = {name.lower(): name for name in archive.parts}

    def has(self, part: str) -> bool:
        """Whether the archive holds that part."""
        return part.lower() in self._names

    def read(self, part: str) -> bytes:
        """The bytes of a part. Raises MarkupError if it is missing or damaged."""
        try:
            return self._archive.read(self._names[part.lower()])
        except (KeyError, BrokenArchive):
            raise MarkupError(f"part {part} cannot be unpacked") from None

    def parts(self, *folders: str) -> list[str]:
        """The parts below the given folders (lower case), in alphabetical order."""
        return sorted(name for low, name in self._names.items() if low.startswith(folders))

    def relations(self, part: str) -> list[Relation]:
        """What a part refers to; empty if it refers to nothing. Raises MarkupError."""
        folder, _, name = part.rpartition("/")
        rels = posixpath.join(folder, "_rels", f"{name}.rels")
        return list(self._relations(rels, folder)) if self.has(rels) else []

    def related(self, part: str, kind: str) -> list[str]:
        """The parts of one kind that a part refers to and that exist."""
        return [
            relation.target
            for relation in self.relations(part)
            if relation.kind == kind and not relation.external and self.has(relation.target)
        ]

    def _relations(self, rels: str, folder: str) -> Iterator[Relation]:
        for name, attributes, _ in elements(self.read(rels)):
            if name == "Relationship":
                target = attributes.get("Target", "")
                external = attributes.get("TargetMode") == "External"
                if not external:
                    target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
                    target = self._names.get(target.lower(), target)
                kind = attributes.get("Type", "").rpartition("/")[2]
                yield Relation(attributes.get("Id", ""), kind, target, external)


class Package(Parts):
    """The parts of one workbook and its list of sheets.

    Raises MarkupError if the list of sheets cannot be read.
    """

    def __init__(self, archive: Archive) -> None:
        super().__init__(archive)
        self.workbook = self._workbook_part()
        self.sheets: tuple[SheetPart, ...] = ()
        self.names: tuple[DefinedName, ...] = ()
        self.date_1904 = False
        self._read_workbook()

    def _workbook_part(self) -> str:
        if not self.has("_rels/.rels"):
            raise MarkupError("no list of parts")
        for relation in self._relations("_rels/.rels", ""):
            if relation.kind == "officeDocument" and self.has(relation.target):
                return relation.target
        raise MarkupError("no workbook part")

    def _read_workbook(self) -> None:
        relations = {relation.id: relation for relation in self.relations(self.workbook)}
        sheets = []
        names = []
        for tag, attributes, text in elements(self.read(self.workbook)):
            if tag == "sheet":
                sheets.append(self._sheet(attributes, relations))
            elif tag == "definedName":
                name = attributes.get("name", "")
                names.append(DefinedName(name, text, name.startswith("_xlnm.")))
            elif tag == "workbookPr":
                self.date_1904 = attributes.get("date1904") in {"1", "true"}
        self.sheets = tuple(sheets)
        self.names = tuple(names)

    def _sheet(self, attributes: dict[str, str], relations: dict[str, Relation]) -> SheetPart:
        relation = relations.get(attributes.get("id", ""))
        if relation is None or not self.has(relation.target):
            raise MarkupError("a sheet without its part")
        kind = relation.kind
        return SheetPart(
            name=attributes.get("name", ""),
            state=_STATES.get(attributes.get("state", ""), "visible"),
            kind=kind,
            part=relation.target if kind == "worksheet" else "",
        )
