"""Export and import of an assessment: the same result on the other side, or nothing at all."""

import io
import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from readiness.domain.errors import InputRefused
from readiness.settings import Settings
from readiness.workspace.assessments import listed
from readiness.workspace.carrying import export_zip, import_zip
from readiness.workspace.demo import example_folder, open_example
from readiness.workspace.folders import open_folder
from readiness.workspace.results import result
from readiness.workspace.session import Session, open_workspace


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> tuple[Session, str]:
    """A computer on which the example is open."""
    desk = open_workspace(Settings(data_dir=tmp_path_factory.mktemp("first")))
    return desk, open_example(desk)


@pytest.fixture(scope="module")
def packed(first: tuple[Session, str]) -> bytes:
    """The export of the example."""
    return export_zip(*first)


@pytest.fixture
def other(tmp_path: Path) -> Session:
    """Another computer."""
    return open_workspace(Settings(data_dir=tmp_path / "other"))


def test_the_result_is_the_same_on_the_other_side(
    first: tuple[Session, str], packed: bytes, other: Session
) -> None:
    id = import_zip(other, "northgate.zip", packed)
    assert result(other, id) == result(*first)


def test_the_same_assessment_gives_the_same_bytes(
    first: tuple[Session, str], packed: bytes
) -> None:
    assert export_zip(*first) == packed


def test_a_folder_with_its_files_is_read_like_uploads(
    first: tuple[Session, str], other: Session
) -> None:
    written = io.BytesIO()
    with ZipFile(written, "w") as archive:
        for path in sorted(example_folder().rglob("*")):
            if path.is_file() and path.name != "README.md":
                archive.write(path, path.relative_to(example_folder()))
    id = import_zip(other, "folder.zip", written.getvalue())
    assert result(other, id) == result(*first)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda whole: whole | {"kind": "nothing"},
        lambda whole: whole | {"table": {"format": 1}},
        lambda whole: whole | {"table": {"format": 9, "rows": 0, "columns": []}},
        lambda whole: whole | {"mapping": {"file": 1}},
        lambda whole: whole | {"meta": []},
        lambda _: [],
    ],
)
def test_a_changed_table_is_refused_and_nothing_is_stored(
    packed: bytes, other: Session, spoil: object
) -> None:
    written = io.BytesIO()
    with ZipFile(io.BytesIO(packed)) as source, ZipFile(written, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name.endswith("coded/001.json"):
                data = json.dumps(spoil(json.loads(data))).encode()  # type: ignore[operator]  # a lambda
            target.writestr(name, data)
    with pytest.raises(InputRefused, match=r"001\.json"):
        import_zip(other, "northgate.zip", written.getvalue())
    assert not listed(other)


@pytest.mark.parametrize("data", [b"", b"no archive", b"PK\x03\x04broken"])
def test_what_is_no_archive_is_refused(other: Session, data: bytes) -> None:
    with pytest.raises(InputRefused):
        import_zip(other, "x.zip", data)
    assert not listed(other)


def test_the_command_line_reads_what_was_exported(
    first: tuple[Session, str], packed: bytes, tmp_path: Path
) -> None:
    with ZipFile(io.BytesIO(packed)) as archive:
        archive.extractall(tmp_path)
    (folder,) = tmp_path.iterdir()
    assert open_folder(folder, lambda _: None, first[0].settings).result == result(*first)
