"""What a workbook's cells are rather than say: where formulas, errors and merged cells stand.

Runs in the process for untrusted files (``run_apart``); the answer is data alone.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from readiness.domain.addresses import column_number
from readiness.domain.columns import IntakeErrors
from readiness.files.archive import BrokenArchive, open_archive
from readiness.files.elements import Unreadable, follow
from readiness.files.limits import Limits
from readiness.files.opened import OpenedFile

Place = tuple[int, int]
"""Row and column, from 1."""

_ADDRESS = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
_EXTERNAL = "xl/externalLinks/"
_MOST = 100_000
"""Places of one kind that are told of one sheet; no sheet of ours comes near."""
_MOST_TEXT = 4_000_000
"""Letters of formulas that are told of one sheet; those behind are known by their place alone."""


@dataclass(frozen=True)
class SheetAnatomy:
    """One sheet; ``merged``: first and last cell of each merged range.

    ``texts``: formulas as they stand; ``shared``: cells that say what another cell says, seen from
    their own place.
    """

    formulas: frozenset[Place] = frozenset()
    errors: frozenset[Place] = frozenset()
    merged: tuple[tuple[Place, Place], ...] = ()
    texts: Mapping[Place, str] = field(default_factory=dict)
    shared: Mapping[Place, Place] = field(default_factory=dict)

    def formula(self, place: Place) -> tuple[Place, str] | None:
        """The text of a formula and the cell that it is told from; None if it is not known."""
        told_at = self.shared.get(place, place)
        return (told_at, self.texts[told_at]) if told_at in self.texts else None


@dataclass(frozen=True)
class Anatomy:
    """``known`` is False for a file that is not of the xlsx kind: then nothing is told."""

    known: bool = False
    external: bool = False
    sheets: dict[str, SheetAnatomy] = field(default_factory=dict)

    def sheet(self, name: str) -> SheetAnatomy:
        """What is told of a sheet; nothing for one that was not looked at."""
        return self.sheets.get(name, SheetAnatomy())


def told(opened: OpenedFile, names: tuple[str, ...], limits: Limits, errors: IntakeErrors) -> bytes:
    """The anatomy of these sheets as JSON. Raises InputRefused ``broken_workbook``."""
    if opened.type not in ("xlsx", "xlsm"):
        return json.dumps({"known": False}).encode()
    archive = open_archive(opened.name, opened.data, limits, errors)
    sheets = {}
    try:
        for info in opened.sheets:
            if info.name in names:
                sheets[info.name] = _look(archive.chunks(info.part))
    except (BrokenArchive, Unreadable) as error:
        raise errors.refused("broken_workbook", opened.name) from error
    external = any(part.startswith(_EXTERNAL) for part in archive.parts)
    return json.dumps({"known": True, "external": external, "sheets": sheets}).encode()


def read_anatomy(said: bytes) -> Anatomy:
    """The answer of ``told`` read back."""
    found = json.loads(said)
    return Anatomy(
        known=found["known"],
        external=found.get("external", False),
        sheets={
            name: SheetAnatomy(
                formulas=frozenset(map(_place, sheet["formulas"])),
                errors=frozenset(map(_place, sheet["errors"])),
                merged=tuple((_place(a), _place(b)) for a, b in sheet["merged"]),
                texts={(row, column): text for row, column, text in sheet["texts"]},
                shared={_place(cell): _place(master) for cell, master in sheet["shared"]},
            )
            for name, sheet in found.get("sheets", {}).items()
        },
    )


def _place(pair: list[int]) -> Place:
    return pair[0], pair[1]


@dataclass
class _Look:
    """Follows the elements of a sheet."""

    row: int = 0
    column: int = 0
    formulas: list[Place] = field(default_factory=list)
    errors: list[Place] = field(default_factory=list)
    merged: list[tuple[Place, Place]] = field(default_factory=list)
    texts: list[tuple[int, int, str]] = field(default_factory=list)
    shared: list[tuple[Place, Place]] = field(default_factory=list)
    masters: dict[str, Place] = field(default_factory=dict)
    letters: int = 0
    open_text: list[str] | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        kind = name.rpartition(":")[2]
        if kind == "row":
            self.row, self.column = int(attributes.get("r") or self.row + 1), 0
        elif kind == "c":
            address = attributes.get("r")
            self.row, self.column = _cell(address) if address else (self.row, self.column + 1)
            if attributes.get("t") == "e" and len(self.errors) < _MOST:
                self.errors.append((self.row, self.column))
        elif kind == "f" and len(self.formulas) < _MOST:
            self.formulas.append((self.row, self.column))
            self.open_text = []
            if attributes.get("t") == "shared":
                here, group = (self.row, self.column), attributes.get("si", "")
                if (master := self.masters.setdefault(group, here)) != here:
                    self.shared.append((here, master))
        elif kind == "mergeCell" and len(self.merged) < _MOST:
            first, _, last = attributes.get("ref", "").partition(":")
            self.merged.append((_cell(first), _cell(last or first)))

    def end(self, name: str) -> None:
        """A formula is told with all its letters."""
        if self.open_text is not None and name.rpartition(":")[2] == "f":
            text, self.open_text = "".join(self.open_text), None
            if text and self.letters <= _MOST_TEXT:
                self.texts.append((self.row, self.column, text))

    def characters(self, text: str) -> None:
        """Only the words of a formula are kept."""
        if self.open_text is not None and self.letters <= _MOST_TEXT:
            self.letters += len(text)
            self.open_text.append(text)


def _cell(address: str) -> Place:
    """Raises ValueError for no address."""
    found = _ADDRESS.fullmatch(address.upper())
    if found is None:
        raise ValueError(address)
    return int(found[2]), column_number(found[1])


def _look(chunks: Iterable[bytes]) -> dict[str, object]:
    look = _Look()
    follow(chunks, look)
    names = ("formulas", "errors", "merged", "texts", "shared")
    return {name: getattr(look, name) for name in names}
