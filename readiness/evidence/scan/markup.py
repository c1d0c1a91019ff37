"""XML of a stranger, read with expat: no document type, no entity, no network."""

from collections.abc import Callable, Iterator
from xml.parsers import expat

Attributes = dict[str, str]
SEPARATOR = " "
_TEXT_SIZE = 1 << 16


class MarkupError(ValueError):
    """A part is not well-formed XML, or declares a document type."""


def local(name: str) -> str:
    """The name without its namespace."""
    return name.rpartition(SEPARATOR)[2]


def local_attributes(attributes: Attributes) -> Attributes:
    """Attributes by their names without namespace."""
    return {local(name): value for name, value in attributes.items()}


def parse(
    data: bytes,
    start: Callable[[str, Attributes], object],
    end: Callable[[str], object],
    text: Callable[[str], object],
) -> None:
    """Read one part; names arrive as ``namespace name`` (one blank between).

    Raises MarkupError for XML that is not well formed, for any document type declaration (an
    office file has none, and entities are how small files grow into large ones), and where a
    handler raises ValueError over a value that no spreadsheet program writes.
    """
    parser = expat.ParserCreate(namespace_separator=SEPARATOR)
    parser.buffer_text = True
    parser.buffer_size = _TEXT_SIZE
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = _refuse_doctype
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise MarkupError(f"line {error.lineno}: {expat.ErrorString(error.code)}") from None
    except MarkupError:
        raise
    except ValueError:
        raise MarkupError("a value that cannot be read") from None
    except LookupError as error:
        if type(error) is LookupError:  # its descendants would be mistakes of a handler
            raise MarkupError("an unknown encoding") from None
        raise


def elements(data: bytes) -> Iterator[tuple[str, Attributes, str]]:
    """Each element that closes: local name, attributes by local name, the text directly in it.

    For small parts (relationships, properties, comments). Raises MarkupError.
    """
    opened: list[tuple[str, Attributes, list[str]]] = []
    closed: list[tuple[str, Attributes, str]] = []

    def start(name: str, attributes: Attributes) -> None:
        opened.append((local(name), local_attributes(attributes), []))

    def end(_: str) -> None:
        name, attributes, pieces = opened.pop()
        closed.append((name, attributes, "".join(pieces)))

    def text(piece: str) -> None:
        if opened:
            opened[-1][2].append(piece)

    parse(data, start, end, text)
    yield from closed


def _refuse_doctype(*_: object) -> None:
    raise MarkupError("a document type declaration")
