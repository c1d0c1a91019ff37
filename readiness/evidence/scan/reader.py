"""One sheet in one pass: the cells that its part stores, whatever size it claims to have."""

from collections.abc import Callable
from dataclasses import dataclass

from readiness.domain.addresses import column_number
from readiness.domain.scan_rules import ScanRules
from readiness.evidence.scan.cells import (
    BOOL,
    DATE,
    ERROR,
    NUMBER,
    YEAR,
    SheetCells,
    area,
    count_stored,
)
from readiness.evidence.scan.formulas import LAST_COLUMN, LAST_ROW, FormulaTable
from readiness.evidence.scan.markup import SEPARATOR, Attributes, MarkupError, parse
from readiness.evidence.scan.sheet_formulas import SheetFormulas
from readiness.evidence.scan.strings import StringTable
from readiness.evidence.scan.styles import Styles
from readiness.files.limits import Limits

_LATER = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
_SPACES = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
_TRUE = {"1", "true"}
_PASSWORDS = {"password", "hashValue"}
_UTF16 = {b"\xff\xfe", b"\xfe\xff"}
_DAYS_BEFORE_1904 = 1462
_MARGINS = tuple(
    f"{page}{end}" for page in ("odd", "even", "first") for end in ("Header", "Footer")
)
_KEPT_TEXTS = (*_MARGINS, "formula1")


class TooManyCells(Exception):
    """More stored cells than a scan looks at."""


@dataclass(slots=True)
class Book:
    """What the sheets of one workbook share.

    ``stored`` counts the cells read so far, of at most ``max_cells``, empty ones included.
    """

    strings: StringTable
    styles: Styles
    formulas: FormulaTable
    rules: ScanRules
    date_1904: bool = False
    stored: int = 0
    max_cells: int = Limits.max_scan_cells


def read_sheet(data: bytes, book: Book) -> SheetCells:
    """The cells of one sheet part.

    Raises MarkupError if the part is broken, or stores another number of cells than could be read
    (method: silent emptiness is found out); TooManyCells beyond ``book.max_cells`` a workbook.
    """
    reader = _Reader(book)
    parse(data, reader.start, reader.end, reader.text)
    sheet = reader.finish()
    book.stored += sheet.stored
    if data[:2] not in _UTF16 and (stored := count_stored(data)) != sheet.stored:
        raise MarkupError(f"{stored} cells are stored, {sheet.stored} could be read")
    return sheet


