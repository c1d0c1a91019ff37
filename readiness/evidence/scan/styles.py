"""What the cell formats say that matters here: locked cells, dates, fills."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format

from readiness.evidence.scan.markup import Attributes, local, local_attributes, parse

_FALSE = {"0", "false"}
_LISTS = {"cellXfs", "fills"}
_NO_FILLS = {"none", "gray125"}
# White on white says nothing: the background of the first theme, or the colour itself.
_WHITE = {"theme=0", "rgb=FFFFFFFF", "rgb=00FFFFFF", "indexed=9"}
# Formats 27 to 36 and 50 to 58 are dates in East Asian editions and have no code in the file.
_REGIONAL_DATES = {*range(27, 37), *range(50, 59)}


@dataclass(frozen=True)
class Styles:
    """Numbers of the cell formats, as cells write them.

    ``dates``: shown as a date or time; ``unlocked``: open on a protected sheet, where every other
    cell is locked (the default, ECMA-376 18.8.33); ``fills``: colour of those that have one.
    """

    dates: frozenset[str] = frozenset()
    unlocked: frozenset[str] = frozenset()
    fills: Mapping[str, str] = field(default_factory=dict)


@dataclass
class _Format:
    """One cell format."""

    number: int
    fill: int
    locked: bool = True


def read_styles(data: bytes) -> Styles:
    """The formats of the cells of a workbook. Raises MarkupError."""
    reader = _Reader()
    parse(data, reader.start, reader.end, lambda _: None)
    return reader.result()


class _Reader:
    """Handlers for the part with the styles."""

    def __init__(self) -> None:
        self._codes = dict(BUILTIN_FORMATS)
        self._cells: list[_Format] = []
        self._fills: list[str] = []
        self._pattern = ""
        self._inside = ""

    def start(self, name: str, raw: Attributes) -> None:
        tag, attributes = local(name), local_attributes(raw)
        if tag in _LISTS:
            self._inside = tag
        elif tag == "numFmt":
            self._codes[_number(attributes.get("numFmtId"), -1)] = attributes.get("formatCode", "")
        elif self._inside == "cellXfs":
            self._cell(tag, attributes)
        elif self._inside == "fills":
            self._fill(tag, attributes)

    def end(self, name: str) -> None:
        if local(name) == self._inside:
            self._inside = ""

    def _cell(self, tag: str, attributes: Attributes) -> None:
        if tag == "xf":
            number, fill = (_number(attributes.get(key), 0) for key in ("numFmtId", "fillId"))
            self._cells.append(_Format(number, fill))
        elif tag == "protection" and attributes.get("locked") in _FALSE and self._cells:
            self._cells[-1].locked = False

    def _fill(self, tag: str, attributes: Attributes) -> None:
        """Remember a fill by its pattern and colours, however these are given."""
        if tag == "fill":
            self._fills.append("")
        elif tag == "patternFill":
            self._pattern = attributes.get("patternType", "none")
        elif tag == "fgColor" and self._fills and self._pattern not in _NO_FILLS:
            colour = " ".join(f"{key}={value}" for key, value in sorted(attributes.items()))
            self._fills[-1] = "" if colour in _WHITE else f"{self._pattern} {colour}"

    def result(self) -> Styles:
        """What was read."""
        numbered = list(enumerate(self._cells))
        fills = {str(i): self._fills[f.fill] for i, f in numbered if 0 <= f.fill < len(self._fills)}
        return Styles(
            dates=frozenset(str(i) for i, f in numbered if self._is_date(f.number)),
            unlocked=frozenset(str(i) for i, f in numbered if not f.locked),
            fills={style: colour for style, colour in fills.items() if colour},
        )

    def _is_date(self, number: int) -> bool:
        return number in _REGIONAL_DATES or is_date_format(self._codes.get(number, ""))


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isdigit() else otherwise
