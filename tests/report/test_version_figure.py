"""The versions drawn in time: one point a version, counts and codes, and the same in words."""

from readiness.domain.versions import SavedVersion, WorkbookFamily
from readiness.report.version_figure import can_be_drawn, version_figure, versions_in_words
from tests.workspace.test_versions import FAMILY


def traces(family: WorkbookFamily) -> dict[str, list[tuple[str, int, str]]]:
    """Name of a trace -> file, count and label of its points."""
    return {
        trace.name: [
            (data[0], y, text)
            for data, y, text in zip(trace.customdata or (), trace.y, trace.text, strict=True)
        ]
        for trace in version_figure(family).data
    }


def test_each_dated_version_is_a_point() -> None:
    # v0 does not say when it was saved; v1 has nothing before it; v2 changed 9 + 3 cells
    assert traces(FAMILY) == {
        "nothing before it to compare": [("plan v1.xlsx", 0, "E01")],
        "cells changed": [("plan v2.xlsx", 12, "")],
        "bookings moved": [("plan v2.xlsx", 1, "")],
    }


def test_the_same_in_words() -> None:
    assert versions_in_words(FAMILY) == (
        "Changes from version to version: 15 Jun 2026: 12 cells changed, moves of bookings: 1."
    )


def test_one_dated_version_or_none_compared_is_not_drawn() -> None:
    assert can_be_drawn(FAMILY)
    assert not can_be_drawn(FAMILY.model_copy(update={"steps": ()}))
    alone = (*FAMILY.versions[:1], SavedVersion(file="plan v2.xlsx", sha256="2"))
    assert not can_be_drawn(FAMILY.model_copy(update={"versions": alone}))
