"""The map of a workbook: every address a mark, every mark an address, no content."""

import pytest

from readiness.domain.scan import CellFinding, MapBlock, SheetScan
from readiness.report.scan_figure import in_words, letters, place, placed, scan_map, sign_of

SHEET = SheetScan(
    name="Plan",
    rows=30,
    columns=5,
    blocks=(MapBlock(kind="formula", first_row=2, first_column=3, last_row=30, last_column=4),),
)
FOUND = (
    CellFinding(kind="overwritten", sheet="Plan", address="C12", text="typed"),
    CellFinding(kind="overwritten", sheet="Plan", address="C14:C16", text="typed", count=3),
    CellFinding(kind="error_cell", sheet="Plan", address="AA3", text="error"),
    CellFinding(kind="hidden_sheet", sheet="Plan", text="hidden"),
    CellFinding(kind="identifiable", sheet="Key", address="A1", text="name"),
)


@pytest.mark.parametrize(
    ("address", "expected"),
    [("A1", (1, 1, 1, 1)), ("C14:C16", (14, 3, 16, 3)), ("AA3", (3, 27, 3, 27))],
)
def test_addresses_are_places(address: str, expected: tuple[int, ...]) -> None:
    assert place(address) == expected


def test_letters_and_places_agree() -> None:
    assert [letters(n) for n in (1, 26, 27, 703)] == ["A", "Z", "AA", "AAA"]
    assert all(place(f"{letters(n)}1")[1] == n for n in range(1, 800))


def test_what_is_no_address_is_refused() -> None:
    with pytest.raises(ValueError, match="no address"):
        place("Sheet!")


def test_marks_and_addresses_are_the_same() -> None:
    figure = scan_map(SHEET, FOUND)
    marks = {text.partition(":")[0] for trace in figure.data for text in trace.hovertext}
    shown = {(f.address or "").partition(":")[0] for f in placed(FOUND, "Plan")}
    assert marks == shown == {"C12", "C14", "AA3"}
    assert sum(len(trace.x) for trace in figure.data) == len(placed(FOUND, "Plan"))


def test_signs_differ_by_symbol_not_by_colour_alone() -> None:
    kinds = ("overwritten", "error_cell", "identifiable", "double_booking", "text_date", "else")
    assert len({sign_of(kind).symbol for kind in kinds}) == len(kinds)


def test_the_map_is_told_in_a_sentence() -> None:
    said = in_words(FOUND, "Plan")
    assert "formula overwritten by a value: 4" in said
    assert "No sign" in in_words(FOUND, "Other")


def test_a_clean_sheet_has_a_map_without_marks() -> None:
    assert len(scan_map(SheetScan(name="Empty"), ()).data) == 0
