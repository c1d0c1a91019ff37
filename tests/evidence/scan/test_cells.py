"""Addresses, areas and the second count."""

from readiness.evidence.scan.cells import SheetCells, address, area, count_stored


def test_areas_and_addresses() -> None:
    assert area("B2:D9") == (2, 2, 9, 4)
    assert area("$AA$10") == (10, 27, 10, 27)
    assert area("Sheet!A1") is None
    assert address(4, 13) == "M4"
    assert address(4, 13, 90) == "M4:M90"
    assert address(4, 13, 4) == "M4"


def test_stored_cells_are_counted_in_the_bytes() -> None:
    assert (
        count_stored(b'<row><c r="A1"/><c><v>1</v></c><x:c r="B1">\n</x:c><cols/><col/></row>') == 3
    )


def test_texts_typed_or_shown() -> None:
    sheet = SheetCells(formula_texts={(2, 1): 7})
    assert sheet.text_number(1, 1, -4) == 3
    assert sheet.text_number(2, 1, 16) == 7
    assert sheet.text_number(3, 1, 16) is None
    assert sheet.text_number(4, 1, 1) is None
