"""Writing cells: text that stays text, and no formula without its value.

Source: the workbook specification, *Techniques and pitfalls*.
"""

import io
import re
from datetime import date
from fractions import Fraction

from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import coordinate_to_tuple
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.workbook.protection import WorkbookProtection
from openpyxl.worksheet.hyperlink import Hyperlink

from readiness.report.own_book import OwnCell, OwnSheet
from readiness.report.packing import Cached, pack
from readiness.report.styles import new_book

At = str | tuple[int, int]
"""An address such as ``B4``, or (row, column) counted from 1."""
Number = int | float | Fraction

LONGEST = 32_000
CUT = " [cut]"
# What XML cannot hold, lone surrogates and the C1 block; tab and line feed stay.
UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
# Excel reads _x0041_ in a file as the letter A.
ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
LIKE_A_CELL = re.compile(r"[A-Za-z]{1,3}[0-9]+|[RrCc]")
UNLINKED = {"link": "body", "line_link": "line", "top_link": "top"}
"""What a link looks like where it has no target."""
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\n")


def clean(words: str) -> str:
    """Text as a cell can hold it: no control characters, at most 32,000 long, escapes escaped."""
    if words.isprintable() and "_x" not in words and len(words) <= LONGEST:
        return words  # nearly always, and ten times faster
    words = UNPRINTABLE.sub("", words.replace("\r\n", "\n").replace("\r", "\n"))
    words = ESCAPE.sub("_x005F_", words)
    return words if len(words) <= LONGEST else words[: LONGEST - len(CUT)] + CUT


def plain(value: Number | str | date | None) -> Cached:
    """A value as a formula gives it: a fraction as float, a date as its day, None as ``""``."""
    if value is None:
        return ""
    if isinstance(value, Fraction):
        return value.numerator if value.denominator == 1 else float(value)
    if isinstance(value, date):
        return (value - date(1899, 12, 30)).days
    return clean(value) if isinstance(value, str) else value


def quoted(sheet: str) -> str:
    """A sheet's name as a reference needs it."""
    return "'" + sheet.replace("'", "''") + "'"


class Page:
    """One sheet being written; every method takes the place first and the style last."""

    def __init__(self, book: "Book", sheet: OwnSheet) -> None:
        self.book = book
        self.sheet = sheet
        self.cached: dict[str, Cached] = {}
        self.pictures: list[str] = []

    @property
    def title(self) -> str:
        """The sheet's name."""
        return self.sheet.title

    def _cell(self, at: At, style: str) -> OwnCell:
        row, column = coordinate_to_tuple(at) if isinstance(at, str) else at
        place = self.sheet.own_cell(row, column)
        place.wear(self.book.looks[style])
        return place

    def text(self, at: At, words: str, style: str = "body") -> None:
        """Text from anywhere; what looks like a formula stays text, marked as Excel marks it."""
        cell = self._cell(at, style)
        words = clean(words)
        if not words:
            return
        cell.say(words)
        if words.startswith(FORMULA_STARTS):
            cell.mark_as_text()

    def number(self, at: At, value: Number | None, style: str = "mid_0") -> None:
        """A number; None leaves the cell empty, which is not 0."""
        cell = self._cell(at, style)
        if value is not None:
            cell.value = plain(value)

    def day(self, at: At, value: date | None, style: str = "day") -> None:
        """A date, as the number that its style shows as one; None leaves the cell empty."""
        cell = self._cell(at, style)
        if value is not None:
            cell.value = plain(value)

    def put(self, at: At, value: Number | str | date | None, style: str) -> None:
        """Whatever it is, by its type."""
        if isinstance(value, str):
            self.text(at, value, style)
        elif isinstance(value, date):
            self.day(at, value, style)
        else:
            self.number(at, value, style)

    def formula(
        self, at: At, text: str, value: Number | str | date | None, style: str = "mid_0"
    ) -> None:
        """A formula with the value that the engine gives; None stands for ``""``.

        In a book that is not live the value stands alone. Raises ValueError for a text that is no
        formula or a cell written twice.
        """
        if not self.book.live:
            self.put(at, value, UNLINKED.get(style, style))
            return
        cell = self._cell(at, style)
        if not text.startswith("=") or cell.coordinate in self.cached:
            raise ValueError(f"{self.title}!{cell.coordinate}: not a formula, or written twice")
        cell.value = text
        self.cached[cell.coordinate] = plain(value)

    def link(self, at: At, words: str, sheet: str, target: str, style: str = "link") -> None:
        """A link inside the workbook, never a relationship to the outside.

        In a book that is not live the words stand alone.
        """
        if not self.book.live:
            self.text(at, words, UNLINKED.get(style, style))
            return
        cell = self._cell(at, style)
        self.text(at, words, style)
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"{quoted(sheet)}!{target}")

    def fill(self, row: int, first: int, last: int, style: str) -> None:
        """The same style on empty cells of a row: tiles and rules, without merging."""
        for column in range(first, last + 1):
            self._cell((row, column), style)

    def widths(self, *widths: float) -> None:
        """Widths of the columns from A, in digits."""
        for number, width in enumerate(widths, start=1):
            self.sheet.column_dimensions[get_column_letter(number)].width = width

    def height(self, row: int, points: float) -> None:
        """The height of a row."""
        self.sheet.row_dimensions[row].height = points


class Book:
    """The workbook being written: pages in order, names, and the pass that packs it.

    ``live``: with formulas; without, every formula is written as the value that it would show.
    """

    def __init__(self, live: bool = True) -> None:
        self.live = live
        self.workbook, self.looks = new_book()
        self.pages: dict[str, Page] = {}
        self.workbook.security = WorkbookProtection(lockStructure=True)

    def page(self, title: str, hidden: bool = False) -> Page:
        """A new sheet at the end."""
        sheet = self.workbook.add(title)
        sheet.sheet_view.showGridLines = False
        sheet.sheet_state = "hidden" if hidden else "visible"
        page = Page(self, sheet)
        self.pages[title] = page
        return page

    def name(self, name: str, sheet: str, target: str) -> None:
        """A defined name for an absolute range.

        Raises ValueError for a name given twice, or one that reads as a cell (``cut1``, ``R``).
        """
        if LIKE_A_CELL.fullmatch(name):
            raise ValueError(f"{name} reads as a cell and is no name")
        if name in self.workbook.defined_names:
            raise ValueError(f"the name {name} is given twice")
        self.workbook.defined_names[name] = DefinedName(name, attr_text=f"{quoted(sheet)}!{target}")

    def packed(self, as_of: date) -> bytes:
        """The bytes of the finished file; ``as_of`` is the only date in it."""
        raw = io.BytesIO()
        self.workbook.save(raw)
        pages = [self.pages[sheet.title] for sheet in self.workbook.worksheets]
        return pack(raw.getvalue(), [p.cached for p in pages], [p.pictures for p in pages], as_of)
