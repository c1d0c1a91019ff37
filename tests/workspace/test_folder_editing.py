"""A folder's file is changed where it stands, checked as a whole, and kept as it was beside."""

from datetime import date
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from readiness.domain.assessment import Override
from readiness.domain.errors import InputRefused, NotFound
from readiness.domain.tracking import Tracking
from readiness.settings import Settings
from readiness.workspace.folder import read_assessment
from readiness.workspace.folder_editing import (
    BACKUP,
    edit_folder,
    finder,
    list_of,
    replace_rows,
)
from tests.workspace.folders import EXAMPLE, find


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "assessment.yaml").write_text(EXAMPLE, encoding="utf-8")
    return tmp_path


def test_a_new_list_is_begun_and_every_other_line_stays(folder: Path) -> None:
    kept = Tracking(item="CTL-1", owner="QA lead")
    values = {("CTL-1",): kept}
    edit_folder(folder, find, lambda d: replace_rows(list_of(d, "tracking"), ("item",), values))
    new = (folder / "assessment.yaml").read_text(encoding="utf-8")
    assert (folder / BACKUP).read_text(encoding="utf-8") == EXAMPLE
    assert set(EXAMPLE.splitlines()) <= set(new.splitlines())
    assert read_assessment(folder, find).tracking == (kept,)


def test_what_would_be_no_assessment_is_not_written(folder: Path) -> None:
    def spoil(document) -> None:
        document["as_of"] = "soon"

    with pytest.raises(InputRefused):
        edit_folder(folder, find, spoil)
    assert (folder / "assessment.yaml").read_text(encoding="utf-8") == EXAMPLE
    assert not (folder / BACKUP).exists()


def test_of_several_the_last_is_changed_and_all_are_taken_away() -> None:
    text = """
- {capability: A, rating: P, value: 1, reason: old, by: a, on: 2026-01-01}
- {capability: B, rating: P, value: 1, reason: old, by: a, on: 2026-01-01}   # mine
- {capability: A, rating: P, value: 2, reason: old, by: a, on: 2026-01-01}
"""
    edit = Override(capability="A", rating="P", value=5, reason="new", by="a", on=date(2026, 2, 1))
    for value, left in ((edit, [("A", 1), ("B", 1), ("A", 5)]), (None, [("B", 1)])):
        rows = YAML().load(text)
        replace_rows(rows, ("capability", "rating"), {("A", "P"): value})
        assert [(row["capability"], row["value"]) for row in rows] == left


def test_an_unknown_questionnaire_is_named() -> None:
    with pytest.raises(NotFound, match="there is cgt-operational-readiness"):
        finder(Settings())("other")
