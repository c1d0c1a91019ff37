"""A sheet as columns of distinct cells."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from readiness.evidence.grid import Grid, unique_headings
from tests.evidence.making import as_csv, grid


def test_headings_are_told_apart_and_empty_ones_get_their_letter() -> None:
    assert unique_headings(["Date", "", "Date ", "No\n.", "x"]) == [
        "Date",
        "Column B",
        "Date (2)",
        "No .",
        "x",
    ]


def test_a_heading_that_identifies_somebody_gives_way_to_its_letter() -> None:
    assert unique_headings(["ina.adler@clinic.example.org"]) == ["Column A"]


def test_rows_keep_the_numbers_of_the_file() -> None:
    found = grid([["title"], [], ["id", "batch"], ["D1", "P1"], ["D2"]], header_row=3)
    assert len(found) == 2
    assert found.row_number(0) == 4
    assert [list(column) for column in found.columns] == [["D1", "D2"], ["P1", ""]]


def test_columns_that_hold_nothing_are_left_out_and_places_stay() -> None:
    found = grid([["id", "", "batch"], ["D1", "", "P1"]])
    assert found.headings == ["id", "batch"]
    assert found.places == [0, 2]


def test_distinct_cells_in_order_of_appearance_with_counts() -> None:
    found = grid([["id"], ["b"], ["a"], ["b"], [" "]]).distinct(0)
    assert found.values == ["b", "a", " "]
    assert found.blank.tolist() == [False, False, True]
    assert found.counts(np.array([True, True, True, False])).tolist() == [2, 1, 0]


def test_looking_and_reading_share_one_grid() -> None:
    sheet = as_csv([["id"], ["a"]]).sheet()
    assert Grid.below(sheet, 1) is Grid.below(sheet, 1)
    assert Grid.below(sheet, 2) is not Grid.below(sheet, 1)


@given(st.lists(st.lists(st.sampled_from(["", "a", "b", " "]), min_size=3, max_size=3), max_size=8))
def test_filled_counts_every_cell_once(rows: list[list[str]]) -> None:
    found = grid([["x", "y", "z"], *rows])
    assert found.filled().tolist() == [sum(bool(c.strip()) for c in row) for row in rows]


def test_headings_of_two_lines_are_joined_and_merged_ones_filled_to_the_right() -> None:
    rows = [
        ["Record No.", "Date", "", "", "", "Severity", ""],
        ["", "occurred", "discovered", "closed", "", "", "remark"],
        ["D1", "2026-01-01", "2026-01-02", "2026-01-03", "x", "Minor", "y"],
    ]
    found = Grid.below(as_csv(rows).sheet(), 2, 2)
    assert found.headings == [
        "Record No.", "Date occurred", "Date discovered", "Date closed", "Column E", "Severity",
        "remark",
    ]  # fmt: skip
    assert found.short[1:4] == ["occurred", "discovered", "closed"]
    assert (len(found), found.row_number(0)) == (1, 3)
