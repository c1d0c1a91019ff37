"""One record in several files counts once, the newer file wins, and what was found is said."""

from collections.abc import Sequence
from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.domain.evidence import EvidenceFile, TableKind
from readiness.evidence.overlaps import Part, without_overlaps
from tests.evidence.making import content

LIMITS = content().thresholds


def part(
    name: str,
    rows: Sequence[tuple[str | None, str, str | None]],
    last: str,
    kind: TableKind = "deviations",
    columns: tuple[str, str, str] = ("id", "discovered", "cause"),
) -> Part:
    """A file of three columns, the second one of dates; its rows begin at 2."""
    table = pd.DataFrame(rows, columns=list(columns), dtype=object)
    table[columns[1]] = pd.to_datetime(table[columns[1]])
    table["_file"], table["_sheet"] = name, None
    table["_row"] = range(2, 2 + len(rows))
    file = EvidenceFile(
        name=name, sha256="0" * 64, kind=kind, rows=len(rows), last=date.fromisoformat(last)
    )
    return file, table


OLD = part(
    "Q1.csv",
    [("D1", "2026-01-01", "equipment"), ("D2", "2026-02-01", None), ("D3", "2026-03-01", "label")],
    "2026-03-01",
)
NEW = part(
    "Q2.csv",
    [("D2", "2026-02-01", "supplier"), ("D3", "2026-03-01", "label"), ("D4", "2026-05-01", None)],
    "2026-05-01",
)


@pytest.mark.parametrize("parts", [(OLD, NEW), (NEW, OLD)])
def test_the_newer_file_counts_in_whatever_order_they_came(parts: tuple[Part, Part]) -> None:
    tables, [overlap] = without_overlaps(parts, LIMITS)
    left = {frame["_file"].iloc[0]: frame["id"].tolist() for _, frame in tables}
    assert left == {"Q1.csv": ["D1"], "Q2.csv": ["D2", "D3", "D4"]}
    # D2 had no cause in the first quarter; the newer file knows it.
    assert (overlap.file, overlap.newer) == ("Q1.csv", "Q2.csv")
    assert [(r.key, r.row, r.note) for r in overlap.agree] == [
        ("D3", 4, "counted in Q2.csv, row 3")
    ]
    assert [(r.key, r.row, r.note) for r in overlap.differ] == [
        ("D2", 3, "counted in Q2.csv, row 2; differs in cause")
    ]
    assert overlap.text == (
        "2 records of Q1.csv are also in Q2.csv, counted once: 1 agree, 1 differ; "
        "where they differ the newer file counts"
    )


def test_what_the_newer_file_has_no_column_for_is_kept_from_the_older_one() -> None:
    file, table = NEW
    tables, [overlap] = without_overlaps([OLD, (file, table.drop(columns="cause"))], LIMITS)
    newer = tables[1][1]
    assert newer["cause"].tolist() == [None, "label", None]
    assert (len(overlap.agree), len(overlap.differ)) == (2, 0)


def test_of_files_that_reach_equally_far_the_later_one_counts() -> None:
    again = part("Q1 again.csv", [("D1", "2026-01-01", "label")], "2026-03-01")
    _, [overlap] = without_overlaps([OLD, again], LIMITS)
    assert (overlap.file, overlap.newer) == ("Q1.csv", "Q1 again.csv")


def test_three_files_count_a_record_in_the_newest() -> None:
    third = part("Q3.csv", [("D2", "2026-02-01", "supplier")], "2026-08-01")
    tables, overlaps = without_overlaps([OLD, NEW, third], LIMITS)
    ids = [id for _, frame in tables for id in frame["id"]]
    assert sorted(ids) == ["D1", "D2", "D3", "D4"]
    assert {(o.file, o.newer) for o in overlaps} == {
        ("Q2.csv", "Q3.csv"),
        ("Q1.csv", "Q3.csv"),
        ("Q1.csv", "Q2.csv"),
    }


def test_other_kinds_and_rows_without_a_number_are_no_overlap() -> None:
    blank = part("a.csv", [(None, "2026-01-01", None)], "2026-01-01")
    other = part("b.csv", [(None, "2026-01-01", None)], "2026-01-02")
    tables, overlaps = without_overlaps(
        [blank, other, (OLD[0].model_copy(update={"kind": "workarounds"}), OLD[1])], LIMITS
    )
    assert overlaps == []
    assert [len(frame) for _, frame in tables] == [1, 1, 3]


def test_two_logs_that_number_alike_are_pointed_out() -> None:
    ids = [f"DEV-{n}" for n in range(5)]
    north = part("north.csv", [(id, "2026-01-01", "label") for id in ids], "2026-01-01")
    south = part("south.csv", [(id, "2026-02-01", "equipment") for id in ids], "2026-02-01")
    _, [overlap] = without_overlaps([north, south], LIMITS)
    assert "None agrees: if these are two logs that number alike" in overlap.text
    later = LIMITS.model_copy(update={"other_numbering": 6})
    assert "None agrees" not in without_overlaps([north, south], later)[1][0].text


def test_rows_without_record_numbers_are_reported_and_stay() -> None:
    columns = ("person", "at", "kind")
    rows: Sequence[tuple[str | None, str, str | None]] = [("P01", "2026-01-01", "call_out")]
    one = part("a.csv", rows, "2026-01-01", "interventions", columns)
    two = part("b.csv", rows, "2026-01-01", "interventions", columns)
    tables, [overlap] = without_overlaps([one, two], LIMITS)
    assert [len(frame) for _, frame in tables] == [1, 1]
    assert not overlap.numbered
    assert "counted in both" in overlap.text
    # Three columns and a date among them are enough; where the content asks for four they are not.
    more = LIMITS.model_copy(update={"same_columns": 4})
    assert without_overlaps([one, two], more)[1] == []


@given(st.lists(st.sets(st.integers(0, 9), min_size=1), min_size=1, max_size=4))
def test_every_record_stands_in_one_file_afterwards(files: list[set[int]]) -> None:
    parts = [
        part(f"{n}.csv", [(f"D{i}", "2026-01-01", None) for i in sorted(ids)], "2026-01-01")
        for n, ids in enumerate(files)
    ]
    tables, overlaps = without_overlaps(parts, LIMITS)
    left = [id for _, frame in tables for id in frame["id"]]
    assert sorted(left) == sorted({f"D{i}" for ids in files for i in ids})
    # Nothing is lost without being said.
    said = sum(len(o.agree) + len(o.differ) for o in overlaps)
    assert len(left) + said == sum(map(len, files))
