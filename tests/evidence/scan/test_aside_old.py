"""What an xls file holds beside its cells, record by record."""

from struct import pack

import pytest

from readiness.evidence.scan.aside_old import aside_old
from tests.files.making_old import record, xls


def flagged(text: str) -> bytes:
    return b"\1" + text.encode("utf-16-le")


def remark(row: int, column: int, number: int, text: str) -> tuple[bytes, bytes]:
    """The records of an object with its text, and of the note that names it."""
    thing = record(0x5D, pack("<HHHH", 0x15, 18, 0x19, number) + bytes(14))
    size = record(0x1B6, pack("<HHHHHHH", 0, 0, 0, 0, 0, len(text), 16) + bytes(4))
    return (
        thing + size + record(0x3C, flagged(text)) + record(0x3C, bytes(16)),
        record(0x1C, pack("<HHHH", row, column, 0, number) + pack("<HB", 3, 0) + b"Ann\0"),
    )


def test_notes_find_their_texts_and_texts_without_a_note_are_boxes() -> None:
    first, note = remark(4, 2, 7, "call Zeb")
    box, _ = remark(0, 0, 8, "drawn here")
    margin = record(0x14, pack("<H", 5) + flagged("&CZeb"))
    name = record(0x18, pack("<HBBHHHI", 0, 0, 5, 0, 0, 0, 0) + flagged("Zeb_Q"))
    found = aside_old(xls({"Plan": margin + first + box + note}, head=name))
    assert [(n.sheet, n.address, n.text) for n in found.notes] == [("Plan", "C5", "call Zeb")]
    assert {(o.place, o.text.strip(), o.sheet) for o in found.others} == {
        ("margin", "Zeb", "Plan"),
        ("drawing", "drawn here", "Plan"),
        ("defined_name", "Zeb_Q", None),
    }


def test_a_container_without_cells_is_no_workbook() -> None:
    with pytest.raises(KeyError):
        aside_old(xls({}).replace("Workbook".encode("utf-16-le"), "Whatbook".encode("utf-16-le")))
