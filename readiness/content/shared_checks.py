"""What the content files of the operating model have in common: names, ids and sentences."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from string import Formatter
from typing import Protocol

from readiness.content.faults import nearest
from readiness.content.parts import Complaint, Parts, Placed
from readiness.content.reading import Path
from readiness.domain.base import Model


class Speaking(Protocol):
    """The rules of a part of the operating model: whom it concerns, and what it finds in words."""

    @property
    def capability(self) -> str:
        """The capability that its findings are about."""

    @property
    def findings(self) -> Model:
        """Its sentences by kind."""


def usual(
    file: str,
    parts: Parts,
    rules: Speaking,
    fills: Mapping[str, Collection[str]],
    *,
    single: Mapping[str, str] | None = None,
    full: Mapping[str, Sequence[str]] | None = None,
) -> Iterator[Complaint]:
    """What holds of each such file: its capability exists, its sentences can be filled (``fills``).

    ``single``: its lists whose ids stand once, and what one of them is called; ``full``: its lists
    that name each of a fixed set once.
    """
    yield from capability(file, parts, rules.capability)
    for key, what in (single or {}).items():
        yield from once(file, key, what, _ids(rules, key))
    for key, all_of in (full or {}).items():
        yield from whole(file, key, _ids(rules, key), all_of)
    yield from sentences(file, rules.findings, fills)


def _ids(rules: Speaking, key: str) -> list[str]:
    return [one.id for one in getattr(rules, key)]


def wrong(file: str, path: Path, message: str, advice: str) -> Complaint:
    """A complaint about a place of a file that is one part."""
    return Complaint(Placed(None, file, path), message, advice)


def unknown(file: str, path: Path, what: str, name: str, known: Collection[str]) -> Complaint:
    """A name that nothing bears, with the nearest one that something does."""
    return wrong(file, path, f"there is no {what} {name!r}", nearest(name, sorted(known)))


def capability(file: str, parts: Parts, id: str) -> Iterator[Complaint]:
    """The capability that a file speaks of exists; silent while the dimensions are broken."""
    known = parts.ids("dimension")
    if known is not None and id not in known:
        yield unknown(file, ("capability",), "capability", id, known)


def once(file: str, key: str | Path, what: str, ids: Sequence[str]) -> Iterator[Complaint]:
    """Every id of a list stands once."""
    path: Path = (key,) if isinstance(key, str) else key
    for number, id in enumerate(ids):
        if id in ids[:number]:
            advice = f"Give each {what} an id of its own."
            yield wrong(file, (*path, number, "id"), f"{id} stands twice", advice)


def whole(file: str, key: str, ids: Sequence[str], all_of: Sequence[str]) -> Iterator[Complaint]:
    """A list names each of a fixed set of ids once."""
    if sorted(ids) != sorted(all_of):
        advice = f"Name each of {', '.join(all_of)} once."
        yield wrong(file, (key,), f"the {key} are not whole", advice)


def sentences(
    file: str, texts: Model, fills: Mapping[str, Collection[str]], key: str = "findings"
) -> Iterator[Complaint]:
    """Every sentence uses only the names that are filled in for it (``fills``, by sentence)."""
    for kind, allowed in fills.items():
        for message, advice in unfilled(getattr(texts, kind), allowed):
            yield wrong(file, (key, kind), message, advice)


def unfilled(text: str, allowed: Collection[str]) -> Iterator[tuple[str, str]]:
    """What is wrong with the names in braces of a text, and what to do about it."""
    try:
        used = {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        yield "a brace of the text is not closed", "Write {name}."
        return
    for name in sorted(used - set(allowed)):
        possible = ", ".join(f"{{{one}}}" for one in sorted(allowed)) or "nothing"
        yield f"nothing can be filled in for {{{name}}}", f"Possible: {possible}."
