"""JSON Schema of the content files, for editors that complete and check while one types.

``python -m readiness.content.schema`` writes the files anew after a change of the models.
"""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from readiness.content.files import MODELS
from readiness.domain.base import Model

Schema = dict[str, Any]

FOLDER = "schema"


@cache
def schema(kind: str) -> Schema:
    """The schema of one kind of file (see `files.MODELS`)."""
    return of_model(MODELS[kind])


def of_model(model: type[Model]) -> Schema:
    """The schema of what a model takes."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **model.model_json_schema(),
    }


def render() -> dict[str, str]:
    """File name to text of every generated schema."""
    return {f"{kind}.json": as_text(schema(kind)) for kind in MODELS}


def as_text(made: Schema) -> str:
    """As it stands in its file."""
    return json.dumps(made, indent=2, ensure_ascii=False) + "\n"


def write(root: Path) -> None:
    """Write the schemas to ``root/schema``; ``root`` holds the questionnaires' folders."""
    write_files(root / FOLDER, render())


def write_files(folder: Path, texts: Mapping[str, str]) -> None:
    """Write texts into a folder by their names."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def at(kind: str, path: tuple[str | int, ...]) -> Schema:
    """The part of a schema that holds for a place in the file; empty where nothing is known."""
    part = schema(kind)
    for step in path:
        part = _resolved(kind, _inside(_resolved(kind, part), step))
    return _resolved(kind, part)


def _inside(part: Schema, step: str | int) -> Schema:
    if isinstance(step, int):
        fixed = part.get("prefixItems", [])
        return fixed[step] if step < len(fixed) else part.get("items") or {}
    if step in part.get("properties", {}):
        named: Schema = part["properties"][step]
        return named
    more = part.get("additionalProperties")
    return more if isinstance(more, dict) else {}


def _resolved(kind: str, part: Schema) -> Schema:
    """Follow a reference, and an alternative with null to the other one."""
    for option in part.get("anyOf", ()):
        if option.get("type") != "null":
            part = option
            break
    if "$ref" in part:
        name = part["$ref"].rsplit("/", 1)[-1]
        defined: Schema = schema(kind)["$defs"][name]
        return defined
    return part


if __name__ == "__main__":
    write(Path(__file__).parents[2] / "questionnaires")
