"""A section of *How it is calculated*, before anybody draws it."""

from typing import NamedTuple


class Part(NamedTuple):
    """A section with its anchor: lines of text and, where it helps, a table."""

    anchor: str
    title: str
    lines: tuple[str, ...]
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
