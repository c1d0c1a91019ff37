"""Which files are one workbook, which is in use, and what trace they keep."""

from datetime import date
from fractions import Fraction

from readiness.domain.scan import CellFinding, WorkbookScan
from readiness.metrics.workbooks import (
    cells,
    distinct,
    families,
    is_live,
    newest,
    trace,
    whole_files,
)

SHARE = Fraction(7, 10)


def scan(file: str, **more: object) -> WorkbookScan:
    """A scan of a file, its name as its hash."""
    return WorkbookScan.model_validate({"file": file, "sha256": file, **more})


def names(groups: list[list[WorkbookScan]]) -> list[list[str]]:
    return [[member.file for member in group] for group in groups]


def test_the_same_stem_is_one_family() -> None:
    scans = [scan("b v2.xlsx", stem="b"), scan("a.xlsx", stem="a"), scan("b.xlsx", stem="b")]
    assert names(families(scans, SHARE)) == [["a.xlsx"], ["b v2.xlsx", "b.xlsx"]]


def test_seven_of_ten_sheet_names_are_one_family() -> None:
    # in both over in either: 7 of 10 against 6 of 10
    ten = tuple("abcdefghij")
    scans = [scan("1", sheet_names=ten), scan("2", sheet_names=ten[:7])]
    assert len(families(scans, SHARE)) == 1
    scans = [scan("1", sheet_names=ten), scan("2", sheet_names=ten[:6])]
    assert len(families(scans, SHARE)) == 2


def test_likeness_passes_through_a_member_in_between() -> None:
    scans = [
        scan("1", sheet_names=tuple("abcdefgh")),
        scan("2", sheet_names=tuple("defghijk")),
        scan("3", sheet_names=tuple("abcdefghijk")),
    ]
    # 1 and 2 share 5 of 11; 3 shares 8 of 11 with each
    assert len(families(scans, SHARE)) == 1
    assert names(families(scans[::-1], SHARE)) == [["1", "2", "3"]]


def test_without_a_share_names_alone_decide() -> None:
    sheets = ("a", "b")
    scans = [scan("1", sheet_names=sheets, stem="x"), scan("2", sheet_names=sheets, stem="y")]
    assert len(families(scans, None)) == 2
    assert len(families([scan("1"), scan("2")], SHARE)) == 2


def test_each_file_counts_once() -> None:
    assert len(distinct([scan("1"), scan("1"), scan("2")])) == 2
    assert [row.file for row in whole_files([scan("2"), scan("1"), scan("1")])] == ["1", "2"]


def test_live_means_saved_within_the_days() -> None:
    as_of = date(2026, 6, 30)
    # 90 days before 30 June is 1 April
    assert is_live(scan("1", modified=date(2026, 4, 1)), as_of, 90)
    assert not is_live(scan("1", modified=date(2026, 3, 31)), as_of, 90)
    assert is_live(scan("1"), as_of, 90)


def test_the_newest_was_saved_last() -> None:
    family = [scan("b", modified=date(2026, 1, 1)), scan("a", modified=date(2026, 2, 1)), scan("c")]
    assert newest(family).file == "a"


def test_traces() -> None:
    dated = scan("plan 2026-01-05", name_has_date=True, modified=date(2026, 1, 5))
    bare = scan("plan final", name_has_version=True)
    listed = scan("plan", change_rows=3, modified=date(2026, 2, 1))
    assert trace([bare]) == 1
    assert trace([dated]) == 2
    assert trace([dated, bare]) == 1
    assert trace([dated, bare, listed]) == 3


def test_cells_become_places() -> None:
    signs = (
        CellFinding(kind="overwritten", sheet="Slots", address="C12:C14"),
        CellFinding(kind="overwritten", sheet="Slots", address="B7"),
        CellFinding(kind="overwritten"),
        CellFinding(kind="error_cell", sheet="Slots", address="A1"),
    )
    places = cells([scan("1", findings=signs)], "overwritten")
    assert [(place.sheet, place.row, place.key) for place in places] == [
        (None, 1, ""),
        ("Slots", 7, "B7"),
        ("Slots", 12, "C12:C14"),
    ]
