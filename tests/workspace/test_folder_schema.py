"""The committed schemas of a folder are those of the models; the demonstration fits them."""

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from readiness.workspace.folder_schema import FILES, SCHEMAS, render, schema_of
from readiness.workspace.operating_files import operating_texts
from readiness.workspace.placed import read_placed
from tests.store.samples import operating

ROOT = Path(__file__).parents[2]
COMMITTED = ROOT / "questionnaires" / SCHEMAS
NORTHGATE = ROOT / "examples" / "northgate"


def plain(value: Any) -> Any:
    """As an editor reads it: a date without quotes is text."""
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [plain(one) for one in value]
    return value.isoformat() if isinstance(value, date | datetime) else value


def wrong(file: str, text: str) -> list[str]:
    """What an editor would underline."""
    checker = Draft202012Validator(json.loads((COMMITTED / f"{schema_of(file)}.json").read_text()))
    return [e.json_path for e in checker.iter_errors(plain(read_placed(text, file).value))]


def test_committed_schemas_are_current() -> None:
    made = render()
    assert {path.name for path in COMMITTED.iterdir()} == set(made)
    for name, text in made.items():
        committed = (COMMITTED / name).read_text(encoding="utf-8")
        assert committed == text, "run python -m readiness.workspace.folder_schema"


@pytest.mark.parametrize(
    "path", sorted(NORTHGATE.rglob("*.yaml")), ids=lambda p: str(p.relative_to(NORTHGATE))
)
def test_the_demonstration_fulfils_them(path: Path) -> None:
    assert not wrong(path.name, path.read_text(encoding="utf-8"))


def test_what_the_app_writes_fulfils_them() -> None:
    texts = operating_texts(operating())
    assert {schema_of(name) for name in texts} == set(FILES) - {"assessment", "evidence"}
    for name, text in texts.items():
        assert not wrong(name, text), name


def test_a_slip_of_the_pen_is_underlined() -> None:
    assert wrong("retention.yaml", "rows:\n  - {id: banks, held: nobody}\n") == ["$.rows[0].held"]
    assert wrong("cdmo-vector.yaml", "name: A\nlinse: 2\n") == ["$"]
    figures = "name: A\nprocess_days: {}\n"
    assert not wrong("cdmo-vector.yaml", figures.format("13/3"))
    assert wrong("cdmo-vector.yaml", figures.format("soon")) == ["$.process_days"]
