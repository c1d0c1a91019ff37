"""The committed schemas are those of the models, and every file says which one is its own."""

from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from readiness.content.files import kind_of, list_files
from readiness.content.reading import read
from readiness.content.schema import at, render, schema, write
from tests.content.broken import ID

ROOT = Path(__file__).parents[2] / "questionnaires"


def test_committed_schemas_are_current() -> None:
    for name, text in render().items():
        committed = (ROOT / "schema" / name).read_text(encoding="utf-8")
        assert committed == text, "run python -m readiness.content.schema"


def test_write(tmp_path: Path) -> None:
    write(tmp_path)
    assert {path.name for path in (tmp_path / "schema").iterdir()} == set(render())


@pytest.mark.parametrize("name", list_files(ROOT / ID))
def test_every_file_names_its_schema_and_fulfils_it(name: str) -> None:
    path = ROOT / ID / name
    first = path.read_text(encoding="utf-8").splitlines()[0]
    comment, _, target = first.partition("=")
    assert comment == "# yaml-language-server: $schema"
    own = ROOT / "schema" / f"{kind_of(name)}.json"
    assert (path.parent / target).resolve() == own.resolve()
    values = read(name, path.read_bytes())[0].values
    Draft202012Validator(schema(kind_of(name))).validate(values)


def test_part_for_a_place() -> None:
    capability = at("dimension", ("capabilities", 3))
    assert "anchors" in capability["properties"]
    assert at("dimension", ("capabilities", 3, "only_if", "field"))["enum"][0] == "contractors"
    assert len(at("dimension", ("capabilities", 0, "anchors"))["prefixItems"]) == 5
    assert at("metrics", ("metrics", 0, "cuts", 2)) == {"type": "number"}
    assert at("dimension", ("nowhere", 1, "at all")) == {}
    assert at("questionnaire", ("texts", "by_stage", "phase_1")) == {"type": "string"}
