"""Coded tables as files: written and read back equal; the rest is tested with the export."""

from pathlib import Path

from readiness.settings import Settings
from readiness.workspace.coded import FOLDER, read_coded, read_folder, write_coded
from readiness.workspace.coding import fresh_coder
from readiness.workspace.demo import example_folder
from readiness.workspace.folder import read_assessment
from readiness.workspace.folders import read_files
from tests.made import questionnaire


def test_files_come_back_equal(tmp_path: Path) -> None:
    source = example_folder()
    said = read_assessment(source, lambda _: questionnaire())
    settings = Settings(data_dir=tmp_path)
    files = read_files(source, said, settings, fresh_coder(), lambda _: None)
    (tmp_path / FOLDER).mkdir()
    for n, file in enumerate(files):
        data = write_coded(file)
        assert read_coded("x", data) == file
        (tmp_path / FOLDER / f"{n:03}.json").write_bytes(data)
    assert read_folder(tmp_path) == files
    assert read_folder(source) == []
