"""A second, independent count of the cells that a sheet stores.

A reader that opens a file and sees fewer cells than it holds would turn a full log into a quiet
one. The count here works on the bytes of the sheet and knows nothing of the reader; it is a lower
bound, so that a difference is always the reader's loss.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from readiness.domain.addresses import column_number
from readiness.files.elements import follow
from readiness.files.opened import StoredCells

_PLAIN_ROOT = re.compile(rb"<worksheet[\s>]")
_BYTE_WISE = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*<(?:\?xml|w)")
_ROW = re.compile(rb'<row [^>]*?\br="(\d+)"')
_COLUMN = re.compile(rb'<c r="([A-Z]{1,3})\d')
_CELL_ROW = re.compile(rb'<c r="[A-Z]{1,3}(\d{1,7})"')
_BLANK_ITEM = re.compile(rb"<si>\s*(?:<t[^>]*/>|<t[^>]*></t>)?\s*</si>|<si\s*/>")
_ITEM = re.compile(rb"<si\b.*?</si>|<si\s*/>", re.DOTALL)
_BLANK_INLINE = re.compile(rb"<is>\s*(?:<t[^>]*/>|<t[^>]*></t>)?\s*</is>")
_VALUELESS = re.compile(
    rb'<c r="([A-Z]{1,3})(\d+)"([^>]*)>\s*<f\b(?:[^>]*/>|[^>]*>[^<]*</f>)'
    rb"\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>"
)
_ADDRESS = re.compile(r"([A-Za-z]{1,3})(\d{1,7})")
_MOST_VALUELESS = 1000
_LARGEST_CARRY = 1 << 24


def blank_strings(shared: bytes) -> frozenset[int]:
    """Indices of the empty entries of the shared strings: a cell that shows one is empty."""
    if not _BLANK_ITEM.search(shared):
        return frozenset()
    return frozenset(
        index
        for index, item in enumerate(_ITEM.finditer(shared))
        if _BLANK_ITEM.fullmatch(item.group())
    )


@dataclass
class FastCount:
    """Counts tokens of the usual spelling, complete rows at a time.

    ``feed`` every chunk, then ``result``; ``result`` is None where the spelling is unusual and
    ``count_exactly`` must decide.
    """

    blanks: frozenset[int] = frozenset()
    _carry: bytes = b""
    _started: bool = False
    _odd: bool = False
    _filled: int = 0
    _errors: int = 0
    _rows: int = 0
    _columns: set[bytes] = field(default_factory=set)
    _valueless: list[tuple[int, int]] = field(default_factory=list)

    def feed(self, chunk: bytes) -> None:
        """Take the next bytes of the part."""
        if self._odd:
            return
        block = self._carry + chunk
        if not self._started:
            if len(block) < 4096 and chunk:
                self._carry = block
                return
            self._begin(block)
        cut = block.rfind(b"<row")
        if cut <= 0:
            self._carry, self._odd = block, len(block) > _LARGEST_CARRY
            return
        self._carry = block[cut:]
        self._count(block[:cut])

    def result(self) -> StoredCells | None:
        """The count of all that was fed."""
        if not self._started:
            self._begin(self._carry)
        if not self._odd:
            self._count(self._carry)
        if self._odd:
            return None
        return StoredCells(
            filled=self._filled,
            errors=self._errors,
            valueless=tuple(self._valueless),
            rows=self._rows,
            columns=max((column_number(c.decode()) for c in self._columns), default=0),
        )

    def _begin(self, head: bytes) -> None:
        self._started = True
        self._odd = not (_BYTE_WISE.match(head) and _PLAIN_ROOT.search(head))

    def _count(self, block: bytes) -> None:
        closed = block.count(b"</c>")
        values, inline = block.count(b"<v>"), block.count(b"<is>")
        no_value = block.count(b"<v/>") + block.count(b"<v />")
        formulas = block.count(b"<f>") + block.count(b"<f ")
        rows = _ROW.findall(block)
        if (
            not _is_addressed(block, rows)
            or b"<![CDATA[" in block
            or b"<!--" in block
            or (closed != values + inline + no_value and not formulas)
        ):
            self._odd = True
            return
        errors = block.count(b't="e"')
        blank = block.count(b"<v></v>") + len(_BLANK_INLINE.findall(block)) if closed else 0
        if self.blanks:
            blank += sum(block.count(b't="s"><v>%d</v>' % index) for index in self.blanks)
        self._filled += values + inline - blank - errors
        self._errors += errors
        self._columns.update(_COLUMN.findall(block))
        self._rows = max([self._rows, *map(int, rows)])
        if formulas and len(self._valueless) < _MOST_VALUELESS:
            self._valueless += [
                (int(row), column_number(column.decode()))
                for column, row, attributes in _VALUELESS.findall(block)
                if b't="str"' not in attributes
            ]


def _is_addressed(block: bytes, rows: list[bytes]) -> bool:
    """Whether every row and every cell has an address, and each cell lies in one of the rows.

    A cell that says to be elsewhere than its row would make the reader lay out more than the rows.
    """
    cells = _CELL_ROW.findall(block)
    return (
        len(rows) == block.count(b"<row")
        and len(cells) == block.count(b"<c ") + block.count(b"<c>")
        and set(cells) <= set(rows)
    )


@dataclass
class _ExactCount:
    """Follows the elements of a sheet one by one: slower, and right for any spelling."""

    blanks: frozenset[int]
    filled: int = 0
    errors: int = 0
    rows: int = 0
    columns: int = 0
    valueless: list[tuple[int, int]] = field(default_factory=list)
    row: int = 0
    column: int = 0
    kind: str = ""
    inside: str = ""
    formula: bool = False
    text: list[str] = field(default_factory=list)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        if local == "row":
            self.row = int(attributes.get("r") or self.row + 1)
            self.column = 0
        elif local == "c":
            self._place(attributes.get("r"))
            self.kind, self.formula = attributes.get("t", "n"), False
            self.text.clear()
        elif local in ("v", "t"):
            self.inside = local
        elif local == "f":
            self.formula = True

    def _place(self, address: str | None) -> None:
        """Where the cell says to be, else beside the one before it. Raises ValueError."""
        if address is None:
            self.column += 1
            return
        found = _ADDRESS.fullmatch(address)
        if found is None:
            raise ValueError(address)
        self.row, self.column = int(found[2]), column_number(found[1].upper())

    def characters(self, text: str) -> None:
        if self.inside:
            self.text.append(text)

    def end(self, name: str) -> None:
        local = name.rpartition(":")[2]
        if local in ("v", "t"):
            self.inside = ""
        if local == "c":
            self._close("".join(self.text))

    def _close(self, text: str) -> None:
        blank = not text or (self.kind == "s" and text.isdecimal() and int(text) in self.blanks)
        if blank:
            if self.formula and self.kind != "str" and len(self.valueless) < _MOST_VALUELESS:
                self.valueless.append((self.row, self.column))
            return
        if self.kind == "e":
            self.errors += 1
        else:
            self.filled += 1
        self.rows, self.columns = max(self.rows, self.row), max(self.columns, self.column)


def count_exactly(chunks: Iterable[bytes], blanks: frozenset[int] = frozenset()) -> StoredCells:
    """The stored cells of a sheet part in any spelling: prefixes, UTF-16, cells without address.

    Raises Unreadable if it is no well-formed XML.
    """
    count = _ExactCount(blanks)
    follow(chunks, count)
    return StoredCells(
        count.filled, count.errors, tuple(count.valueless), count.rows, count.columns
    )
