"""A file beside a questionnaire: every error with its line."""

from pathlib import Path

import pytest

from readiness.content.beside import load_beside
from readiness.domain.base import Model
from readiness.domain.errors import ContentRefused


class Colours(Model):
    """A file of the test."""

    names: tuple[str, ...]
    most: int


def test_a_file_is_checked_against_its_model(tmp_path: Path) -> None:
    (tmp_path / "colours.yaml").write_text("names: [red]\nmost: 3\n", encoding="utf-8")
    assert load_beside(tmp_path, "colours.yaml", Colours) == Colours(names=("red",), most=3)
    (tmp_path / "colours.yaml").write_text("names: red\nmost: many\n", encoding="utf-8")
    with pytest.raises(ContentRefused) as caught:
        load_beside(tmp_path, "colours.yaml", Colours)
    assert [p.row for p in caught.value.problems] == [1, 2]
    with pytest.raises(ContentRefused, match="the file is missing"):
        load_beside(tmp_path, "shapes.yaml", Colours)
