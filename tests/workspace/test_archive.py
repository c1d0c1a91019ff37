"""An assessment folder as a .zip, packed and unpacked."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest

from readiness.domain.base import remade
from readiness.domain.errors import InputRefused
from readiness.domain.operating import Operating
from readiness.domain.partners import Partner
from readiness.files.limits import Limits
from readiness.workspace.archive import MAX_FILES, FolderContent, pack, unpack
from readiness.workspace.folder import MAX_MB
from tests.store.samples import full, small
from tests.workspace.folders import EXAMPLE, find, line_of, parse


def zipped(parts: Mapping[str, str | bytes], compression: int = ZIP_DEFLATED) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w", compression) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return packed.getvalue()


def refused(data: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(InputRefused) as error:
        unpack("a.zip", data, find, limits)
    return str(error.value)


def test_a_folder_comes_back_as_it_went():
    content = FolderContent(
        assessment=full(),
        mappings="files: []\n",
        files={"QMS export (2026).xlsx": b"\x00\x01", "züge.csv": b"a;b\n"},
    )
    assert unpack("a.zip", pack(content), find) == content
    assert pack(content) == pack(content)


def test_an_unfinished_assessment_is_exported_and_imported():
    assert unpack("a.zip", pack(FolderContent(small())), find).assessment == small()


def test_an_id_that_is_no_folder_name_does_no_harm():
    content = FolderContent(small().model_copy(update={"id": "../up"}))
    assert unpack("a.zip", pack(content), find) == content


def test_a_folder_packed_by_hand_is_read():
    parts = {
        "my folder/assessment.yaml": EXAMPLE,
        "my folder/evidence/log.csv": "x",
        "my folder/operating_model/cdmo-vector.yaml": "name: Maker",
        "__MACOSX/my folder/._assessment.yaml": "",
        "my folder/.DS_Store": "",
    }
    content = unpack("a.zip", zipped(parts), find)
    assert remade(content.assessment, operating=Operating()) == parse(EXAMPLE)
    assert content.assessment.operating.partners == (Partner(id="vector", name="Maker"),)
    assert content.files == {"log.csv": b"x"}
    assert content.mappings is None


@pytest.mark.parametrize(
    "stray",
    [
        "../assessment.yaml",
        "evidence/../../x.csv",
        "evidence/..",
        "evidence/deep/x.csv",
        "/etc/passwd",
        "C:/x.csv",
        "evidence/C:x.csv",
        "evidence/a\\..\\b.csv",
        "evidence/a\nb.csv",
        "evidence/x.csv ",
        "evidence/" + "x" * 300,
        "operating_model/map.exe",
        "run.sh",
        "assessment.yaml.bak",
    ],
)
def test_a_part_that_does_not_belong_is_refused(stray):
    assert "does not belong" in refused(zipped({"assessment.yaml": EXAMPLE, stray: "x"}))


def test_what_is_no_such_archive_is_refused():
    assert "no assessment.yaml" in refused(zipped({"evidence/log.csv": "x"}))
    assert "no assessment.yaml" in refused(zipped({}))
    assert refused(b"PK\x03\x04 not a zip")
    assert refused(b"")
    assert refused(pack(FolderContent(small()))[:-40])
    many = {f"evidence/{n}.csv": "x" for n in range(MAX_FILES + 1)}
    assert "more than" in refused(zipped({"assessment.yaml": EXAMPLE, **many}))


def test_bombs_and_giants_are_refused():
    zeros = bytes(30 * 1024 * 1024)
    bomb = zipped({"assessment.yaml": EXAMPLE, "evidence/x.csv": zeros})
    assert refused(bomb)
    assert refused(bomb, Limits(max_ratio=10**6, max_unpacked_mb=20))
    long = zipped({"assessment.yaml": "#" * (MAX_MB * 1024 * 1024) + EXAMPLE})
    assert "larger than" in refused(long, Limits(max_ratio=10**6))
    assert refused(zipped({"evidence/x.csv": zeros}, ZIP_STORED), Limits(max_file_mb=10))


def test_problems_of_the_assessment_name_archive_and_line():
    text = EXAMPLE.replace("level: unknown", "level: unkown")
    assert f"a.zip/assessment.yaml:{line_of('level: unknown')}: " in refused(
        zipped({"assessment.yaml": text})
    )
    assert "UTF-8" in refused(zipped({"assessment.yaml": b"\xff\xfe"}))


def test_a_file_name_that_could_not_be_read_back_is_not_packed():
    with pytest.raises(InputRefused):
        pack(FolderContent(small(), files={"a/b.csv": b""}))
