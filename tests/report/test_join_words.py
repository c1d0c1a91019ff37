"""The join-rate test in words."""

from fractions import Fraction
from typing import Any

from readiness.domain.evidence import JoinTest, RowRef
from readiness.report.join_words import in_words, places

TEST: dict[str, Any] = {"batches": 12, "young": 0, "strays": 0, "linked": 9, "of": 12, "logs": ()}


def test_the_share_and_what_it_was_counted_from() -> None:
    whole = JoinTest(**TEST | {"share": Fraction(3, 4)})
    assert in_words(whole) == "9 of 12 batch numbers link across every log by one key: 75 %."
    astray = JoinTest(**TEST | {"strays": 3, "of": 15, "young": 2, "share": Fraction(9, 15)})
    assert in_words(astray) == (
        "9 of 15 batch numbers, 3 of them known to no register link across every log by one key: "
        "60 %. 2 more began too late to be tested."
    )


def test_why_there_is_none() -> None:
    part = JoinTest(**TEST | {"share": None, "reason": "not on file: Schedule"})
    assert in_words(part).endswith("on file. No share yet: not on file: Schedule.")
    none = JoinTest(**TEST | {"linked": None, "share": None, "reason": "not on file: Schedule"})
    assert in_words(none) == "No batch can be joined yet: not on file: Schedule."


def test_rows_are_found_again_by_file_and_sheet() -> None:
    rows = [
        RowRef(file="b.csv", row=3),
        RowRef(file="a.xlsx", sheet="Log", row=9),
        RowRef(file="a.xlsx", sheet="Log", row=4),
    ]
    assert places(rows) == "a.xlsx (Log): rows 4, 9; b.csv: row 3"
    assert places(rows, most=1) == "a.xlsx (Log): rows 4 and 1 more; b.csv: row 3"
    assert places([]) == ""
