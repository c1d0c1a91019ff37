"""The elements of an XML part, followed one by one while its bytes come in."""

from collections.abc import Iterable
from typing import Protocol
from xml.parsers.expat import ExpatError, ParserCreate


class Unreadable(Exception):
    """The part is no well-formed XML."""


class Follower(Protocol):
    """What is told of each element; a ValueError or LookupError of it makes the part unreadable."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """It ends."""

    def characters(self, text: str) -> None:
        """A run of text, or a part of one."""


def follow(chunks: Iterable[bytes], follower: Follower, *, separator: str | None = None) -> None:
    """Tell the follower every element of a part; no more than a chunk of it is held.

    ``separator``: what stands between namespace and name; without one, names are as they are
    written, with their prefixes. Raises Unreadable.
    """
    parser = ParserCreate(namespace_separator=separator)
    parser.buffer_text = True
    parser.StartElementHandler = follower.start
    parser.EndElementHandler = follower.end
    parser.CharacterDataHandler = follower.characters
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    # A LookupError is an encoding that nobody knows.
    except (ExpatError, LookupError, ValueError) as error:
        raise Unreadable from error
