"""The container: bombs, lies, broken and encrypted ones."""

import io
import struct
import zipfile
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.domain.columns import IntakeErrors
from readiness.domain.errors import InputRefused
from readiness.files.archive import Archive, BrokenArchive, open_archive
from readiness.files.limits import MB, Limits
from tests.files.making import archive


def opened(data: bytes, **limits: int) -> Archive:
    return open_archive("a.xlsx", data, Limits(**limits), IntakeErrors())


def code(data: bytes, **limits: int) -> str:
    with pytest.raises(InputRefused) as refused:
        opened(data, **limits)
    return refused.value.problems[0].code


@given(st.dictionaries(st.sampled_from("abcd"), st.binary(max_size=2000), max_size=4))
def test_parts_come_out_as_they_went_in(parts: dict[str, bytes]) -> None:
    found = opened(archive(parts))
    assert {name: found.read(name) for name in found.parts} == parts


def test_stored_parts_are_read_as_well() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as new:
        new.writestr("a", b"x" * 600_000)
    assert opened(buffer.getvalue()).read("a") == b"x" * 600_000


def test_too_much_inside_is_refused_before_it_is_unpacked() -> None:
    assert code(archive({"a": bytes(3 * MB)}), max_unpacked_mb=2) == "unpacks_too_large"


def test_a_part_that_grows_out_of_proportion_is_refused() -> None:
    data = archive({"a": bytes(11 * MB)})
    assert code(data) == "unpacks_too_large"
    assert opened(data, ratio_from_mb=20).parts.keys() == {"a"}


def test_a_part_that_says_less_than_it_holds_is_found_out() -> None:
    data = bytearray(archive({"a": bytes(5000)}))
    at = data.rindex(b"PK\x01\x02")
    # The directory now says 10 bytes, with the check sum that fits them.
    data[at + 16 : at + 20] = struct.pack("<I", zlib.crc32(bytes(10)))
    data[at + 24 : at + 28] = struct.pack("<I", 10)
    found = opened(bytes(data))
    with pytest.raises(BrokenArchive):
        found.read("a")


def test_an_encrypted_part_is_told_from_a_broken_one() -> None:
    data = bytearray(archive({"a": b"x"}))
    at = data.rindex(b"PK\x01\x02")
    data[at + 8] |= 1
    assert code(bytes(data)) == "encrypted"
    assert code(b"PK\x03\x04 and nothing more") == "broken_archive"


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name_are_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as new:
        new.writestr("a", "one")
        new.writestr("a", "two")
    assert code(buffer.getvalue()) == "broken_archive"


def test_an_unknown_way_of_packing_is_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_BZIP2) as new:
        new.writestr("a", "one")
    assert code(buffer.getvalue()) == "broken_archive"


def test_a_part_without_a_name_is_broken() -> None:
    data = bytearray(archive({"N": b"x"}))
    data[data.rindex(b"N")] = 0
    assert code(bytes(data)) == "broken_archive"
