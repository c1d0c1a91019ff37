"""The map of a workbook: every address a mark, every mark an address, no content."""

import plotly.graph_objects as go
import pytest

from readiness.domain.addresses import column_letters
from readiness.domain.scan import CellFinding, MapBlock, SheetScan
from readiness.report.scan_figure import in_words, place, placed, scan_map

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
    assert all(place(f"{column_letters(n)}1")[1] == n for n in range(1, 800))


def test_what_is_no_address_is_refused() -> None:
    with pytest.raises(ValueError, match="no address"):
        place("Sheet!")


def marks_of(figure: go.Figure) -> list[tuple[float, float, str]]:
    """Column, row and address of each mark; the ends of lines say nothing."""
    return [
        (x, y, text.partition(":")[0])
        for trace in figure.data
        for x, y, text in zip(trace.x, trace.y, trace.hovertext, strict=True)
        if text
    ]


def test_marks_and_addresses_are_the_same() -> None:
    marks = marks_of(scan_map(SHEET, FOUND))
    shown = {(f.address or "").partition(":")[0] for f in placed(FOUND, "Plan")}
    assert {address for _, _, address in marks} == shown == {"C12", "C14", "AA3"}
    assert len(marks) == len(placed(FOUND, "Plan"))


def test_a_range_is_a_line_with_its_mark_in_the_middle() -> None:
    (trace,) = scan_map(SHEET, FOUND[1:2]).data
    assert trace.mode == "lines+markers"
    assert list(trace.x) == [3, 3, 3, None]
    assert list(trace.y) == [14, 15, 16, None]
    assert list(trace.marker.size) == [0, 11, 0, 0]


def test_signs_of_one_cell_stand_side_by_side() -> None:
    kinds = ("error_cell", "other_pattern", "identifiable")
    found = [CellFinding(kind=kind, sheet="Plan", address="C5", text="") for kind in kinds]
    places = [x for x, _, _ in marks_of(scan_map(SHEET, found))]
    assert sorted(places) == pytest.approx([3 - 0.8 / 3, 3, 3 + 0.8 / 3])


def test_long_sheets_can_be_drawn_closer_and_short_ones_stand_still() -> None:
    assert scan_map(SHEET, FOUND).layout.yaxis.fixedrange
    assert not scan_map(SHEET.model_copy(update={"rows": 300}), FOUND).layout.yaxis.fixedrange


def test_blocks_are_named_on_the_map() -> None:
    (said,) = [note.text for note in scan_map(SHEET, FOUND).layout.annotations]
    assert said == "formulas"


def test_the_map_is_told_in_a_sentence() -> None:
    said = in_words(FOUND, "Plan")
    assert "formula overwritten by a value: 4" in said
    assert "No sign" in in_words(FOUND, "Other")


def test_a_clean_sheet_has_a_map_without_marks() -> None:
    assert len(scan_map(SheetScan(name="Empty"), ()).data) == 0
