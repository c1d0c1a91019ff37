"""The door: type by content, size, encryption, and that nothing hostile gets further."""

import hashlib
import random
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readiness.domain.errors import InputRefused
from readiness.files.limits import Limits
from readiness.files.opening import open_upload
from tests.files.making import archive, ole, xlsx

CSV = b"Record No.,Batch\nD1,P1\n"
BOOK = xlsx({"Log": [["Record No.", "Batch"], ["D1", "P1"]]})


def code(data: bytes | Path, limits: Limits | None = None) -> str:
    with pytest.raises(InputRefused) as refused:
        open_upload("log.xlsx", data, limits)
    return refused.value.problems[0].code


def test_the_type_is_that_of_the_content() -> None:
    assert open_upload("log.xlsx", CSV).type == "csv"
    assert open_upload("log.csv", BOOK).type == "xlsx"
    assert open_upload("log.txt", CSV.replace(b",", b"\t")).type == "tsv"


def test_the_hash_is_that_of_the_bytes_and_the_name_has_no_folder() -> None:
    opened = open_upload("C:\\logs\\log.csv", CSV)
    assert opened.sha256 == hashlib.sha256(CSV).hexdigest()
    assert opened.name == "log.csv"


def test_a_large_file_is_refused_by_its_size_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "log.xlsx"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    assert code(path) == "too_large"
    assert code(CSV * 100_000, Limits(max_file_mb=1)) == "too_large"


def test_a_path_is_read_like_bytes(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_bytes(CSV)
    assert open_upload("log.csv", path).sheet().rows == open_upload("log.csv", CSV).sheet().rows


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "empty_file"),
        (b"%PDF-1.7 and more", "wrong_type"),
        (b"\x89PNG\r\n", "wrong_type"),
        (b"<html><table><tr><td>1</td></tr></table>", "web_page"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><Workbook/>", "web_page"),
        (archive({"a.txt": b"x"}), "wrong_type"),
        (archive({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}), "wrong_type"),
        (archive({"[Content_Types].xml": b"<x/>", "xl/workbook.bin": b"x"}), "broken_workbook"),
        (
            archive(
                {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"}
            ),
            "wrong_type",
        ),
        (b"\x09\x04\x06\x00\x00\x00\x10\x00", "old_format"),
        (ole("Workbook"), "broken_workbook"),
        (ole("Workbook")[:300], "broken_workbook"),
        (ole("EncryptedPackage"), "encrypted"),
        (ole("WordDocument"), "wrong_type"),
        (ole("Nothing"), "broken_workbook"),
        (BOOK[: len(BOOK) // 2], "broken_archive"),
    ],
)
def test_what_is_refused(data: bytes, expected: str) -> None:
    assert code(data) == expected


def attempt(data: bytes) -> None:
    """Anything may be refused; nothing else may happen."""
    with suppress(InputRefused):
        opened = open_upload("log.xlsx", data)
        for info in opened.sheets:
            opened.sheet(info.name)


@given(st.binary(max_size=3000))
@settings(max_examples=200)
def test_random_bytes_never_crash(data: bytes) -> None:
    attempt(data)
    attempt(b"PK\x03\x04" + data)
    attempt(ole("") + data)


@given(st.integers(0, 10_000), st.integers(1, 20))
@settings(max_examples=150)
def test_a_damaged_workbook_never_crashes(seed: int, count: int) -> None:
    rng, data = random.Random(seed), bytearray(BOOK)
    for _ in range(count):
        data[rng.randrange(len(data))] = rng.randrange(256)
    attempt(bytes(data))
    attempt(bytes(data[: rng.randrange(len(data))]))
