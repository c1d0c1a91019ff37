"""The distinct texts of a workbook, each stored once and known by its number."""

from readiness.evidence.scan.markup import Attributes, local, parse


class StringTable:
    """Texts by number: the shared ones first, in their own order, then those kept in the cells.

    The texts stay in memory for the length of one scan and are never part of its result.
    """

    def __init__(self, shared: bytes | None = None) -> None:
        self.texts: list[str] = [] if shared is None else read_shared(shared)
        self.shared = len(self.texts)
        self.blank = {number for number, text in enumerate(self.texts) if not text.strip()}
        self._numbers: dict[str, int] = {}

    def number(self, text: str) -> int:
        """The number of a text that a cell holds itself."""
        number = self._numbers.get(text)
        if number is None:
            number = self._numbers[text] = len(self.texts)
            self.texts.append(text)
            if not text.strip():
                self.blank.add(number)
        return number


def read_shared(data: bytes) -> list[str]:
    """The shared strings in order; runs of one string are joined, reading aids left out.

    Raises MarkupError.
    """
    texts: list[str] = []
    pieces: list[str] = []
    inside = [False, False]  # in a piece of text, in a reading aid (rPh)

    def start(name: str, _: Attributes) -> None:
        tag = local(name)
        if tag == "si":
            pieces.clear()
        elif tag in {"t", "rPh"}:
            inside[tag == "rPh"] = True

    def end(name: str) -> None:
        tag = local(name)
        if tag == "si":
            texts.append("".join(pieces))
        elif tag in {"t", "rPh"}:
            inside[tag == "rPh"] = False

    def text(piece: str) -> None:
        if inside[0] and not inside[1]:
            pieces.append(piece)

    parse(data, start, end, text)
    return texts
