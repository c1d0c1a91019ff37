"""The vocabulary of intake, read with the line of every error."""

import shutil
from pathlib import Path

import pytest

from readiness.content import content_root
from readiness.content.columns import COLUMNS, ERRORS, load_columns, load_intake_errors
from readiness.domain.errors import ContentRefused

SHIPPED = content_root() / "cgt-operational-readiness"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (COLUMNS, ERRORS):
        shutil.copy(SHIPPED / name, tmp_path / name)
    return tmp_path


def test_the_shipped_vocabulary_loads_with_its_errors() -> None:
    content = load_columns(SHIPPED)
    assert content.kinds["deviations"].fields["id"].aliases
    assert content.errors == load_intake_errors(SHIPPED)
    assert "too_large" in content.errors.errors


def test_an_unknown_key_is_named_with_its_line(folder: Path) -> None:
    text = (folder / COLUMNS).read_text(encoding="utf-8")
    lines = text.replace("look: key", "lok: key", 1).splitlines()
    (folder / COLUMNS).write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(ContentRefused) as refused:
        load_columns(folder)
    wanted = next(i for i, line in enumerate(lines, start=1) if "lok: key" in line)
    assert [(p.file, p.row) for p in refused.value.problems] == [(COLUMNS, wanted)]


def test_a_field_that_the_table_lacks_is_refused(folder: Path) -> None:
    text = (folder / COLUMNS).read_text(encoding="utf-8")
    (folder / COLUMNS).write_text(text.replace("      severity:", "      gravity:", 1), "utf-8")
    with pytest.raises(ContentRefused, match="gravity, severity"):
        load_columns(folder)


def test_a_missing_and_a_broken_file_are_refused(folder: Path) -> None:
    (folder / ERRORS).write_text("errors: [", "utf-8")
    with pytest.raises(ContentRefused, match=ERRORS):
        load_columns(folder)
    (folder / COLUMNS).unlink()
    with pytest.raises(ContentRefused, match="missing"):
        load_columns(folder)
