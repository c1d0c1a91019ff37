"""An opened file hands out its sheets by name, each read once."""

import pytest

from readiness.files.opening import open_upload
from tests.files.making import xlsx


def test_a_sheet_is_read_once_and_found_by_name() -> None:
    opened = open_upload("a.xlsx", xlsx({"One": [["x"]], "Two": [["y", 2]]}))
    assert opened.sheet().info.name == "One"
    assert opened.sheet("Two").rows == [["y", 2.0]]
    assert opened.sheet("Two") is opened.sheet("Two")


def test_an_unknown_sheet_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        open_upload("a.xlsx", xlsx({"One": [["x"]]})).sheet("Three")


def test_cells_and_bytes_stay_out_of_what_is_printed() -> None:
    opened = open_upload("a.csv", b"name;x\nIna Adler;1\n")
    opened.sheet()
    assert "Adler" not in repr(opened)
