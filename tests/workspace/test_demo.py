"""The demonstration organisation: written over itself, opened once."""

from pathlib import Path

import pytest

from readiness.domain.errors import InputRefused
from readiness.workspace.demo import example_folder, open_example, write_demo
from tests.workspace.northgate import with_example


def test_written_demo_is_the_example_and_may_be_written_again(tmp_path: Path) -> None:
    folder = write_demo(tmp_path / "demo")
    (folder / "gap-report.xlsx").write_bytes(b"kept")
    assert write_demo(folder) == folder
    for file in example_folder().rglob("*.*"):
        assert (folder / file.relative_to(example_folder())).read_bytes() == file.read_bytes()
    assert (folder / "gap-report.xlsx").read_bytes() == b"kept"


def test_another_assessment_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "assessment.yaml").write_text("format: 1\nid: mine\n")
    with pytest.raises(InputRefused, match="Another assessment"):
        write_demo(tmp_path)
    assert (tmp_path / "assessment.yaml").read_text() == "format: 1\nid: mine\n"


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(InputRefused, match="cannot be written"):
        write_demo(tmp_path / "file" / "demo")


def test_example_is_opened_once(tmp_path: Path) -> None:
    desk, id = with_example(tmp_path)
    assert open_example(desk) == id
    assert len(desk.store.assessments(desk.actor)) == 1
    assert len(desk.store.files(desk.actor, id)) == 15


def test_no_name_of_a_person_reaches_the_store(tmp_path: Path) -> None:
    desk, id = with_example(tmp_path)
    kinds = {f.kind for f in desk.store.files(desk.actor, id)}
    assert {"interventions", "qualifications", "workbook"} <= kinds
    stored = "".join(f"{f.meta}{f.mapping}" for f in desk.store.files(desk.actor, id)) + "".join(
        repr(desk.store.read_table(desk.actor, id, f.id)) for f in desk.store.files(desk.actor, id)
    )
    assert ".example" not in stored  # the addresses of the example's very hidden sheet