class _Reader:
    """Handlers for one sheet part."""

    def __init__(self, book: Book) -> None:
        self.sheet = SheetCells()
        self._book = book
        self._limit = book.max_cells - book.stored
        self._row = self._column = 0
        self._cell: Attributes = {}
        self._formula: Attributes | None = None
        self._formula_text = ""
        self._value = ""
        self._inline: list[str] = []
        self._pieces: list[str] | None = None
        self._formulas = SheetFormulas(book.formulas, book.rules.long_formula)
        self._fills = book.styles.fills
        shift = _DAYS_BEFORE_1904 if book.date_1904 else 0
        self._born_after = book.rules.serial(book.rules.born_after) - shift
        self._born_before = book.rules.serial(book.rules.born_before) - shift
        starts: dict[str, Callable[[Attributes], None]] = {
            "c": self._start_cell,
            "row": self._start_row,
            "f": self._start_formula,
            "mergeCell": self._merge,
            "sheetProtection": self._protect,
            "cfRule": self._conditional,
        }
        starts |= dict.fromkeys(("v", "t", *_KEPT_TEXTS), self._collect)
        ends: dict[str, Callable[[], None]] = {
            "c": self._end_cell,
            "f": self._end_formula,
            "v": self._end_value,
            "t": self._end_inline,
        }
        ends |= dict.fromkeys(_KEPT_TEXTS, self._end_margin)
        self._starts = {f"{s}{SEPARATOR}{tag}": do for s in _SPACES for tag, do in starts.items()}
        self._starts[f"{_LATER}{SEPARATOR}cfRule"] = self._later_conditional
        self._ends = {f"{s}{SEPARATOR}{tag}": do for s in _SPACES for tag, do in ends.items()}

    def start(self, name: str, attributes: Attributes) -> None:
        handler = self._starts.get(name)
        if handler is not None:
            handler(attributes)

    def end(self, name: str) -> None:
        handler = self._ends.get(name)
        if handler is not None:
            handler()

    def text(self, piece: str) -> None:
        if self._pieces is not None:
            self._pieces.append(piece)

    def finish(self) -> SheetCells:
        """The sheet, with the followers of shared formulas that came before their first cell."""
        for code, (row, column) in self._formulas.late():
            self.sheet.columns[column][row] = code
        self.sheet.long = self._formulas.long
        return self.sheet

    def _start_row(self, attributes: Attributes) -> None:
        self._row = int(attributes["r"]) if "r" in attributes else self._row + 1
        self._column = 0

    def _start_cell(self, attributes: Attributes) -> None:
        self._cell = attributes
        reference = attributes.get("r")
        if reference is None:
            self._column += 1
        else:
            letters = reference.rstrip("0123456789")
            self._row = int(reference[len(letters) :])
            self._column = column_number(letters)
        if not (0 < self._column <= LAST_COLUMN and 0 < self._row <= LAST_ROW):
            raise MarkupError("a cell outside the sheet")

    def _start_formula(self, attributes: Attributes) -> None:
        self._formula = attributes
        self._pieces = []

    def _collect(self, _: Attributes) -> None:
        self._pieces = []

    def _collected(self) -> str:
        pieces, self._pieces = self._pieces, None
        return "".join(pieces) if pieces else ""

    def _end_formula(self) -> None:
        self._formula_text = self._collected()

    def _end_value(self) -> None:
        self._value = self._collected()

    def _end_inline(self) -> None:
        self._inline.append(self._collected())

    def _end_margin(self) -> None:
        self.sheet.margins.append(self._collected())

    def _merge(self, attributes: Attributes) -> None:
        if place := area(attributes.get("ref", "")):
            self.sheet.merged.append(place)

    def _protect(self, attributes: Attributes) -> None:
        self.sheet.protected = attributes.get("sheet") in _TRUE
        self.sheet.password = not _PASSWORDS.isdisjoint(attributes)

    def _conditional(self, _: Attributes) -> None:
        self.sheet.conditional += 1

    def _later_conditional(self, attributes: Attributes) -> None:
        """Rules that older programs do not know; of data bars the sheet holds the rule as well."""
        if attributes.get("type") != "dataBar":
            self.sheet.conditional += 1

    def _end_cell(self) -> None:
        self.sheet.stored += 1
        if self.sheet.stored > self._limit:
            raise TooManyCells(self._book.max_cells)
        code = 0
        if self._formula is not None:
            code = self._formulas.code(self._formula, self._formula_text, self._row, self._column)
        elif self._formulas.has_arrays:
            code = self._formulas.covered(self._row, self._column)
        if code:
            self._note_formula(code)
        else:
            code = self._constant()
        if code:
            self.sheet.columns[self._column][self._row] = code
        if self._fills and (colour := self._fills.get(self._cell.get("s", "0"))):
            self.sheet.fills[self._column][self._row] = colour
        self._formula = None
        self._value = self._formula_text = ""
        self._inline = []

    def _note_formula(self, code: int) -> None:
        sheet = self.sheet
        place = (self._row, self._column)
        kind = self._cell.get("t", "n")
        style = self._cell.get("s", "0")
        if style in self._book.styles.unlocked:
            sheet.unlocked.append(place)
        else:
            sheet.locked += 1
        if kind == "e":
            sheet.errors.append(place)
        elif kind in {"str", "s"}:
            number = -1 - self._text(kind)
            if number >= 0:
                sheet.formula_texts[place] = number
        elif not self._value:
            sheet.valueless += 1
        elif kind != "b":
            sheet.values[self._column][self._row] = self._value
        if code in self._book.formulas.volatile:
            dates = style in self._book.styles.dates
            (sheet.volatile_dates if dates else sheet.volatile).append(place)

    def _constant(self) -> int:
        kind = self._cell.get("t", "n")
        if kind in {"s", "str", "inlineStr"}:
            return self._text(kind)
        if not self._value:
            return 0
        if kind == "e":
            self.sheet.errors.append((self._row, self._column))
        if kind in {"e", "b"}:
            self.sheet.values[self._column][self._row] = self._value
            return ERROR if kind == "e" else BOOL
        return self._number(kind)

    def _text(self, kind: str) -> int:
        """The code of a text; 0 for a blank one."""
        strings = self._book.strings
        if kind == "s" and not self._inline:
            if not self._value:
                return 0
            number = int(self._value)
            if not 0 <= number < strings.shared:
                raise MarkupError("a text that is not in the list of texts")
        else:
            text = "".join(self._inline) or self._value
            if not text:
                return 0
            number = strings.number(text)
        return 0 if number in strings.blank else -1 - number

    def _number(self, kind: str) -> int:
        value = self._value
        rules = self._book.rules
        self.sheet.values[self._column][self._row] = value
        if kind == "d":  # the strict dialect writes dates as ISO 8601
            if rules.born_after.isoformat() < value < rules.born_before.isoformat():
                self.sheet.birthdays.append((self._row, self._column))
            return DATE
        if self._cell.get("s", "0") in self._book.styles.dates:
            if self._born_after < float(value) < self._born_before:
                self.sheet.birthdays.append((self._row, self._column))
            return DATE
        if len(value) == 4 and value.isdigit() and 1900 < int(value) < 2100:
            return YEAR
        return NUMBER
