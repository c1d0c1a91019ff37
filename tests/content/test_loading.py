"""Loading: found, checked, stamped, fast enough, and refused as a whole."""

import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest

from readiness.content import (
    check,
    check_all,
    content_root,
    load_by_id,
    load_questionnaire,
    loading,
)
from readiness.content.files import SINGLE
from readiness.domain.errors import ContentRefused, NotFound
from tests.content.broken import ID, Copy

COLD_SECONDS = 5  # about 0.5 on an idle machine; the limit leaves room for a busy one


def test_every_shipped_questionnaire_is_sound() -> None:
    folders = sorted(path.parent for path in content_root().glob("*/questionnaire.yaml"))
    assert ID in [folder.name for folder in folders]
    for folder in folders:
        assert check(folder) == []
        assert load_questionnaire(folder).id == folder.name


def test_by_id() -> None:
    assert load_by_id(ID).id == ID
    with pytest.raises(NotFound, match=f"Known: {ID}"):
        load_by_id("elsewhere")
    with pytest.raises(NotFound):
        load_by_id("../questionnaires/" + ID)


def test_content_of_an_installed_package_comes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "PACKAGE", tmp_path / "readiness")
    assert content_root() == tmp_path / "questionnaires"
    copytree(
        Path(__file__).parents[2] / "questionnaires" / ID, tmp_path / "readiness/_content" / ID
    )
    assert content_root() == tmp_path / "readiness" / "_content"
    assert load_by_id(ID).version == "2026.1"


def test_hash_moves_with_any_file_and_with_nothing_else(copy: Copy) -> None:
    first = load_questionnaire(copy.folder).sha256
    assert first == load_by_id(ID).sha256
    assert len(first) == 64
    (copy.folder / "notes.txt").write_text("not content", encoding="utf-8")
    assert load_questionnaire(copy.folder).sha256 == first
    copy.edit("hybrid.yaml", "Labels or units differ", "Labels and units differ")
    assert load_questionnaire(copy.folder).sha256 != first


def test_the_same_bytes_are_judged_once() -> None:
    assert load_by_id(ID) is load_by_id(ID)


def test_all_errors_come_at_once_in_the_order_of_the_files(copy: Copy) -> None:
    copy.edit("questionnaire.yaml", "weights: {P: 0.45,", "weights: {P: 0.55,")
    copy.edit("dimensions/OPM.yaml", "profile: G", "profile: Q")
    copy.edit("dimensions/OPM.yaml", "name: ", "nmae: ")
    copy.edit("metrics/heroics.yaml", "[4, 2, 0.8, 0.2]", "[4, 5, 0.8, 0.2]")
    with pytest.raises(ContentRefused) as refusal:
        load_questionnaire(copy.folder)
    found = [(p.file.partition("/")[2], p.message) for p in refusal.value.problems]
    assert found == [
        ("questionnaire.yaml", "the weights add up to 1.1"),
        ("dimensions/OPM.yaml", "'name' is missing"),
        ("dimensions/OPM.yaml", "unknown key 'nmae'"),
        ("dimensions/OPM.yaml", "there is no target profile 'Q'"),
        ("metrics/heroics.yaml", "cut points of H1 rise from 4 to 5"),
    ]
    rows = [p.row or 0 for p in refusal.value.problems if "OPM" in p.file]
    assert rows == sorted(rows)
    assert check(copy.folder) == list(refusal.value.problems)
    first = f"{ID}/questionnaire.yaml:{refusal.value.problems[0].row}: the weights add up to 1.1. "
    assert str(refusal.value).startswith(first + "Change them until they add up to 1\n")


@pytest.mark.parametrize("name", ["questionnaire.yaml", "references.yaml", "drills.yaml"])
def test_a_missing_file(copy: Copy, name: str) -> None:
    (copy.folder / name).unlink()
    assert f"{ID}/{name}: the file is missing. Write it, or put it back" in map(
        str, check(copy.folder)
    )


def test_a_missing_dimension(copy: Copy) -> None:
    (copy.folder / "dimensions" / "DIG.yaml").unlink()
    messages = [p.message for p in copy.problems()]
    assert "DIG has no file" in messages
    assert "there is no capability 'DIG-5'" in messages


def test_an_empty_folder(tmp_path: Path) -> None:
    assert len(check(tmp_path)) == len(SINGLE)


def test_intake_and_scan_are_checked_too(copy: Copy) -> None:
    copy.edit("scan.yaml", "version: 2", "version: one")
    [problem] = check(copy.folder)
    assert problem.file == f"{ID}/scan.yaml"
    assert problem.row == copy.line("scan.yaml", "version: one")


def test_no_stays_text(copy: Copy) -> None:
    copy.edit("hybrid.yaml", 'name: "Data as scans"', "name: No")
    flags = load_questionnaire(copy.folder).hybrid.flags
    assert next(f.name for f in flags if f.id == "F4") == "No"


def test_cold_start() -> None:
    code = (
        "import time; start = time.perf_counter(); "
        f"from readiness.content import load_by_id; load_by_id({ID!r}); "
        "import sys; sys.stdout.write(str(time.perf_counter() - start))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert float(done.stdout) < COLD_SECONDS


def test_check_all(copy: Copy) -> None:
    problems, names = check_all()
    assert not problems
    assert ID in names
    assert check_all(copy.folder) == ([], [ID])
    assert check_all(copy.folder.parent) == ([], [ID])
    copy.edit("hybrid.yaml", "flags:", "flag:")
    problems, names = check_all(copy.folder.parent)
    assert names == [ID]
    assert {p.file for p in problems} == {f"{ID}/hybrid.yaml"}
    [problem] = check_all(copy.folder / "metrics")[0]
    assert problem.message == "there is no questionnaire here"
