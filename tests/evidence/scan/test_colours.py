"""Fills that say what no column says."""

from collections.abc import Callable

from tests.evidence.scan.sheets import findings

GREEN, RED = "#92D050", "#FF0000"


def plan(colour: Callable[[int, int], str | None], status: Callable[[int], str] | None = None):
    """Ten rows of three columns, row 2 to 11; ``colour`` by row and column from 1."""

    def fill(book) -> None:
        sheet = book.add_worksheet("Plan")
        formats = {c: book.add_format({"bg_color": c}) for c in (GREEN, RED, "#FFFFFF")}
        sheet.write_row(0, 0, ["Slot", "Suite", "State"])
        for row in range(2, 12):
            texts = [f"S{row}", f"Suite {row % 3}", status(row) if status else row]
            for column, text in enumerate(texts, start=1):
                sheet.write(row - 1, column - 1, text, formats.get(colour(row, column) or ""))

    return fill


def test_filled_rows_are_told_as_one_each(scan) -> None:
    found = scan(plan(lambda row, _: {4: GREEN, 5: GREEN, 9: RED}.get(row)))
    assert findings(found, "colour_as_data") == [
        ("Plan", "A4:C4", 3),
        ("Plan", "A5:C5", 3),
        ("Plan", "A9:C9", 3),
    ]


def test_a_single_filled_cell_counts_and_an_empty_one_too(scan) -> None:
    found = scan(plan(lambda row, column: RED if (row, column) == (7, 2) else None))
    assert findings(found, "colour_as_data") == [("Plan", "B7", 1)]

    def with_blank(book) -> None:
        plan(lambda *_: None)(book)
        sheet = book.worksheets()[0]
        sheet.write_blank("B6", None, book.add_format({"bg_color": RED}))

    assert findings(scan(with_blank), "colour_as_data") == [("Plan", "B6", 1)]


def test_a_colour_that_follows_from_a_word_carries_nothing_alone(scan) -> None:
    def state(row: int) -> str:
        return "Booked" if row < 7 else "Free"

    found = scan(plan(lambda row, _: GREEN if row < 7 else RED, state))
    assert not findings(found, "colour_as_data")
    # One booked row in red: the word no longer decides it.
    found = scan(plan(lambda row, _: GREEN if row < 7 and row != 3 else RED, state))
    assert len(findings(found, "colour_as_data")) == 10


def test_stripes_whole_columns_and_white_are_decoration(scan) -> None:
    assert not findings(scan(plan(lambda row, _: GREEN if row % 2 else None)), "colour_as_data")
    whole = scan(plan(lambda _, column: GREEN if column == 2 else None))
    assert not findings(whole, "colour_as_data")
    white = scan(plan(lambda row, _: "#FFFFFF" if row in (4, 5) else None))
    assert not findings(white, "colour_as_data")
