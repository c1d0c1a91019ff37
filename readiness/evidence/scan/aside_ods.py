"""What an ods spreadsheet holds beside its cells: annotations, names, margins, properties."""

from readiness.evidence.scan.aside import Aside
from readiness.evidence.scan.cells import address
from readiness.evidence.scan.markup import Attributes, elements, local, local_attributes, parse
from readiness.evidence.scan.package import Parts
from readiness.evidence.scan.texts import OtherText

_CELLS = {"table-cell", "covered-table-cell"}
_NAMES = {"named-range", "named-expression"}
_AUTHORS = {"creator", "initial-creator", "printed-by"}
_MARGINS = {"header", "footer", "header-left", "footer-left", "header-first", "footer-first"}


def aside_ods(parts: Parts) -> Aside:
    """Annotations with their cells, and all other texts that name people. Raises MarkupError."""
    found = Aside()
    reader = _Content(found)
    parse(parts.read("content.xml"), reader.start, reader.end, reader.text)
    if parts.has("meta.xml"):
        _properties(parts.read("meta.xml"), found)
    if parts.has("styles.xml"):
        margins = _Margins(found)
        parse(parts.read("styles.xml"), margins.start, margins.end, margins.text)
    return found


def _properties(data: bytes, found: Aside) -> None:
    words = {"creator": "saved_by", "date": "modified"}
    for tag, attributes, text in elements(data):
        found.tell(words.get(tag, tag), text, author=tag in _AUTHORS)
        if tag == "user-defined":
            found.tell(tag, attributes.get("name", ""))


class _Content:
    """Handlers for the part with the sheets: follows the rows and columns of the cells."""

    def __init__(self, found: Aside) -> None:
        self._found = found
        self._sheet = ""
        self._row = self._rows = self._column = self._columns = 0
        self._pieces: list[str] | None = None
        self._author = False

    def start(self, name: str, raw: Attributes) -> None:
        tag = local(name)
        if tag == "table":
            self._sheet = local_attributes(raw).get("name", "")
            self._row = self._rows = 0
        elif tag == "table-row":
            self._row += 1 + self._rows
            self._rows = _times(raw, "number-rows-repeated") - 1
            self._column = self._columns = 0
        elif tag in _CELLS:
            self._column += 1 + self._columns
            self._columns = _times(raw, "number-columns-repeated") - 1
        elif tag == "annotation":
            self._pieces = []
        elif tag in _NAMES:
            self._name(local_attributes(raw))
        self._author = tag in {"creator", "date"}

    def text(self, piece: str) -> None:
        if self._pieces is not None and not self._author:
            self._pieces.append(piece)

    def end(self, name: str) -> None:
        tag = local(name)
        self._author = False
        if tag == "p" and self._pieces is not None:
            self._pieces.append(" ")
        elif tag == "annotation" and self._pieces is not None:
            place = address(max(1, self._row), max(1, self._column))
            text = "".join(self._pieces).strip()
            self._found.notes.append(OtherText("comment", text, self._sheet, place))
            self._pieces = None

    def _name(self, attributes: Attributes) -> None:
        words = (attributes.get(key, "") for key in ("name", "cell-range-address", "expression"))
        self._found.others.append(OtherText("defined_name", " ".join(words)))


class _Margins:
    """Handlers for the part with the page styles."""

    def __init__(self, found: Aside) -> None:
        self._found = found
        self._pieces: list[str] | None = None

    def start(self, name: str, _: Attributes) -> None:
        if local(name) in _MARGINS:
            self._pieces = []

    def text(self, piece: str) -> None:
        if self._pieces is not None:
            self._pieces.append(piece)

    def end(self, name: str) -> None:
        if local(name) in _MARGINS and self._pieces is not None:
            self._found.others.append(OtherText("margin", "".join(self._pieces).strip()))
            self._pieces = None


def _times(raw: Attributes, key: str) -> int:
    return max(1, int(local_attributes(raw).get(key, "1")))
