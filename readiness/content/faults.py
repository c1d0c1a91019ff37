"""What pydantic refuses, told as a person needs it: where, what, and how to mend it."""

from collections.abc import Iterator
from difflib import get_close_matches

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from readiness.content import schema
from readiness.content.reading import Path, Source
from readiness.domain.errors import Problem

EXPECTED = {
    "string_type": "a text",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": "keys with values",
    "model_type": "keys with values",
}


def faults(kind: str, source: Source, error: ValidationError, above: Path = ()) -> list[Problem]:
    """One problem for each error; ``above`` is the path of what was validated."""
    return [
        problem
        for detail in error.errors(include_url=False)
        for problem in _fault(kind, source, (*above, *detail["loc"]), detail)
    ]


def nearest(name: object, names: list[str]) -> str:
    """*Did you mean ...?*, or the list of what is possible while it is short, or nothing."""
    close = get_close_matches(str(name), names, n=1, cutoff=0.6)
    if close:
        return f"Did you mean {close[0]!r}?"
    return f"Possible here: {', '.join(names)}." if 0 < len(names) <= 20 else ""


def _fault(kind: str, source: Source, path: Path, detail: ErrorDetails) -> Iterator[Problem]:
    where, row, error = _place(path), source.line(path), detail["type"]
    if error == "extra_forbidden":
        yield _unknown_key(kind, source, path)
    elif error == "missing" and isinstance(path[-1], int):
        size = len(schema.at(kind, path[:-1]).get("prefixItems", ()))
        if path[-1] == len(_at(source.values, path[:-1])):  # one problem for all that are missing
            yield Problem(
                source.file,
                f"{_place(path[:-1])} holds {path[-1]} entries, {size} are needed",
                row=row,
                advice="Write one for each place, in order; none may be left out.",
            )
    elif error == "missing":
        message = f"{where} is missing"
        yield Problem(source.file, message, row=row, advice=f"Add {path[-1]!r} here.")
    elif error == "too_long":
        most = detail.get("ctx", {}).get("max_length")
        message = f"{where} holds more than {most} entries"
        yield Problem(source.file, message, row=row, advice="Take the surplus ones out.")
    else:
        yield _wrong_value(kind, source, path, detail)


def _unknown_key(kind: str, source: Source, path: Path) -> Problem:
    names = sorted(schema.at(kind, path[:-1]).get("properties", {}))
    return Problem(
        source.file,
        f"unknown key {path[-1]!r}",
        row=source.line(path),
        found=str(path[-1]),
        advice=nearest(path[-1], names),
    )


def _wrong_value(kind: str, source: Source, path: Path, detail: ErrorDetails) -> Problem:
    found, message, advice = detail["input"], detail["msg"], ""
    key = bool(path) and path[-1] == "[key]"  # the key of a mapping, not its value
    at = path[:-1] if key else path
    expected = EXPECTED.get(detail["type"], "")
    if detail["type"] == "literal_error":
        owner = schema.at(kind, path[:-2] if key else path)
        names = [str(n) for n in (owner.get("propertyNames", {}) if key else owner).get("enum", ())]
        expected, advice = detail.get("ctx", {}).get("expected", ""), nearest(found, names)
        message = (
            f"unknown {'key' if key else 'value'} {found!r} of {_place(at[:-1] if key else at)}"
        )
    elif expected:
        message = f"{_place(at)} is {_shown(found)}"
    else:
        message = f"{_place(at)}: {message.removeprefix('Value error, ')}"
    return Problem(
        source.file,
        message,
        row=source.line(at),
        found=_shown(found),
        expected=expected,
        advice=advice or _cure(detail["type"], found),
    )


def _cure(error: str, found: object) -> str:
    if error == "string_type" and isinstance(found, int | float):
        return f'Put quotation marks around it: "{found}".'
    return "Correct the value in this line."


def _place(path: Path) -> str:
    """The last two named steps, and the entry below them: ``'anchors', entry 3``."""
    if not path:
        return "the file"
    last, names = path[-1], [str(step) for step in path if isinstance(step, str)]
    if isinstance(last, int):
        return f"{names[-1]!r}, entry {last + 1}" if names else f"entry {last + 1}"
    above = path[-2] if len(path) > 1 and isinstance(path[-2], str) else ""
    return repr(f"{above}.{last}" if above else last)


def _shown(value: object) -> str:
    text = "empty" if value is None else repr(value)
    return text if len(text) <= 60 else text[:57] + "..."


def _at(values: object, path: Path) -> list[object]:
    """The list at a place of the values, as far as there is one."""
    for step in path:
        if isinstance(values, dict):
            values = values.get(step)
        elif isinstance(values, list) and isinstance(step, int) and step < len(values):
            values = values[step]
    return values if isinstance(values, list) else []
