"""YAML as plain values that know their lines; nothing of it is expanded or executed."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from readiness.domain.errors import InputRefused, Problem

Where = tuple[str | int, ...]
"""The way to a value: keys of mappings, and 0-based places in lists."""


@dataclass(frozen=True)
class Placed:
    """A document: its plain value, and the line of every key and list entry."""

    file: str
    value: Any
    lines: dict[Where, int] = field(default_factory=dict)

    def line(self, where: Where) -> int:
        """The line of a value, or of the nearest thing around it that is there."""
        for end in range(len(where), 0, -1):
            if where[:end] in self.lines:
                return self.lines[where[:end]]
        return 1

    def problem(
        self, where: Where, message: str, *, expected: str = "", advice: str = ""
    ) -> Problem:
        """A problem at the line of a value, which the message names first."""
        place = say_where(where)
        return Problem(
            file=self.file,
            row=self.line(where),
            message=f"{place}: {message}" if place else message,
            expected=expected,
            advice=advice,
        )


def say_where(where: Where) -> str:
    """``("responses", 2, "level")`` as *responses, entry 3, level*."""
    return ", ".join(f"entry {part + 1}" if isinstance(part, int) else part for part in where)


def read_placed(text: str, file: str) -> Placed:
    """The document of a YAML text.

    Raises InputRefused, with the line, for text that is no YAML, and for every key that stands
    twice, every reference (a few lines of them can unpack to gigabytes) and every broken value.
    """
    yaml = YAML(typ="safe", pure=True)
    try:
        node = yaml.compose(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        message = f"This is no YAML: {error.problem or error.context}"
        raise InputRefused([Problem(file, message, row=mark.line + 1 if mark else None)]) from error
    except (YAMLError, RecursionError) as error:
        raise InputRefused([Problem(file, "This is no YAML text that can be read")]) from error
    reader = _Reader(yaml, file)
    value = reader.read(node, ()) if node is not None else None
    if reader.problems:
        raise InputRefused(reader.problems)
    return Placed(file, value, reader.lines)


class _Reader:
    def __init__(self, yaml: YAML, file: str) -> None:
        self._construct = yaml.constructor.construct_object
        self._file = file
        self._seen: set[int] = set()
        self.lines: dict[Where, int] = {}
        self.problems: list[Problem] = []

    def read(self, node: Node, where: Where) -> Any:
        if id(node) in self._seen:
            self._refuse(
                node, f"{say_where(where)}: references (*name) are not read", "Write it out"
            )
            return None
        self._seen.add(id(node))
        if isinstance(node, MappingNode):
            return dict(self._pairs(node, where))
        if isinstance(node, SequenceNode):
            return [self._item(child, (*where, i)) for i, child in enumerate(node.value)]
        return self._scalar(node, where)

    def _item(self, node: Node, where: Where) -> Any:
        self.lines[where] = _line(node)
        return self.read(node, where)

    def _pairs(self, node: MappingNode, where: Where) -> Iterator[tuple[Any, Any]]:
        keys = set()
        for key_node, child in node.value:
            if not isinstance(key_node, ScalarNode):
                self._refuse(key_node, "A key is a word or a number")
                continue
            key = key_node.value
            if key in keys:
                self._refuse(key_node, f"{say_where((*where, key))} stands here twice", "Keep one")
                continue
            keys.add(key)
            self.lines[*where, key] = _line(key_node)
            yield key, self.read(child, (*where, key))

    def _scalar(self, node: Node, where: Where) -> Any:
        try:
            return self._construct(node)
        except (YAMLError, ValueError, OverflowError):
            self._refuse(node, f"{say_where(where)}: {node.value} is no value that can be read")
            return None

    def _refuse(self, node: Node, message: str, advice: str = "") -> None:
        self.problems.append(Problem(self._file, message, row=_line(node), advice=advice))


def _line(node: Node) -> int:
    line: int = node.start_mark.line + 1
    return line
