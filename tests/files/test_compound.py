"""The old container: streams out of it and into it, and chains that never end."""

from struct import pack_into

import pytest

from readiness.files.compound import BrokenContainer, Compound, with_one_stream

ROOMY = bytes(range(256)) * 40_000


@pytest.mark.parametrize("content", [b"", b"x" * 4096, b"y" * 70_001, ROOMY])
def test_what_goes_in_comes_out(content: bytes) -> None:
    # The last content needs more than the 109 tables that the header names.
    found = Compound(with_one_stream("Workbook", content))
    assert found.names == {"Root Entry", "Workbook"}
    assert found.stream("Workbook") == content.ljust(4096, b"\0")


def test_a_stream_that_is_not_there() -> None:
    with pytest.raises(KeyError):
        Compound(with_one_stream("Workbook", b"")).stream("Book")


@pytest.mark.parametrize("chain", ["directory", "stream", "further tables"])
def test_a_chain_in_circles_ends(chain: str) -> None:
    data = bytearray(with_one_stream("Workbook", ROOMY if chain == "further tables" else b""))
    if chain == "further tables":
        first = int.from_bytes(data[68:72], "little")
        pack_into("<I", data, 512 * (first + 1) + 508, first)
    else:
        # One table in sector 0, the directory in 1, the stream from 2 on.
        place = {"directory": 1, "stream": 2}[chain]
        pack_into("<I", data, 512 + 4 * place, place)
    with pytest.raises(BrokenContainer):
        Compound(bytes(data)).stream("Workbook")


def test_damage_is_named() -> None:
    whole = with_one_stream("Workbook", b"")
    for data in (whole[:20], whole[:600], whole[:30] + b"\xff\xff" + whole[32:]):
        with pytest.raises(BrokenContainer):
            Compound(data).stream("Workbook")
