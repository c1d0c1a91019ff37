"""Tables made ready: order, voided rows, records that fill several rows."""

import pandas as pd
import pytest

from readiness.domain.evidence import Exclusion
from readiness.metrics.tables import codes, counts_by_batch, is_blank, is_true, prepared
from tests.metrics.made import batches, deviations, table


def test_rows_stand_in_the_order_of_their_places() -> None:
    one, two = table("id began\nW1 -\nW2 -", "b.xlsx"), table("id began\nW3 -", "a.xlsx", None)
    mixed = pd.concat([one.iloc[[1]], two, one.iloc[[0]]])
    ready, _ = prepared({"workarounds": mixed})
    assert ready["workarounds"].frame["id"].tolist() == ["W3", "W1", "W2"]
    places = [(ref.file, ref.sheet, ref.row, ref.key) for ref in ready["workarounds"].refs]
    assert places == [
        ("a.xlsx", None, 2, "W3"),
        ("b.xlsx", "Log", 2, "W1"),
        ("b.xlsx", "Log", 3, "W2"),
    ]


def test_child_rows_become_one_record_with_all_batches() -> None:
    log = deviations(
        """
        id  discovered  batch
        D1  2026-01-01  B1
        D1  2026-01-01  B2,B1
        D2  2026-01-02  -
        -   2026-01-02  B3
        -   2026-01-02  B4
        """
    )
    ready, exclusions = prepared({"deviations": log})
    assert ready["deviations"].frame["batch"].tolist() == [("B1", "B2"), (), ("B3",), ("B4",)]
    assert exclusions == [
        Exclusion(file="log.xlsx", sheet="Log", reason="the same record again", rows=1)
    ]


def test_voided_records_are_left_out_and_counted() -> None:
    log = table("id discovered status\nD1 2026-01-01 voided\nD2 2026-01-01 voided\nD3 - closed")
    ready, exclusions = prepared({"deviations": log})
    assert ready["deviations"].frame["id"].tolist() == ["D3"]
    assert [(exclusion.reason, exclusion.rows) for exclusion in exclusions] == [("voided", 2)]


def test_the_tables_handed_in_stay_as_they_are() -> None:
    log = deviations("id discovered batch\nD1 2026-01-01 B1\nD1 2026-01-01 B2")
    before = log.copy()
    prepared({"deviations": log})
    pd.testing.assert_frame_equal(log, before)


def test_kinds_without_rows_of_their_own_are_not_counted() -> None:
    ready, _ = prepared({"workbook": table("file\na.xlsx")})
    assert ready == {}


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (("B1", "B2"), ("B1", "B2")),
        (["B1", None], ("B1",)),
        ("B1", ("B1",)),
        (None, ()),
        (float("nan"), ()),
        ("", ()),
    ],
)
def test_batch_codes_of_a_cell(cell: object, expected: tuple[str, ...]) -> None:
    assert codes(cell) == expected


@pytest.mark.parametrize("cell", [None, float("nan"), pd.NaT, pd.NA, ""])
def test_blank_cells(cell: object) -> None:
    assert is_blank(cell)


@pytest.mark.parametrize("cell", [0, False, "0", ()])
def test_cells_that_say_something(cell: object) -> None:
    assert not is_blank(cell)


def test_yes_or_no_columns_come_in_several_types() -> None:
    for column in (
        pd.Series([True, False, None], dtype=object),
        pd.Series([True, False, None], dtype="boolean"),
    ):
        assert is_true(column).tolist() == [True, False, False]


def test_events_by_batch() -> None:
    log = deviations("id batch\nD1 B1\nD2 B1,B3\nD3 B9\nD4 -")
    assert counts_by_batch(log, batches(3)) == [2, 0, 1]
    assert counts_by_batch(log.iloc[3:], batches(3)) is None
    assert counts_by_batch(log.drop(columns="batch"), batches(3)) is None
