"""Counts over the parts of a family of versions."""

from readiness.domain.versions import CellChanges, SavedVersion, VersionStep, WorkbookFamily


def test_a_step_counts_the_cells_of_all_its_lines() -> None:
    lines = tuple(
        CellChanges(sheet="Plan", column=column, kind="changed", count=count)
        for column, count in (("A", 2), ("B", 5))
    )
    assert VersionStep(before="1", after="2", changes=lines).cells == 7


def test_editors_are_named_once_and_only_where_known() -> None:
    codes = ("E02", "", "E01", "E02")
    versions = tuple(SavedVersion(file=str(n), sha256="", editor=c) for n, c in enumerate(codes))
    assert WorkbookFamily(name="plan", versions=versions).editors == ("E01", "E02")
