"""Coded tables as bytes and back, and below each other."""

import math
from datetime import datetime

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.evidence.storing import from_bytes, joined, storable, to_bytes
from tests.evidence.making import as_xlsx, deviation, deviations, intake

stamps = st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1)) | st.none()
numbers = st.floats(allow_nan=False, allow_infinity=False) | st.none()
texts = st.text(max_size=8) | st.none() | st.booleans()
batches = st.lists(st.text(max_size=4), min_size=1, max_size=3).map(tuple) | st.none()
rows = st.lists(st.tuples(stamps, numbers, texts, batches, st.integers(1, 10**6)), max_size=8)


def table(values: list[tuple[object, ...]]) -> pd.DataFrame:
    when, number, text, batch, row = zip(*values, strict=True) if values else ([],) * 5
    objects = [np.empty(len(values), dtype=object) for _ in range(2)]
    objects[0][:], objects[1][:] = list(text), list(batch)
    return pd.DataFrame(
        {
            "when": pd.Series(list(when), dtype="datetime64[us]"),
            "number": pd.Series([math.nan if n is None else n for n in number], dtype="float64"),
            "text": pd.Series(objects[0], dtype=object),
            "batch": pd.Series(objects[1], dtype=object),
            "_row": pd.Series(list(row), dtype="int64"),
        }
    )


@given(rows)
def test_round_trip(values: list[tuple[object, ...]]) -> None:
    before = table(values)
    after = from_bytes(to_bytes(before))
    pd.testing.assert_frame_equal(before, after)
    assert to_bytes(after) == to_bytes(before)


def test_free_text_is_not_storable() -> None:
    rows = deviations(deviation(1))
    found = intake(as_xlsx([[*rows[0], "Short Description"], [*rows[1], "Bag leaked"]])).table
    assert found["description"].tolist() == ["Bag leaked"]
    assert "description" not in storable(found)
    assert "description" in found


def test_what_is_no_stored_table_is_refused() -> None:
    with pytest.raises(ValueError, match="no stored table"):
        from_bytes(b"x")


def test_tables_of_a_kind_stand_below_each_other() -> None:
    one = table([(datetime(2026, 1, 1), 1.0, "a", ("P1",), 2)])
    two = table([(None, None, "b", None, 7)]).drop(columns=["when", "number", "batch"])
    two = two.assign(more=pd.Series([True], dtype=object))
    found = joined([("deviations", one), ("batches", one), ("deviations", two)])
    assert list(found) == ["deviations", "batches"]
    below = found["deviations"]
    assert list(below) == ["when", "number", "text", "batch", "more", "_row"]
    assert below["when"].dtype == one["when"].dtype
    assert below["when"].isna().tolist() == [False, True]
    assert below["number"].dtype == float
    assert below["batch"].tolist() == [("P1",), None]
    assert below["more"].tolist() == [None, True]
    assert below["_row"].tolist() == [2, 7]


def test_a_column_of_dates_here_and_of_yes_or_no_there_holds_both() -> None:
    one = pd.DataFrame(
        {"returned": pd.Series([datetime(2026, 1, 1), None], dtype="datetime64[us]")}
    )
    two = pd.DataFrame({"returned": pd.Series([True, None], dtype=object)})
    found = joined([("reviews", one), ("reviews", two)])["reviews"]["returned"]
    assert found.tolist() == [pd.Timestamp(2026, 1, 1), None, True, None]
