"""What the cell formats say that matters here: which cells are locked, which show dates."""

from dataclasses import dataclass

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format

from readiness.evidence.scan.markup import Attributes, local, local_attributes, parse

_FALSE = {"0", "false"}
# Formats 27 to 36 and 50 to 58 are dates in East Asian editions and have no code in the file.
_REGIONAL_DATES = {*range(27, 37), *range(50, 59)}


@dataclass(frozen=True)
class Styles:
    """Numbers of the cell formats, as cells write them.

    ``dates``: shown as a date or time; ``unlocked``: open on a protected sheet, where every other
    cell is locked (the default, ECMA-376 18.8.33).
    """

    dates: frozenset[str] = frozenset()
    unlocked: frozenset[str] = frozenset()


def read_styles(data: bytes) -> Styles:
    """The formats of the cells of a workbook. Raises MarkupError."""
    formats = dict(BUILTIN_FORMATS)
    cells: list[tuple[int, bool]] = []
    inside = False

    def start(name: str, raw: Attributes) -> None:
        nonlocal inside
        tag = local(name)
        attributes = local_attributes(raw)
        if tag == "numFmt" and attributes.get("numFmtId", "").isdigit():
            formats[int(attributes["numFmtId"])] = attributes.get("formatCode", "")
        elif tag == "cellXfs":
            inside = True
        elif inside and tag == "xf":
            number = attributes.get("numFmtId", "0")
            cells.append((int(number) if number.isdigit() else 0, True))
        elif inside and tag == "protection" and attributes.get("locked") in _FALSE and cells:
            cells[-1] = (cells[-1][0], False)

    def end(name: str) -> None:
        nonlocal inside
        if local(name) == "cellXfs":
            inside = False

    parse(data, start, end, lambda _: None)
    return Styles(
        dates=frozenset(
            str(index)
            for index, (number, _) in enumerate(cells)
            if number in _REGIONAL_DATES or is_date_format(formats.get(number, ""))
        ),
        unlocked=frozenset(str(index) for index, (_, locked) in enumerate(cells) if not locked),
    )
