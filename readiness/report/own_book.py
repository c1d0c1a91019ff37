"""The library's workbook with what it leaves to subclasses: shared styles, text as it is, a font.

Setting ``cell.style`` by name on tens of thousands of cells, and looking through each text for
control characters and formulas, is what makes writing slow.
"""

from copy import copy
from typing import Any

from openpyxl.cell.cell import Cell
from openpyxl.packaging.custom import CustomPropertyList, StringProperty
from openpyxl.styles import Font, NamedStyle
from openpyxl.styles.cell_style import StyleArray
from openpyxl.utils.indexed_list import IndexedList
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet


class OwnCell(Cell):
    """A cell that can take a style which others have too, and text without a look at it."""

    __slots__ = ()
    _style: StyleArray
    _value: str

    def wear(self, style: StyleArray) -> None:
        """Share this style; nothing may change it after this."""
        self._style = style

    def own_style(self) -> StyleArray:
        """The style to be shared with other cells."""
        return self._style

    def say(self, words: str) -> None:
        """Hold a text that is clean already, whatever it looks like."""
        self._value, self.data_type = words, "s"

    def mark_as_text(self) -> None:
        """Carry the mark by which Excel knows that this is no formula; the shared style stays."""
        self._style = copy(self._style)
        self.quotePrefix = True


class OwnSheet(Worksheet):
    """A sheet of own cells."""

    _current_row: int

    def own_cell(self, row: int, column: int) -> OwnCell:
        """The cell there, found with one look; the library takes three."""
        at = (row, column)
        found = self._cells.get(at)
        if found is None:
            made = self._cells[at] = OwnCell(self, row, column)
            self._current_row = max(self._current_row, row)
            return made
        assert isinstance(found, OwnCell), "no page merges cells"
        return found

    _get_cell = own_cell  # by which the library answers addresses


class OwnBook(Workbook):
    """A workbook without sheets, in the given font."""

    custom_doc_props: "CustomPropertyList[Any]"
    _fonts: IndexedList[Font]
    _named_styles: list[NamedStyle]
    _sheets: list[Worksheet]

    def __init__(self, font: Font) -> None:
        super().__init__()
        self._sheets.clear()
        # Widths count digits of the default font, which the library takes from here.
        self._fonts = IndexedList([font])
        for default in self._named_styles:
            default.font = font

    def add(self, title: str) -> OwnSheet:
        """A new sheet at the end."""
        sheet = OwnSheet(self, title)
        self._sheets.append(sheet)
        return sheet

    def stamp(self, name: str, text: str) -> None:
        """A document property of our own; always text: some programs bring numbers back changed."""
        self.custom_doc_props.append(StringProperty(name=name, value=text))
