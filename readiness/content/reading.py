"""One YAML file as values, and the line where any of its values stands.

YAML 1.2: ``No`` and ``on`` are texts. Duplicate keys are refused, every one by name. The values
come from the plain reader; the tree with line numbers is composed only once somebody asks for a
line, that is, once there is an error to report.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from ruamel.yaml import YAML
from ruamel.yaml.constructor import DuplicateKeyError
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, SequenceNode

from readiness.domain.errors import Problem

Path = tuple[str | int, ...]
"""Keys and positions from the top of a file to a value."""


@dataclass(frozen=True)
class Source:
    """A file that was read. ``file`` as problems name it; ``values`` None where it is no YAML."""

    file: str
    text: str
    values: object = None

    @cached_property
    def _tree(self) -> Node | None:
        try:
            tree: Node | None = _yaml().compose(self.text)
        except YAMLError:
            return None
        return tree

    def line(self, path: Path) -> int:
        """The line, from 1, of the value at ``path``, or of what is nearest above it."""
        node, line = self._tree, 1
        for step in path:
            found = _step(node, step) if node is not None else None
            if found is None:
                break
            line, node = found
        return line

    def duplicates(self) -> Iterator[tuple[str, int, int]]:
        """Every key that stands twice in one mapping: key, its line, the line of the first."""
        if self._tree is not None:
            yield from _duplicates(self._tree)


@lru_cache(maxsize=128)
def read(file: str, data: bytes) -> tuple[Source, tuple[Problem, ...]]:
    """The file with its values, and what keeps it from being YAML.

    A file with duplicate keys still yields values, the first of each key, so that its other errors
    are found in the same run. The same bytes are read once; nobody changes the values.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        problem = Problem(file, "the file is not UTF-8 text", row=1, advice="Save it as UTF-8.")
        return Source(file, ""), (problem,)
    try:
        values = _yaml().load(text)
    except DuplicateKeyError:
        source = Source(file, text, _yaml(duplicates=True).load(text))
        return source, tuple(_duplicate(file, *found) for found in source.duplicates())
    except MarkedYAMLError as error:
        return Source(file, text), (_broken(file, error),)
    except YAMLError as error:
        return Source(file, text), (Problem(file, f"this is no YAML: {error}", row=1),)
    if values is None:
        advice = "Write it, or put it back from a copy."
        return Source(file, text), (Problem(file, "the file is empty", row=1, advice=advice),)
    return Source(file, text, values), ()


def _yaml(*, duplicates: bool = False) -> YAML:
    reader = YAML(typ="safe", pure=True)
    reader.allow_duplicate_keys = duplicates
    return reader


def _step(node: Node, step: str | int) -> tuple[int, Node] | None:
    """The line of the key or entry, and its value."""
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if key.value == str(step):
                return key.start_mark.line + 1, value
    if isinstance(node, SequenceNode) and isinstance(step, int) and 0 <= step < len(node.value):
        return node.value[step].start_mark.line + 1, node.value[step]
    return None


def _duplicates(node: Node) -> Iterator[tuple[str, int, int]]:
    if isinstance(node, MappingNode):
        first: dict[str, int] = {}
        for key, value in node.value:
            line = key.start_mark.line + 1
            if key.value in first:
                yield str(key.value), line, first[key.value]
            first.setdefault(key.value, line)
            yield from _duplicates(value)
    elif isinstance(node, SequenceNode):
        for value in node.value:
            yield from _duplicates(value)


def _duplicate(file: str, key: str, line: int, first: int) -> Problem:
    return Problem(
        file,
        f"the key {key!r} stands here a second time",
        row=line,
        found=key,
        advice=f"Keep one of them; the first is in line {first}.",
    )


def _broken(file: str, error: MarkedYAMLError) -> Problem:
    mark = error.problem_mark or error.context_mark
    return Problem(
        file,
        f"this is no YAML: {error.problem or error.context or 'it cannot be read'}",
        row=mark.line + 1 if mark is not None else 1,
        advice="Look for a missing quotation mark, a colon without a space after it, or a line "
        "that is indented differently from its neighbours.",
    )
